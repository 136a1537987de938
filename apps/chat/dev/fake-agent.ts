/**
 * A scripted stand-in for the task engine, for looking at the app without one. Development only: nothing ships it and no
 * test of the product leans on it. It speaks docs/http.md; what it answers follows words in the request:
 *
 *   tea, 茶 …      offers, a card, an order          sold out, 卖完   the shop says so after the yes
 *   train, 火车     offers and a question              price, 涨价      the price changes, a second card
 *   hotel, 酒店     a wrong turn: it searches trains   balance, 余额    not enough money
 *   where, 哪里     places, a route                    silent, 没回音   unknown for a while, then ordered
 *   which, 哪个     a question back with choices       soon, 马上       the card stands for 8 seconds
 *   fail, 出错      a failure that can be retried      slow, 慢         takes its time, to see waiting and Stop
 *   write, 写       markdown                           nothing, 没有    finds nothing
 *
 * Run: node apps/chat/dev/fake-agent.ts [port]   (7070; serves dist/ too when it was built)
 */
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import type { AppStatus, Profile, StepFact, TaskDelta, TaskEvent, TaskEventBody, TaskOffer, ToolName } from "@wanwen/agent";
import type { Approval } from "@wanwen/approvals";
import type { LibraryStatus } from "@wanwen/server";
import type { Checkout, Locale, Order } from "@wanwen/services";

const port = Number(process.argv[2] ?? 7070);
const pace = Number(process.argv[3] ?? 1);
const started = Date.now();
const money = (yuan: number) => ({ currency: "CNY" as const, minor: Math.round(yuan * 100) });
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms * pace));
const dist = new URL("../dist/", import.meta.url).pathname;

interface Task {
  readonly id: string;
  readonly locale: Locale;
  readonly title: string;
  readonly createdAt: string;
  readonly events: TaskEvent[];
  readonly clients: Set<ServerResponse>;
  said: string;
  run: number;
  status?: TaskDelta;
}

const tasks = new Map<string, Task>();
const byClientId = new Map<string, string>();
const approvals = new Map<string, { approval: Approval; offer: TaskOffer; task: Task }>();
const orders = new Map<string, Order>();
let balance = 1888;
let ids = 0;
let profile: Profile = {
  locale: "zh",
  city: "杭州",
  name: "林晓",
  phone: "13812345678",
  addresses: [
    { label: "公司", address: "文三路 478 号华星时代广场 A 座 12 层" },
    { label: "家", address: "紫荆花路 32 号 5 幢 1202" },
  ],
  facts: { diet: "不吃花生" },
};

function emit(task: Task, body: TaskEventBody): void {
  const event = { seq: task.events.length + 1, at: new Date().toISOString(), ...body } as TaskEvent;
  task.events.push(event);
  for (const client of task.clients) client.write(frame(event));
}
function delta(task: Task, body: TaskDelta): void {
  if (body.type === "status") task.status = body;
  for (const client of task.clients) client.write(`event: delta\ndata: ${JSON.stringify(body)}\n\n`);
}
const frame = (event: TaskEvent) => `id: ${event.seq}\nevent: task\ndata: ${JSON.stringify(event)}\n\n`;

async function reply(task: Task, text: string, choices?: readonly string[]): Promise<void> {
  const messageId = `m${++ids}`;
  for (const piece of text.match(/[\s\S]{1,3}/g) ?? []) {
    delta(task, { type: "textDelta", messageId, text: piece });
    await wait(25);
  }
  emit(task, { type: "replied", messageId, text, ...(choices === undefined ? {} : { choices }) });
}

const zh = (task: Task) => task.locale === "zh";

function foodOffers(task: Task): TaskOffer[] {
  const names = zh(task)
    ? [["珍珠奶茶（大杯）", "茶屿"], ["黑糖珍珠鲜奶茶", "一间茶铺"], ["珍珠奶茶", "古巷奶茶"], ["芋圆珍珠奶茶", "茶屿"], ["红豆奶茶", "春水堂·文三店"]]
    : [["Pearl milk tea, large", "Tea Isle"], ["Brown sugar pearl milk tea", "One Tea House"], ["Pearl milk tea", "Old Lane Tea"], ["Taro pearl milk tea", "Tea Isle"], ["Red bean milk tea", "Spring Water"]];
  return names.map(([name, shop], i) => ({
    id: `o${++ids}`, ref: `food-${i}-${ids}`, kind: "food" as const, name: name!, merchant: shop!, price: money([16, 18.5, 14, 19, 15][i]!),
    facts: { shop: shop!, eta_min: [25, 32, 40, 25, 28][i]!, rating: [4.8, 4.7, 4.5, 4.6, 4.9][i]! },
    details: [{ label: zh(task) ? "配送" : "Delivery", value: "¥3.00" }], left: i === 3 ? 2 : 40,
    ...(i === 0 ? { why: zh(task) ? "40 元以内送得最快，25 分钟" : "fastest under ¥40, 25 min" } : {}),
  }));
}
function trainOffers(task: Task): TaskOffer[] {
  return ["G7502", "G7350", "G1866", "D3206", "G7588"].map((name, i) => ({
    id: `o${++ids}`, ref: `train-${i}-${ids}`, kind: "trains" as const, name, merchant: zh(task) ? "中国铁路" : "China Railway", price: money([73, 73, 87.5, 59, 117][i]!),
    facts: { depart: ["07:15", "08:02", "09:30", "10:11", "12:40"][i]!, arrive: ["08:10", "09:01", "10:21", "11:32", "13:35"][i]! },
    details: [{ label: zh(task) ? "座位" : "Seat", value: zh(task) ? "二等座" : "second class" }], left: [120, 80, 3, 55, 0][i]!,
  }));
}
function hotelOffers(task: Task): TaskOffer[] {
  const names = zh(task) ? ["西湖边的小院", "湖滨客舍", "南山路酒店"] : ["Courtyard by the lake", "Lakeside Lodge", "Nanshan Road Hotel"];
  return names.map((name, i) => ({
    id: `o${++ids}`, ref: `hotel-${i}-${ids}`, kind: "hotels" as const, name, merchant: name, price: money([388, 420, 360][i]!), facts: { rating: [4.9, 4.7, 4.4][i]! },
    details: [{ label: zh(task) ? "房型" : "Room", value: zh(task) ? "大床房" : "double" }], left: 4,
    ...(i === 0 ? { why: zh(task) ? "评分最高" : "best rated" } : {}),
  }));
}

async function step(task: Task, tool: ToolName, args: Record<string, unknown>, facts: StepFact[], result: () => Parameters<typeof finish>[2], origin: "model" | "correction" | "choice" = "model"): Promise<string> {
  const callId = `c${++ids}`;
  emit(task, { type: "stepStarted", callId, tool, arguments: args, facts, origin });
  await wait(700);
  finish(task, callId, result());
  return callId;
}
function finish(task: Task, callId: string, result: Extract<TaskEventBody, { type: "stepFinished" }>["result"]): void {
  const modelText = JSON.stringify(result.kind === "offers" ? result.offers.map(({ id, name, price, facts }) => ({ id, name, price: price.minor / 100, ...facts })) : result);
  emit(task, { type: "stepFinished", callId, result, modelText });
}

function card(task: Task, offer: TaskOffer, callId: string, change: { quantity?: number; deliverTo?: string; note?: string } = {}): Approval {
  const quantity = change.quantity ?? (offer.kind === "food" ? 2 : 1);
  const soon = /soon|马上/.test(task.said);
  const fee = offer.kind === "food" ? 6 : 0;
  const item = (offer.price.minor / 100) * quantity;
  const expiresAt = new Date(Date.now() + (soon ? 8_000 : 15 * 60_000)).toISOString();
  const deliverTo = change.deliverTo ?? (offer.kind === "food" ? profile.addresses[0]!.address : profile.name);
  const when = offer.kind === "food" ? (zh(task) ? "约 25 分钟后" : "in about 25 min") : offer.kind === "trains" ? "2026-12-02 07:15" : "2026-12-05";
  const checkout: Checkout = {
    id: `k${++ids}`, kind: offer.kind, offerRef: offer.ref, name: offer.name, merchant: offer.merchant, origin: "http://127.0.0.1:7071", quantity, deliverTo, when,
    note: change.note ?? "", total: money(item + fee), payWith: zh(task) ? "万问钱包" : "Wanwen wallet", expiresAt, terms: "t",
    lines: [
      { label: `${offer.name} × ${quantity}`, amount: money(item) },
      ...(fee > 0 ? [{ label: zh(task) ? "配送费" : "Delivery", amount: money(fee + 2) }, { label: zh(task) ? "新客立减" : "First order", amount: money(-2) }] : []),
    ],
  };
  const approval: Approval = {
    id: `a${ids}`, taskId: task.id, callId, checkout, total: checkout.total, termsHash: `h${ids}`, state: "waiting", askedAt: new Date().toISOString(), expiresAt,
    facts: [
      { name: "item", value: offer.name, source: "merchant" },
      { name: "quantity", value: String(quantity), source: quantity > 1 ? "you" : "default" },
      { name: "merchant", value: offer.merchant, source: "merchant" },
      { name: "deliverTo", value: deliverTo, source: change.deliverTo === undefined ? "profile" : "you" },
      { name: "when", value: when, source: offer.kind === "trains" ? "guess" : "merchant" },
      ...(change.note ? [{ name: "note" as const, value: change.note, source: "you" as const }] : []),
      { name: "payWith", value: checkout.payWith, source: "default" },
    ],
  };
  approvals.set(approval.id, { approval, offer, task });
  emit(task, { type: "approval", approval });
  return approval;
}
function moveCard(id: string, change: Partial<Approval>): Approval {
  const entry = approvals.get(id)!;
  entry.approval = { ...entry.approval, ...change };
  emit(entry.task, { type: "approval", approval: entry.approval });
  return entry.approval;
}
function supersede(task: Task, by?: string): void {
  for (const { approval, task: of } of approvals.values()) {
    if (of === task && approval.state === "waiting" && approval.id !== by) moveCard(approval.id, { state: "superseded", ...(by === undefined ? {} : { supersededBy: by }) });
  }
}

async function buy(task: Task, offer: TaskOffer, origin: "model" | "choice"): Promise<void> {
  emit(task, { type: "offerChosen", offerId: offer.id, by: origin === "model" ? "model" : "person" });
  const callId = `c${++ids}`;
  emit(task, {
    type: "stepStarted", callId, tool: "place_order", origin, arguments: { offer_id: offer.id, quantity: 2 },
    facts: [{ name: "offer_id", said: offer.id, used: offer.name, source: origin === "model" ? "default" : "you" }, { name: "quantity", said: zh(task) ? "两杯" : "two", used: "2", source: "you" }],
  });
  await wait(500);
  card(task, offer, callId);
}

async function turn(task: Task, text: string): Promise<void> {
  const run = ++task.run;
  task.said = text;
  const alive = () => task.run === run;
  emit(task, { type: "said", messageId: `m${++ids}`, text });
  const say = (zhText: string, enText: string) => (zh(task) ? zhText : enText);
  if (Date.now() - started < 3000) delta(task, { type: "status", status: "loadingModel", seconds: 1 });
  if (/slow|慢/.test(text)) {
    delta(task, { type: "status", status: "queued", ahead: 2, seconds: 15 });
    await wait(4000);
    if (!alive()) return;
  }
  delta(task, { type: "status", status: "reading" });
  await wait(500);
  if (!alive()) return;
  if (/fail|出错/.test(text)) {
    await step(task, "search_food", { query: "x" }, [], () => ({ kind: "failed", code: "device", message: say("外卖服务没有应答。", "The food service did not answer.") }));
    emit(task, { type: "failed", code: "device", message: say("外卖服务三次都没有应答。", "The food service did not answer three times."), canRetry: true });
    return;
  }
  if (/which|哪个/.test(text)) {
    await reply(task, say("哪天出发？", "Which day do you want to leave?"), zh(task) ? ["明天", "周五", "周六上午"] : ["tomorrow", "Friday", "Saturday morning"]);
  } else if (/write|写/.test(text)) {
    await reply(task, say("三点建议：\n\n1. **先看时间**，再看价格\n2. 高铁比飞机*方便*\n3. 记得带身份证\n\n| 车次 | 时间 |\n|---|---|\n| G7502 | 07:15 |\n| G7350 | 08:02 |\n\n见 [铁路](https://www.12306.cn)。", "Three things:\n\n1. **Time first**, then the price\n2. Trains are *easier* than planes\n3. Bring your ID\n\n| Train | Time |\n|---|---|\n| G7502 | 07:15 |\n| G7350 | 08:02 |\n\nSee [the railway](https://www.12306.cn)."));
  } else if (/where|哪里/.test(text)) {
    await step(task, "search_places", { query: say("药店", "pharmacy") }, [{ name: "query", said: say("药店", "pharmacy"), used: say("药店", "pharmacy"), source: "you" }], () => ({ kind: "places", places: [{ name: say("老百姓大药房", "People's Pharmacy"), address: say("文三路 391 号", "391 Wensan Road"), distanceM: 320 }, { name: say("海王星辰", "Nepstar"), address: say("学院路 77 号", "77 Xueyuan Road"), distanceM: 1250 }] }));
    await step(task, "plan_route", { to: say("老百姓大药房", "People's Pharmacy"), mode: "walking" }, [], () => ({ kind: "route", route: { from: say("公司", "office"), to: say("老百姓大药房", "People's Pharmacy"), mode: "walking", distanceKm: 0.4, minutes: 6 } }));
    await reply(task, say("最近的是老百姓大药房，步行 6 分钟。", "The nearest is People's Pharmacy, 6 minutes on foot."));
  } else if (/nothing|没有/.test(text)) {
    await step(task, "search_products", { query: say("会飞的鞋", "flying shoes"), max_price: 40 }, [], () => ({ kind: "offers", offers: [] }));
    await reply(task, say("没有找到。要不要放宽价格？", "I found nothing. Shall I look at higher prices?"));
  } else if (/hotel|酒店/.test(text)) {
    const offers = trainOffers(task);
    await step(task, "search_trains", { to: say("西湖", "West Lake"), date: say("明天", "tomorrow") }, [{ name: "to", said: say("西湖", "West Lake"), used: say("杭州", "Hangzhou"), source: "you" }, { name: "date", said: say("明天", "tomorrow"), used: "2026-12-02 Wednesday", source: "you" }], () => ({ kind: "offers", offers }));
    await reply(task, say("找到五趟车，要哪一趟？", "I found five trains. Which one?"));
  } else if (/train|火车|高铁/.test(text)) {
    const offers = trainOffers(task);
    await step(task, "search_trains", { to: "上海", date: say("明天", "tomorrow"), seat: "second", sort: "time" }, [{ name: "from", said: "", used: "杭州", source: "profile" }, { name: "to", said: say("上海", "Shanghai"), used: "上海", source: "you" }, { name: "date", said: say("明天", "tomorrow"), used: "2026-12-02 Wednesday", source: "you" }], () => ({ kind: "offers", offers }));
    await reply(task, say("最早的是 G7502，07:15 开，08:10 到，73 元。要这趟吗？", "The earliest is G7502, 07:15 to 08:10, ¥73. Shall I take it?"), zh(task) ? ["就这趟", "晚一点的"] : ["Take it", "A later one"]);
  } else {
    const offers = foodOffers(task);
    await step(task, "search_food", { query: say("珍珠奶茶", "pearl milk tea"), max_price: 40 }, [{ name: "query", said: say("珍珠奶茶", "pearl milk tea"), used: say("珍珠奶茶", "pearl milk tea"), source: "you" }, { name: "max_price", said: say("40块以内", "up to ¥40"), used: "40", source: "you" }, { name: "city", said: "", used: profile.city, source: "profile" }], () => ({ kind: "offers", offers }));
    if (!alive()) return;
    await buy(task, offers[0]!, "model");
    return;
  }
  if (alive()) emit(task, { type: "turnEnded" });
}

function order(task: Task, approval: Approval): Order {
  const id = `J${(++ids * 7919).toString(36).toUpperCase().replace(/[01OIL]/g, "9").padStart(5, "K")}`;
  const now = new Date().toISOString();
  const { checkout } = approval;
  return {
    id, kind: checkout.kind, name: checkout.name, merchant: checkout.merchant, quantity: checkout.quantity, deliverTo: checkout.deliverTo, when: checkout.when, note: checkout.note,
    lines: checkout.lines, total: checkout.total, status: "confirmed", ...(checkout.kind === "food" ? { eta: "18:42" } : {}), placedAt: now, cancellable: true,
    timeline: [{ status: "confirmed", at: now, text: zh(task) ? "商家已接单" : "The shop took the order" }],
  };
}
async function ordered(task: Task, id: string): Promise<void> {
  const made = order(task, approvals.get(id)!.approval);
  orders.set(made.id, made);
  balance -= made.total.minor / 100;
  moveCard(id, { state: "ordered", order: made });
  finish(task, approvals.get(id)!.approval.callId, { kind: "purchase", approvalId: id });
  await reply(task, zh(task) ? `下好了，订单 ${made.id}，预计 18:42 送到。` : `Done. Order ${made.id}, here at 18:42.`);
  emit(task, { type: "turnEnded" });
  await wait(4000);
  const cooking = orders.get(made.id)!;
  if (cooking.status !== "confirmed") return;
  const next: Order = { ...cooking, status: "preparing", timeline: [...cooking.timeline, { status: "preparing", at: new Date().toISOString(), text: zh(task) ? "正在制作" : "Being made" }] };
  orders.set(made.id, next);
  emit(task, { type: "orderChanged", order: next });
}
async function answer(id: string, decision: "approve" | "decline"): Promise<Approval> {
  const { task, approval, offer } = approvals.get(id)!;
  const end = () => {
    finish(task, approval.callId, { kind: "purchase", approvalId: id });
    emit(task, { type: "turnEnded" });
  };
  if (decision === "decline") {
    const moved = moveCard(id, { state: "declined" });
    void reply(task, zh(task) ? "好的，没有买。" : "All right, nothing was bought.").then(end);
    return moved;
  }
  moveCard(id, { state: "paying" });
  await wait(1200);
  if (/sold out|卖完/.test(task.said)) return void setTimeout(end), moveCard(id, { state: "soldOut" });
  if (/balance|余额/.test(task.said)) return void setTimeout(end), moveCard(id, { state: "unpaid" });
  if (/price|涨价/.test(task.said)) {
    task.said = "";
    const moved = moveCard(id, { state: "changed" });
    card(task, { ...offer, price: money(offer.price.minor / 100 + 2) }, approval.callId);
    return moved;
  }
  if (/silent|没回音/.test(task.said)) {
    const moved = moveCard(id, { state: "unknown" });
    setTimeout(() => void ordered(task, id), 6000 * pace);
    return moved;
  }
  void ordered(task, id);
  return approvals.get(id)!.approval;
}

const redoOffers: Partial<Record<ToolName, (task: Task) => TaskOffer[]>> = { search_hotels: hotelOffers, search_food: foodOffers, search_trains: trainOffers };

async function route(method: string, path: string, body: Record<string, unknown>): Promise<unknown> {
  const parts = path.split("/").slice(2).map(decodeURIComponent);
  const task = parts[0] === "tasks" && parts[1] !== undefined ? tasks.get(parts[1]) : undefined;
  const key = `${method} ${parts[0]}`;
  if (key === "GET status") {
    const loading = Date.now() - started < 3000;
    return { model: { state: loading ? "loading" : "ready", name: "mini", where: "local", loadSeconds: (Date.now() - started) / 1000 }, today: new Date().toISOString().slice(0, 10) } satisfies AppStatus;
  }
  if (key === "GET models") {
    return {
      current: "mini", here: [{ name: "mini", embedded: true, bytes: 0, fits: true }], suggested: [], folder: "~/.cache/wanwen/models", memoryBytes: 8e9,
    } satisfies LibraryStatus;
  }
  if (key === "GET profile") return profile;
  if (key === "PUT profile") return (profile = body as unknown as Profile);
  if (key === "GET tasks") {
    return {
      tasks: [...tasks.values()].reverse().map(({ id, title, locale, createdAt, events }) => ({
        id, title, locale, createdAt,
        state: [...approvals.values()].some((each) => each.task.id === id && each.approval.state === "waiting") ? "awaitingApproval" : ["turnEnded", "stopped", "failed"].includes(events.at(-1)!.type) || events.at(-1)!.type === "orderChanged" ? "idle" : "working",
      })),
    };
  }
  if (key === "POST tasks" && parts.length === 1) {
    const known = byClientId.get(String(body["clientId"]));
    if (known !== undefined) return { taskId: known };
    const text = String(body["text"]);
    const made: Task = { id: `t${++ids}${Math.random().toString(36).slice(2, 7)}`, locale: body["locale"] === "zh" ? "zh" : "en", title: text.slice(0, 40), createdAt: new Date().toISOString(), events: [], clients: new Set(), said: text, run: 0 };
    tasks.set(made.id, made);
    byClientId.set(String(body["clientId"]), made.id);
    emit(made, { type: "taskCreated", taskId: made.id, locale: made.locale, title: made.title });
    void turn(made, text);
    return { taskId: made.id };
  }
  if (task !== undefined && method === "POST") {
    switch (parts[2]) {
      case "messages":
        supersede(task);
        void turn(task, String(body["text"]));
        return {};
      case "stop":
        task.run++;
        emit(task, { type: "stopped", by: "person" });
        return {};
      case "retry":
        void turn(task, zh(task) ? "奶茶" : "tea");
        return {};
      case "choose": {
        const offer = task.events.flatMap((event) => (event.type === "stepFinished" && event.result.kind === "offers" ? event.result.offers : [])).find((each) => each.id === body["offerId"])!;
        await wait(600);
        supersede(task);
        await buy(task, offer, "choice");
        return {};
      }
      case "steps": {
        const tool = body["tool"] as ToolName;
        emit(task, { type: "stepReplaced", callId: parts[3]!, by: tool });
        const offers = (redoOffers[tool] ?? (() => []))(task);
        void step(task, tool, { city: profile.city, check_in: zh(task) ? "明天" : "tomorrow" }, [{ name: "city", said: "", used: profile.city, source: "profile" }, { name: "check_in", said: zh(task) ? "明天" : "tomorrow", used: "2026-12-02 Wednesday", source: "you" }], () => ({ kind: "offers", offers }), "correction")
          .then(() => reply(task, zh(task) ? "这三家最合适，要哪一家？" : "These three fit best. Which one?"))
          .then(() => emit(task, { type: "turnEnded" }));
        return {};
      }
    }
  }
  if (parts[0] === "approvals" && method === "POST") {
    const entry = approvals.get(parts[1]!)!;
    if (parts[2] === "revise") {
      await wait(600);
      const next = card(entry.task, entry.offer, entry.approval.callId, { quantity: entry.approval.checkout.quantity, ...body });
      moveCard(entry.approval.id, { state: "superseded", supersededBy: next.id });
      return next;
    }
    return answer(parts[1]!, body["decision"] as "approve" | "decline");
  }
  if (key === "GET orders") return parts[1] === undefined ? { orders: [...orders.values()].reverse(), balance: money(balance) } : orders.get(parts[1]);
  if (key === "POST orders") {
    await wait(800);
    const before = orders.get(parts[1]!)!;
    const after: Order = { ...before, status: "cancelled", cancellable: false, refund: before.total, timeline: [...before.timeline, { status: "cancelled", at: new Date().toISOString(), text: profile.locale === "zh" ? "已取消" : "Cancelled" }] };
    orders.set(after.id, after);
    balance += after.total.minor / 100;
    return { outcome: "cancelled", order: after, refund: after.total };
  }
  return undefined;
}

const types: Record<string, string> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json" };

function file(path: string, response: ServerResponse): void {
  const name = extname(path) === "" ? "index.html" : normalize(path).replace(/^[/\\]+/, "");
  try {
    const bytes = readFileSync(join(dist, name));
    response.writeHead(200, { "content-type": types[extname(name)] ?? "application/octet-stream" }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}

createServer((request: IncomingMessage, response: ServerResponse) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  if (!url.pathname.startsWith("/api/")) return file(url.pathname, response);
  const events = /^\/api\/tasks\/([^/]+)\/events$/.exec(url.pathname);
  if (events !== null) {
    const task = tasks.get(decodeURIComponent(events[1]!));
    if (task === undefined) return void response.writeHead(404, { "content-type": "application/json" }).end('{"error":{"code":"missing","message":"No such task."}}');
    const after = Number(request.headers["last-event-id"] ?? url.searchParams.get("after") ?? 0);
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": ping\n\n");
    for (const event of task.events) if (event.seq > after) response.write(frame(event));
    if (task.status !== undefined) response.write(`event: delta\ndata: ${JSON.stringify(task.status)}\n\n`);
    task.clients.add(response);
    const ping = setInterval(() => response.write(": ping\n\n"), 15_000);
    response.on("close", () => {
      clearInterval(ping);
      task.clients.delete(response);
    });
    return;
  }
  let text = "";
  request.on("data", (piece) => (text += piece));
  request.on("end", async () => {
    const answered = await route(request.method ?? "GET", url.pathname, text === "" ? {} : JSON.parse(text));
    response.writeHead(answered === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(answered ?? { error: { code: "missing", message: "Not here." } }));
  });
}).listen(port, "127.0.0.1", () => console.log(`fake agent on http://127.0.0.1:${port}`));

