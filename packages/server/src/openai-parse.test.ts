import { fileURLToPath } from "node:url";
import type { Engine } from "@wanwen/engine";
import { openEngineHere } from "@wanwen/engine/node";
import OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ModelSeat, modelRoutes } from "./index.ts";

/** The official client's typed replies, against a model of random weights: what it says means nothing, but it fits. */
describe("chat.completions.parse of the openai client", () => {
  let engine: Engine;
  let client: OpenAI;

  beforeAll(async () => {
    engine = await openEngineHere({
      path: fileURLToPath(new URL("../../../vectors/llamacpp-tiny/tiny-dense-f32.gguf", import.meta.url)),
      backend: "reference",
    });
    const app = modelRoutes({ models: [new ModelSeat({ name: "tiny", path: "" }, { open: async () => engine })] });
    await new Promise((resolve) => setImmediate(resolve));
    client = new OpenAI({
      baseURL: "http://localhost/v1",
      apiKey: "local",
      maxRetries: 0,
      fetch: async (url, init) => app.request(String(url), init),
    });
  });
  afterAll(() => engine.close());

  const Event = z.object({
    when: z.iso.date(),
    kind: z.enum(["concert", "match"]),
    guests: z.array(z.object({ seats: z.number().int().min(1).max(8), note: z.string().max(4).nullable() })).max(1),
  });
  const ask = { model: "tiny", messages: [{ role: "user" as const, content: "hello" }], temperature: 1.2, max_tokens: 900 };

  it("gives a value of the schema, in one piece and as a stream", async () => {
    const response_format = zodResponseFormat(Event, "event");
    const reply = await client.chat.completions.parse({ ...ask, seed: 1, response_format });
    expect(reply.choices[0]!.finish_reason).toBe("stop");
    expect(Event.parse(reply.choices[0]!.message.parsed)).toEqual(JSON.parse(reply.choices[0]!.message.content!));
    const streamed = await client.chat.completions.stream({ ...ask, seed: 1, response_format }).finalChatCompletion();
    expect(streamed.choices[0]!.message.parsed).toEqual(reply.choices[0]!.message.parsed);
  });

  it("says which keyword is not supported, with a status that clients do not try again", async () => {
    const schema = { type: "object", properties: { a: { type: "array", uniqueItems: true } } };
    const failed = client.chat.completions.create({
      ...ask,
      response_format: { type: "json_schema", json_schema: { name: "x", schema } },
    });
    await expect(failed).rejects.toMatchObject({
      status: 400,
      param: "response_format.json_schema.schema",
      message: expect.stringContaining("schema/properties/a/uniqueItems: not supported"),
    });
  });
});
