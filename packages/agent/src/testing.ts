/** For tests of this package: a merchant in memory, and a model that answers by a script over real HTTP shapes. */
import { DeviceError, fixedClock, InputError, type Money, times, yuan } from "@wanwen/core";
import type { ApprovalVault } from "@wanwen/approvals";
import { openVault } from "@wanwen/approvals";
import type { Checkout, CompleteResult, Offer, Order, SearchQuery, Services, ShopKind } from "@wanwen/services";
import { Hono } from "hono";
import { type Agent, openAgent } from "./agent.ts";
import type { Profile, TaskEvent } from "./events.ts";

export const clock = fixedClock("2026-12-01T02:00:00Z"); // a Tuesday, 10:00 in Hangzhou

export function offer(kind: ShopKind, ref: string, name: string, price: number, facts: Offer["facts"] = {}, merchant = "茶研所"): Offer {
  return { ref, kind, name, merchant, price: yuan(price), facts: kind === "food" ? { shop: merchant, eta_min: 25, ...facts } : facts, details: [], left: 50 };
}

/** Keeps its word like a real merchant: one key, one result; totals are its own (¥2 delivery for food). */
export class FakeServices implements Services {
  readonly shelves: Partial<Record<ShopKind, readonly Offer[]>> = {};
  readonly searches: { kind: ShopKind; query: SearchQuery }[] = [];
  readonly checkouts = new Map<string, Checkout>();
  readonly placed: Order[] = [];
  readonly keys = new Map<string, CompleteResult>();
  down = false;
  soldOut = new Set<string>();
  next: CompleteResult | ((checkout: Checkout) => CompleteResult) | undefined;
  /** Called before a `complete` is answered: tests crash here. */
  beforeComplete: (() => void) | undefined;
  /** Holds a checkout back: what happens while the shop writes its bill. */
  beforeCheckout: (() => Promise<void>) | undefined;
  #count = 0;

  async search(kind: ShopKind, query: SearchQuery): Promise<readonly Offer[]> {
    if (this.down) throw new DeviceError("no answer");
    this.searches.push({ kind, query });
    return (this.shelves[kind] ?? []).filter((each) => query.maxPrice === undefined || each.price.minor <= query.maxPrice * 100);
  }
  async places(): ReturnType<Services["places"]> {
    return [{ name: "南山停车场", address: "南山路 1 号", distanceM: 300 }];
  }
  async route(query: Parameters<Services["route"]>[0]): ReturnType<Services["route"]> {
    return { from: query.from ?? "这里", to: query.to, mode: query.mode, distanceKm: 3.2, minutes: 12 };
  }
  async createCheckout(request: Parameters<Services["createCheckout"]>[0]): ReturnType<Services["createCheckout"]> {
    await this.beforeCheckout?.();
    if (this.down) throw new DeviceError("no answer");
    const found = this.shelves[request.kind]?.find((each) => each.ref === request.offerRef);
    if (!found) throw new InputError("no such offer");
    if (this.soldOut.has(found.ref) || request.quantity > found.left) return { outcome: "sold_out" };
    return this.checkout(found, request.quantity, request.deliverTo, request.note);
  }
  checkout(found: Offer, quantity: number, deliverTo: string, note: string, extra = 0): Checkout {
    const id = `chk_${++this.#count}`;
    const fee = found.kind === "food" ? 2 : 0;
    const lines = [{ label: `${found.name} × ${quantity}`, amount: times(found.price, quantity) }, ...(fee ? [{ label: "配送费", amount: yuan(fee + extra) }] : [])];
    const total: Money = { currency: "CNY", minor: lines.reduce((sum, line) => sum + line.amount.minor, 0) };
    const checkout: Checkout = { id, kind: found.kind, offerRef: found.ref, name: found.name, merchant: found.merchant, origin: "http://shops", quantity, deliverTo, note,
      when: "约 25 分钟", lines, total, payWith: "钱包", expiresAt: new Date(clock.now().getTime() + 600_000).toISOString(), terms: `terms-${id}-${total.minor}` };
    this.checkouts.set(id, checkout);
    return checkout;
  }
  async complete({ checkoutId, idempotencyKey }: Parameters<Services["complete"]>[0]): Promise<CompleteResult> {
    const checkout = this.checkouts.get(checkoutId)!;
    const known = this.keys.get(idempotencyKey);
    if (known) return known;
    const next = typeof this.next === "function" ? this.next(checkout) : this.next;
    this.next = undefined;
    const result = next ?? { outcome: "ordered", order: this.#order(checkout) };
    this.keys.set(idempotencyKey, result);
    if (result.outcome === "ordered") this.placed.push(result.order);
    this.beforeComplete?.();
    return result;
  }
  async completionByKey(key: string): Promise<CompleteResult | undefined> {
    return this.keys.get(key);
  }
  /** The merchant as it is now, in a life of its own. */
  clone(): FakeServices {
    const copy = new FakeServices();
    Object.assign(copy.shelves, this.shelves);
    for (const [id, each] of this.checkouts) copy.checkouts.set(id, each);
    for (const [key, each] of this.keys) copy.keys.set(key, each);
    copy.placed.push(...this.placed);
    copy.#count = this.#count + 100;
    return copy;
  }
  #order(checkout: Checkout): Order {
    const { kind, name, merchant, quantity, deliverTo, when, note, lines, total } = checkout;
    return { id: `J9SW${++this.#count}`, kind, name, merchant, quantity, deliverTo, when, note, lines, total, status: "confirmed", placedAt: clock.now().toISOString(), timeline: [], cancellable: true,
      ...(kind === "food" ? { eta: "10:30" } : {}) };
  }
  async orders(): Promise<readonly Order[]> {
    return this.placed.toReversed();
  }
  async order(id: string): Promise<Order | undefined> {
    return this.placed.find((each) => each.id === id);
  }
  async cancel(id: string): ReturnType<Services["cancel"]> {
    const at = this.placed.findIndex((each) => each.id === id);
    const order: Order = { ...this.placed[at]!, status: "cancelled", cancellable: false };
    this.placed[at] = order;
    return { outcome: "cancelled", order, refund: order.total };
  }
  async balance(): Promise<Money> {
    return yuan(1000);
  }
}

export interface ScriptedCall {
  readonly name: string;
  readonly arguments?: Record<string, unknown>;
}
export interface ModelView {
  readonly messages: readonly { role: string; content: string; tool_calls?: { function: { name: string; arguments: string } }[] }[];
  /** The last message's text. */
  readonly last: string;
  readonly lastRole: string;
  /** Set when one tool was asked for by name. */
  readonly forced: string | undefined;
}
export type Script = (view: ModelView) => string | ScriptedCall | readonly ScriptedCall[];

/** Like the embedded model: searches as told, orders the first result, says what came of it. */
export const habits = (search: (view: ModelView) => ScriptedCall | string): Script => (view) => {
  if (view.lastRole === "user") return search(view);
  const result = JSON.parse(view.last) as { id: string }[] | { status: string; order_id?: string; total?: number };
  if (Array.isArray(result)) return result.length > 0 ? { name: "place_order", arguments: { offer_id: result[0]!.id } } : "没有找到合适的，要放宽一下条件吗？";
  if (result.status === "ordered") return `办好了！订单号${result.order_id}，共${result.total}元。`;
  if (result.status === "sold_out") return "抱歉，这个刚刚售罄了，要换一个吗？";
  return "好的，没有下单。还需要我做什么吗？";
};

/** A chat completions endpoint that streams what the script says, in small pieces. */
export function scriptedModel(script: Script): { fetch: typeof fetch; requests: ModelView[]; broken: { next: number } } {
  const requests: ModelView[] = [];
  const broken = { next: 0 };
  const app = new Hono();
  app.post("/v1/chat/completions", async (c) => {
    const body = (await c.req.json()) as { messages: ModelView["messages"]; tool_choice?: unknown };
    const last = body.messages.at(-1)!;
    const choice = body.tool_choice as { function?: { name: string } } | string | undefined;
    const view: ModelView = { messages: body.messages, last: last.content, lastRole: last.role, forced: typeof choice === "object" ? choice.function?.name : undefined };
    requests.push(view);
    if (broken.next > 0) {
      broken.next--;
      return c.json({ error: { message: "queue full", type: "rate_limit_error", param: null, code: null } }, 503);
    }
    const said = script(view);
    const calls = typeof said === "string" ? [] : Array.isArray(said) ? (said as ScriptedCall[]) : [said as ScriptedCall];
    const text = typeof said === "string" ? said : "";
    const chunk = (delta: object, finish: string | null = null): string => `data: ${JSON.stringify({ id: "1", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
    const pieces = [chunk({ role: "assistant", content: "" }), ...(text.match(/[^]{1,3}/gu) ?? []).map((content) => chunk({ content })),
      ...calls.map((call, index) => chunk({ tool_calls: [{ index, id: `c${index}`, type: "function", function: { name: call.name, arguments: JSON.stringify(call.arguments ?? {}) } }] })),
      chunk({}, calls.length > 0 ? "tool_calls" : "stop"), "data: [DONE]\n\n"];
    return c.body(pieces.join(""), 200, { "content-type": "text/event-stream" });
  });
  return { fetch: (async (input: Parameters<typeof fetch>[0], init?: RequestInit) => app.request(input as string, init)) as typeof fetch, requests, broken };
}

export const profile: Profile = {
  locale: "zh", city: "杭州", name: "林小满", phone: "13800138000",
  addresses: [{ label: "家", address: "文三路 478 号" }, { label: "公司", address: "文一西路 969 号" }], facts: {},
};

export interface World {
  readonly services: FakeServices;
  readonly agent: Agent;
  readonly vault: ApprovalVault & { close(): void };
  readonly model: ReturnType<typeof scriptedModel>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly folder?: string;
  readonly services?: FakeServices;
  /** A function is asked for each request, as when models take turns. */
  readonly small?: boolean | (() => boolean);
  /** Hears of cards before the agent does. */
  readonly onCard?: () => void;
  readonly ready?: () => Promise<void>;
  /** The profile that Wanwen comes with, instead of the one of these tests. */
  readonly plainProfile?: boolean;
}

export function openWorld(script: Script, options: WorldOptions = {}): World {
  const services = options.services ?? new FakeServices();
  const path = (name: string): string => (options.folder ? `${options.folder}/${name}` : ":memory:");
  const vault = openVault({ databasePath: path("approvals.db"), services, clock });
  if (options.onCard) vault.onChange(options.onCard);
  const model = scriptedModel(script);
  const agent = openAgent({
    databasePath: path("agent.db"), services, vault, clock, timeZone: "Asia/Shanghai", ...(options.plainProfile ? {} : { profileDefaults: profile }),
    model: {
      get small() {
        return typeof options.small === "function" ? options.small() : (options.small ?? true);
      },
      baseUrl: "http://model/v1", model: "mini", fetch: model.fetch, ready: options.ready ?? (async () => undefined),
      status: () => ({ state: "ready", name: "mini", where: "local" }) },
  });
  return { services, agent, vault, model, close: async () => { await agent.close(); vault.close(); } };
}

let said = 0;
/** Says it in a new task and waits until the agent waits. */
export async function begin(world: World, text: string, locale: "zh" | "en" = /\p{Script=Han}/u.test(text) ? "zh" : "en"): Promise<string> {
  const { taskId } = world.agent.createTask({ text, locale, clientId: `client-${++said}` });
  await world.agent.settled();
  return taskId;
}

export async function sayMore(world: World, taskId: string, text: string): Promise<void> {
  world.agent.say(taskId, { text, clientId: `client-${++said}` });
  await world.agent.settled();
}

export async function approve(world: World, taskId: string): Promise<void> {
  const card = world.vault.waitingOf(taskId);
  if (!card) throw new Error(`no card waits in ${taskId}`);
  await world.agent.answer(card.id, { decision: "approve", termsHash: card.termsHash });
  await world.agent.settled();
}

export const types = (events: readonly TaskEvent[]): string[] => events.map((event) => (event.type === "approval" ? `approval:${event.approval.state}` : event.type));
export const lastReply = (world: World, taskId: string): string | undefined => {
  const event = world.agent.events(taskId, 0).findLast((each) => each.type === "replied");
  return event?.type === "replied" ? event.text : undefined;
};
