import { fileURLToPath } from "node:url";
import { openModelFiles } from "@wanwen/formats/node";
import type { Backend } from "@wanwen/kernels";
import { loadModel, type Model } from "@wanwen/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EngineOptions, openEngine } from "./engine.ts";
import { Random } from "./generation/random.ts";
import type { Engine, GenerationEvent, GenerationRequest, Usage } from "./types.ts";

// Every way to the same tokens gives the same bits (ARCHITECTURE, "How a token is made quickly"): whatever runs beside a
// request, however its prompt is cut, whatever was kept from earlier ones. Log-probabilities are compared exactly.

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
export interface Setup {
  readonly name: string;
  readonly path: string;
  readonly open: () => Promise<Backend>;
}

const WORDS = "tea coffee please order two cups of 奶茶 送到 公司 明天 tickets for the train to Shanghai 酒店 near 西湖 and then".split(" ");

/** Conversations that begin alike and part somewhere: as people and agents make them. */
function conversations(seed: number): GenerationRequest[] {
  const random = new Random(seed);
  const text = (words: number) => Array.from({ length: words }, () => WORDS[Math.floor(random.next() * WORDS.length)]).join(" ");
  const system = { role: "system", content: text(60) } as const;
  const first = { role: "user", content: text(20) } as const;
  const reply = { role: "assistant", content: text(10) } as const;
  const turns = [[first], [first, reply, { role: "user", content: text(5) }], [first, reply, { role: "user", content: text(30) }], [{ role: "user", content: text(9) }]] as const;
  return turns.map((messages, i): GenerationRequest => ({
    id: `${seed}-${i}`, messages: [system, ...messages], tools: [], toolChoice: "none", stop: [], maxTokens: 6, logprobs: 2,
    sampling: i % 2 === 0 ? { temperature: 0 } : { temperature: 1, seed: i },
  }));
}

/** @param count conversations of four requests each */
export function sameBits({ name, path, open: openBackend }: Setup, count: number): void {
  describe(name, () => {
    let backend: Backend;
    let model: Model;
    const engines: Engine[] = [];
    beforeAll(async () => {
      backend = await openBackend();
      const files = openModelFiles(at(path));
      model = loadModel(files, backend);
      files.close();
    });
    afterAll(async () => {
      for (const engine of engines) await engine.close();
      model.close();
      backend.close();
    });

    /** An engine on the shared model. */
    function open(options: EngineOptions): Engine {
      const engine = openEngine({ ...model, close: () => {} }, options);
      engines.push(engine);
      return engine;
    }

    const requests = Array.from({ length: count }, (_, seed) => conversations(seed)).flat();
    const plain = (): Engine => open({ keptBytesMax: 0, runningMax: 1 });

    async function answers(engine: Engine, of: readonly GenerationRequest[], together = false): Promise<GenerationEvent[][]> {
      const one = (request: GenerationRequest) => Array.fromAsync(engine.generate(request));
      if (together) return Promise.all(of.map(one));
      const all: GenerationEvent[][] = [];
      for (const request of of) all.push(await one(request));
      return all;
    }

    /** What was said and how likely it was; not when. */
    const said = (events: readonly GenerationEvent[]) => events.filter(({ type }) => type === "text" || type === "thinking" || type === "failed");
    const usageOf = (events: readonly GenerationEvent[]): Usage => {
      const last = events.at(-1)!;
      if (last.type !== "finished") throw new Error(JSON.stringify(last));
      return last.usage;
    };

    test("prompts in pieces of any size give the same bits", async () => {
      const expected = (await answers(plain(), requests.slice(0, 3))).map(said);
      for (const promptTokensMax of [4, 12, 37]) {
        const got = await answers(open({ keptBytesMax: 0, promptTokensMax }), requests.slice(0, 3));
        expect(got.map(said)).toEqual(expected);
      }
    });

    test("replies that are written together have the bits of those that are written alone", async () => {
      const expected = (await answers(plain(), requests)).map(said);
      const got = await answers(open({ keptBytesMax: 0, runningMax: 8, promptTokensMax: 16 }), requests, true);
      expect(got.map(said)).toEqual(expected);
    });

    test("guessing ahead changes nothing, alone, together, and behind kept beginnings", async () => {
      // Random weights hardly repeat themselves; a list of one word must, so something is guessed whatever the model.
      const list = { type: "array", items: { const: "tea for two" }, minItems: 6, maxItems: 6 };
      const long = requests.map((request, at) => (at % 4 === 1 ? { ...request, maxTokens: 60, replySchema: list } : { ...request, maxTokens: 24 }));
      const expected = (await answers(open({ keptBytesMax: 0, drafts: "never" }), long)).map(said);
      for (const drafts of [1, 3]) {
        const got = await answers(open({ drafts }), long);
        expect(got.map(said)).toEqual(expected);
        expect(got.map(usageOf).reduce((sum, usage) => sum + usage.draftedTokens, 0)).toBeGreaterThan(0);
      }
      expect((await answers(open({ drafts: 2, runningMax: 8, promptTokensMax: 20 }), long, true)).map(said)).toEqual(expected);
      expect((await answers(open({}), long)).map(said)).toEqual(expected);
    });

    test("a kept beginning gives the bits that a new one gives, and says how much it spared", async () => {
      const expected = (await answers(plain(), [...requests, ...requests])).map(said);
      const kept = open({ runningMax: 2, promptTokensMax: 24 });
      const got = await answers(kept, [...requests, ...requests]);
      expect(got.map(said)).toEqual(expected);
      const usages = got.map(usageOf);
      expect(usages[0]).toMatchObject({ cachedTokens: 0, cacheNote: "nothing was kept yet" });
      expect(usages[1]!.cachedTokens).toBeGreaterThan(60); // instructions and first message
      for (const usage of usages.slice(requests.length)) expect(usage.promptTokens - usage.cachedTokens).toBeLessThan(24);
    });
  });
}
