import { type Environment, Interpreter } from "@huggingface/jinja";

/** What is used of the library's interpreter; the types that it ships do not resolve. */
interface Evaluator {
  run(program: unknown): Value;
  evaluate(node: Node | undefined, environment: Environment): Value;
}

interface Value {
  readonly type: string;
  readonly value: unknown;
}

interface Node {
  readonly type: string;
  /** Of a loop. */
  readonly iterable?: Node;
  /** Of a filter: what it is applied to, and its name. */
  readonly operand?: Node;
  readonly filter?: Node & { readonly value?: unknown };
}

/** Steps of one rendering: seconds. A conversation of 4,096 messages takes the templates of this family less than half. */
const STEPS_MAX = 2_000_000;
/** A turn of a loop costs about as much as this many steps, also when nothing is done in it. */
const TURN_STEPS = 4;

const Base = Interpreter as unknown as new (environment: Environment) => Evaluator;

/**
 * Runs a template as the library does, with two differences: it ends, whatever the template says (templates come with
 * files from strangers, and two loops in each other are a day), and `|string` writes an object as JSON, as it does
 * with lists, instead of failing.
 */
export class BoundedInterpreter extends Base {
  #steps = 0;
  readonly #iterables = new WeakSet<Node>();

  override evaluate(node: Node | undefined, environment: Environment): Value {
    this.#count(1);
    if (!node) return super.evaluate(node, environment);
    if (node.type === "For" && node.iterable) this.#iterables.add(node.iterable);
    const value = super.evaluate(this.#asksForText(node, environment) ? { ...node, filter: { ...node.filter!, value: "tojson" } } : node, environment);
    if (this.#iterables.has(node) && Array.isArray(value.value)) this.#count(value.value.length * TURN_STEPS);
    return value;
  }

  #count(steps: number): void {
    this.#steps += steps;
    if (this.#steps > STEPS_MAX) throw new Error(`expected at most ${STEPS_MAX} steps, got more`);
  }

  /** Is it `object|string`? */
  #asksForText({ type, filter, operand }: Node, environment: Environment): boolean {
    if (type !== "FilterExpression" || filter?.type !== "Identifier" || filter.value !== "string") return false;
    return this.evaluate(operand, environment).type === "ObjectValue";
  }
}
