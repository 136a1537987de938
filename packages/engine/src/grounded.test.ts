import { openModelFiles } from "@wanwen/formats/node";
import { openWasm } from "@wanwen/kernels/node";
import { loadModel } from "@wanwen/model";
import { expect, test } from "vitest";
import { openEngine } from "./engine.ts";
import { groundedCases, messagesOf, root, rows, tools } from "./grounded.case.ts";

groundedCases(4);

test("the engine's replies are those, whole, with calls read out of them", async () => {
  const backend = await openWasm({ threads: 1 });
  const files = openModelFiles(root("models/mini"));
  const engine = openEngine(loadModel(files, backend));
  files.close();
  const decided = rows.filter((row) => row.grounded_margin.every((margin) => margin > 0.02)).slice(0, 16);
  expect(decided.length).toBe(16);
  await Promise.all(decided.map(async (row, i) => {
    const events = await Array.fromAsync(engine.generate({
      id: `${i}`, messages: messagesOf(row), tools, toolChoice: "auto", sampling: {}, stop: [],
    }));
    let reply = "";
    const calls: { name: string; json: string }[] = [];
    for (const event of events) {
      if (event.type === "text") reply += event.text;
      if (event.type === "toolCallStarted") calls.push({ name: event.name, json: "" });
      if (event.type === "toolCallArguments") calls[event.index]!.json += event.json;
    }
    const expected = [...row.grounded_text.matchAll(/<function=(.*?)>\n(.*?)<\/function>/gs)].map(([, name, body]) => ({
      name,
      values: [...body!.matchAll(/<parameter=(.*?)>\n(.*?)\n<\/parameter>/gs)].map(([, key, value]) => [key, value]),
    }));
    expect(reply).toBe(row.grounded_text.split("<tool_call>")[0]!.replace("<|im_end|>", "").trim());
    expect(calls.map(({ name, json }) => ({ name, values: Object.entries(JSON.parse(json) as object).map(([key, value]) => [key, String(value)]) }))).toEqual(expected);
    expect(events.at(-1)).toMatchObject({ type: "finished", reason: calls.length > 0 ? "toolCalls" : "stop" });
  }));
  await engine.close();
  backend.close();
});

test("a call can be demanded, forbidden, or demanded by name", async () => {
  const backend = await openWasm({ threads: 1 });
  const files = openModelFiles(root("models/mini"));
  const engine = openEngine(loadModel(files, backend));
  files.close();
  const say = async (content: string, toolChoice: "none" | "required" | { name: string }): Promise<string[]> => {
    const events = await Array.fromAsync(engine.generate({
      id: "r", messages: [{ role: "user", content }], tools, toolChoice, sampling: {}, stop: [], maxTokens: 100,
    }));
    expect(events.at(-1)?.type).toBe("finished");
    return events.flatMap((event) => (event.type === "toolCallStarted" ? [event.name] : []));
  };
  expect(await say("帮我点一杯珍珠奶茶", "none")).toEqual([]);
  expect((await say("你好", "required")).length).toBeGreaterThan(0);
  expect(new Set(await say("帮我点一杯珍珠奶茶", { name: "search_products" }))).toEqual(new Set(["search_products"]));
  await engine.close();
  backend.close();
});
