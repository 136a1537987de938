/**
 * What masks cost: the real vocabulary of 248,077 tokens, replies as models write them, one mask per token. Times are CPU
 * time of this process, so that a busy machine does not change them much.
 *
 *   npm run bench -- masks [--json FILE] [--runs 5]
 *
 * The goal: less than 5 % of a decode step, which takes about 45 ms for a model of 0.8B on two cores.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { tokenizerFromTiktoken } from "../packages/formats/src/index.ts";
import { callGrammar, VocabularyTrie } from "../packages/engine/src/generation/grammar/index.ts";

const STEP_MS = 45;
const SHARE = 0.05;
const WORST_MS = 10;

const { values } = parseArgs({ options: { json: { type: "string" }, runs: { type: "string", default: "5" } } });

/** Schemas that people send, and a reply to each in the style of the model. */
const CASES: readonly {
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly reply: unknown;
  readonly indent?: number;
}[] = [
  {
    name: "flat object",
    schema: object({
      name: { type: "string" },
      date: { type: "string", format: "date" },
      participants: { type: "integer", minimum: 1, maximum: 500 },
      online: { type: "boolean" },
    }),
    reply: { name: "Science Fair 科学展览会", date: "2026-12-24", participants: 120, online: false },
  },
  {
    name: "list of objects, indented",
    schema: object({
      steps: {
        type: "array",
        maxItems: 20,
        items: object({ explanation: { type: "string" }, output: { type: "string" }, kind: { enum: ["algebra", "arithmetic", "结论"] } }),
      },
      answer: { type: "string", maxLength: 200 },
    }),
    reply: {
      steps: [1, 2, 3, 4].map((n) => ({
        explanation: `Step ${n}: subtract 7 from both sides, "carefully",\nthen divide by 8. 先把两边同时减去7，再除以8。`,
        output: `8x = -${30 * n}`,
        kind: n % 2 ? "algebra" : "结论",
      })),
      answer: "x = -3.75，也就是负四分之十五。 The answer was checked by substituting it into the equation.",
    },
    indent: 2,
  },
  {
    name: "recursive union",
    schema: {
      $ref: "#/$defs/node",
      $defs: {
        node: object({
          value: { anyOf: [{ type: "number" }, { type: "string", pattern: "^[\\p{L}\\d ._-]{1,40}$" }, { type: "null" }] },
          next: { anyOf: [{ $ref: "#/$defs/node" }, { type: "null" }] },
        }),
      },
    },
    reply: [1.5, "middle of the list", null, "最后一个"].reduceRight<unknown>((next, value) => ({ value, next }), null),
  },
  {
    name: "any JSON object",
    schema: { type: "object" },
    reply: { title: "A long story", body: "Once upon a time. ".repeat(20), tags: ["a", "b"], n: [1, 2, { x: 3 }] },
    indent: 2,
  },
  {
    name: "limits and formats",
    schema: object({
      id: { type: "string", format: "uuid" },
      mail: { type: "string", format: "email" },
      at: { type: "string", format: "date-time" },
      summary: { type: "string", minLength: 40, maxLength: 400 },
      price: { type: "number", minimum: 0, maximum: 9999.99, multipleOf: 0.01 },
    }),
    reply: {
      id: "6a1c5b1e-0d3f-4b0a-9c0e-0123456789ab",
      mail: "wang.fang@example.com",
      at: "2026-11-27T09:30:00+08:00",
      summary: "The meeting was moved to Friday because two people are ill; everybody else agreed. 会议改到周五，因为两个人生病了。",
      price: 129.9,
    },
  },
];

function object(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}

const tokenizer = tokenizerFromTiktoken(
  gunzipSync(readFileSync(new URL("../vectors/real/qwen3.5.tiktoken.gz", import.meta.url))).toString("utf8"),
  "qwen3.5.tiktoken",
  {
    rule: "qwen35",
    added: ["<|endoftext|>", "<|im_start|>", "<|im_end|>"].map((text) => ({ text, special: true })),
  },
);

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

interface Cost {
  readonly beginMs: number;
  readonly stepMs: readonly number[];
}

/** One reply: what it costs to begin, and each of its masks. */
function measure(trie: VocabularyTrie, { schema, reply, indent }: (typeof CASES)[number]): Cost {
  const beganMs = cpuMs();
  const constraint = callGrammar({
    trie,
    tokenizer,
    tools: [],
    toolChoice: "auto",
    messages: [],
    toolFormat: "qwen3.5-xml",
    thinkingOpen: false,
    replySchema: schema,
  });
  const beginMs = cpuMs() - beganMs;
  const stepMs = tokenizer.encode(JSON.stringify(reply, undefined, indent)).map((id) => {
    const startedMs = cpuMs();
    const mask = constraint.mask();
    if (mask && !((mask[id >> 5]! >> (id & 31)) & 1)) throw new Error(`not allowed: ${tokenizer.decode([id])}`);
    constraint.accept(id);
    return cpuMs() - startedMs;
  });
  return { beginMs, stepMs };
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
const round = (value: number): number => Math.round(value * 1000) / 1000;
const row = (name: string, ours: number, peer: number, goal: number) => ({
  name,
  ours: round(ours),
  peer,
  ratio: round(ours / peer),
  goal,
  unit: "ms",
});

const runs = Number(values.runs);
// Each run anew with a vocabulary that has seen nothing: first the cost of a first reply, then of a second like it.
const rows = CASES.flatMap((each) => {
  const first: Cost[] = [];
  const second: Cost[] = [];
  for (let run = 0; run < runs; run++) {
    const trie = new VocabularyTrie(tokenizer);
    first.push(measure(trie, each));
    second.push(measure(trie, each));
  }
  const mean = (costs: readonly Cost[]): number =>
    median(costs.map(({ stepMs }) => stepMs.reduce((sum, ms) => sum + ms, 0) / stepMs.length));
  const worst = (costs: readonly Cost[]): number => median(costs.map(({ stepMs }) => Math.max(...stepMs)));
  return [
    row(`${each.name}: begin, first reply`, median(first.map(({ beginMs }) => beginMs)), STEP_MS, 0),
    row(`${each.name}: mean mask, first reply`, mean(first), STEP_MS, SHARE),
    row(`${each.name}: worst mask, first reply`, worst(first), STEP_MS, WORST_MS / STEP_MS),
    row(`${each.name}: mean mask, second reply`, mean(second), STEP_MS, SHARE),
    row(`${each.name}: worst mask, second reply`, worst(second), STEP_MS, WORST_MS / STEP_MS),
  ];
});

process.stdout.write("| what | ours | a decode step | ratio | goal |\n|---|---|---|---|---|\n");
for (const { name, ours, peer, ratio, goal, unit } of rows)
  process.stdout.write(`| ${name} | ${ours} ${unit} | ${peer} ${unit} | ${ratio} | ${goal ? `≤ ${round(goal)}` : "–"} |\n`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, undefined, 2)}\n`);
