import { afterEach, expect, it } from "vitest";
import { agentRoutes } from "./http.ts";
import { begin, clock, FakeServices, habits, offer, openWorld, type World } from "./testing.ts";

const open: World[] = [];
const world = (): World => {
  clock.set("2026-12-01T02:00:00Z");
  const services = new FakeServices();
  services.shelves.food = [offer("food", "f1", "milk tea", 18), offer("food", "f2", "奶茶", 18)];
  const made = openWorld(habits((view) => ({ name: "search_food", arguments: { query: /奶茶/.test(view.last) ? "奶茶" : "milk tea" } })), { services, plainProfile: true });
  open.push(made);
  return made;
};
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});
const systemOf = (w: World): string => w.model.requests.at(-1)!.messages[0]!.content;
const read = async (w: World, language?: string, asked = ""): Promise<{ city: string; locale: string }> =>
  (await agentRoutes(w.agent).request(`/profile${asked}`, language === undefined ? {} : { headers: { "accept-language": language } })).json() as Promise<{ city: string; locale: string }>;

it("a profile that nobody wrote is in the language of the first request", async () => {
  const w = world();
  const task = await begin(w, "two milk teas to my office");
  expect(w.agent.profile()).toMatchObject({ locale: "en", city: "Hangzhou", name: "Lin Xiaoman", addresses: [{ label: "Home" }, { label: "Office" }] });
  expect(w.vault.waitingOf(task)!.checkout.deliverTo).toContain("969 West Wenyi Road");
  expect(systemOf(w)).toContain("City: Hangzhou.");
  const other = await begin(w, "点一杯奶茶送到家");
  expect(w.vault.waitingOf(other)!.checkout.deliverTo).toContain("478 Wensan Road");
  expect(systemOf(w)).toContain("City: 杭州.");
});

it("or of the page that asks for it first, whatever comes later", async () => {
  const w = world();
  expect(await read(w, "en-GB,en;q=0.8")).toMatchObject({ city: "Hangzhou" });
  await begin(w, "点一杯奶茶");
  expect(await read(w, "zh-CN")).toMatchObject({ city: "Hangzhou" });
  expect(await read(w, "zh-CN", "?locale=zh")).toMatchObject({ city: "杭州", locale: "zh" });
  expect(await read(w, "en")).toMatchObject({ city: "杭州" });
});

it("and Chinese when nothing is known; a program that reads it settles it", async () => {
  const w = world();
  expect(await read(w, "*")).toMatchObject({ city: "杭州" });
  await begin(w, "two milk teas");
  expect(w.agent.profile().city).toBe("杭州");
});

it("what a person saved stays as it is; only the model hears the city in the task's language", async () => {
  const w = world();
  const mine = { ...w.agent.profile(), city: "苏州", addresses: [{ label: "公司", address: "星湖街 328 号" }, { label: "家", address: "十梓街 1 号" }] };
  w.agent.setProfile(mine);
  for (const words of ["two milk teas to my office", "milk tea to work please"]) {
    const task = await begin(w, words);
    expect(systemOf(w)).toContain("City: Suzhou.");
    expect(w.vault.waitingOf(task)!.checkout.deliverTo).toBe("星湖街 328 号");
  }
  await begin(w, "remember that I am allergic to peanuts");
  expect(await read(w, "en", "?locale=en")).toEqual(mine);
});

it("home and office are understood whatever language the profile is in", async () => {
  const w = world();
  w.agent.setProfile({ ...w.agent.profile(), addresses: [{ label: "Home", address: "1 Home Street" }, { label: "Office", address: "2 Work Street" }] });
  for (const [words, address] of [["点一杯奶茶送到公司", "2 Work Street"], ["点一杯奶茶送到家", "1 Home Street"], ["a milk tea to the office", "2 Work Street"], ["a milk tea, deliver it home", "1 Home Street"]] as const) {
    expect([words, w.vault.waitingOf(await begin(w, words))!.checkout.deliverTo]).toEqual([words, address]);
  }
});
