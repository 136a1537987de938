import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openModelFiles } from "@wanwen/formats/node";
import { openWasm } from "@wanwen/kernels/node";
import { type ChatMessage, encodePrompt, loadModel, type ToolDefinition } from "@wanwen/model";
import { expect, test } from "vitest";
import { callGrammar, VocabularyTrie } from "./generation/grammar/index.ts";
import { Sampler } from "./generation/sample.ts";
import { samplingOf } from "./sampling-defaults.ts";

/** The embedded model under the grammar, against the same in PyTorch (vectors/mini). */

export interface Row {
  readonly messages: readonly (Pick<ChatMessage, "role"> & {
    content: string;
    tool_calls?: { function: { name: string; arguments: Record<string, unknown> } }[];
  })[];
  readonly grounded: readonly number[];
  readonly grounded_margin: readonly number[];
  readonly grounded_text: string;
}

export const root = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
export const { rows } = JSON.parse(readFileSync(root("vectors/mini/expected.json"), "utf8")) as { rows: Row[] };
export const tools = JSON.parse(readFileSync(root("models/mini/tools.json"), "utf8")) as ToolDefinition[];
export const messagesOf = (row: Row): ChatMessage[] =>
  row.messages.map(({ role, content, tool_calls: calls }) => ({ role, content, ...(calls && { toolCalls: calls.map((call) => call.function) }) }));

/** Follows the expected reply of every `step`th row, token by token. */
export function groundedCases(step: number): void {
  test("grounded replies of vectors/mini are the likeliest ones here too", { timeout: 300_000 }, async () => {
    const backend = await openWasm({ threads: 1 });
    const files = openModelFiles(root("models/mini"));
    const model = loadModel(files, backend);
    files.close();
    const { tokenizer } = model;
    const trie = new VocabularyTrie(tokenizer);
    for (const row of rows.filter((_, i) => i % step === 0)) {
      const messages = messagesOf(row);
      const grammar = callGrammar({ trie, tokenizer, tools, toolChoice: "auto", messages, toolFormat: "qwen3.5-xml", thinkingOpen: false });
      const prompt = encodePrompt(model.prompt, tokenizer, messages).ids;
      const sampler = new Sampler(samplingOf(model, {}, false), prompt, { vocabulary: model.realIds });
      const state = model.newState({ contextTokens: prompt.length + row.grounded.length });
      let tokens: readonly number[] = prompt;
      for (const [at, id] of row.grounded.entries()) {
        const [logits] = model.forward([{ state, tokens, logits: "last" }]);
        const ours = sampler.next(logits!, grammar.mask()).id;
        if (row.grounded_margin[at]! > 0.02) expect({ text: row.grounded_text, at, id: ours }).toEqual({ text: row.grounded_text, at, id });
        if (!model.config.endIds.includes(id)) grammar.accept(id);
        tokens = [id];
      }
      model.freeState(state);
    }
    model.close();
    backend.close();
  });
}
