import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Backend } from "@wanwen/kernels";
import { describe, expect, test } from "vitest";
import { argmax, expectGreedy, logprob, type Opened, openPath, runInPieces, vectorPath } from "./golden.case.ts";
import { encodePrompt } from "./index.ts";
import type { ChatMessage, ToolDefinition } from "./types.ts";

interface RealRow {
  readonly name: string;
  readonly text: string;
  readonly ids: readonly number[];
  readonly messages?: readonly ChatMessage[];
  readonly tools?: readonly ToolDefinition[];
  readonly argmax: readonly number[];
  readonly margin: readonly number[];
  readonly next_logprob: readonly number[];
  readonly last_top20: readonly (readonly [number, number])[];
  readonly greedy: readonly number[];
  readonly greedy_margin: readonly number[];
}

const QWEN = "qwen2.5-coder-0.5b-instruct-q4_k_m";
const folder = process.env["WANWEN_MODELS"] ?? join(homedir(), ".cache/wanwen/models");

/**
 * Trained weights against transformers' numbers for the same file. The file is not part of the repository; without
 * it the cases are skipped.
 */
export function realCases(
  backendName: string,
  open: () => Promise<Backend>,
  options: {
    /** File name without its ending; Qwen2.5-Coder 0.5B when left out. */
    readonly model?: string;
    /** Names of rows to run; a slow backend runs the short ones. */
    readonly rows?: readonly string[];
    readonly activations: "float" | "8-bit";
  },
): void {
  const name = options.model ?? QWEN;
  const path = join(folder, `${name}.gguf`);
  const { rows } = JSON.parse(readFileSync(vectorPath(`real/${name}.json`), "utf8")) as { rows: RealRow[] };
  const missing = existsSync(path) ? "" : ` (skipped: ${name}.gguf is not in ${folder})`;
  // What vectors/real/README.md calls fair: argmax where the margin says that it is decided, and how far a number may be off.
  const tolerance = options.activations === "float" ? { margin: 0.02, logits: 5e-3 } : { margin: 1, logits: undefined };

  describe.skipIf(missing !== "")(`${backendName}: vectors/real/${name}${missing}`, () => {
    let opened: Opened | undefined;
    const allDifferences: number[] = [];
    const model = async () => (opened ??= await openPath(path, open)).model;

    test("its template and tokenizer give the expected texts and ids", async () => {
      const { prompt, tokenizer } = await model();
      if (name === QWEN) expect(prompt).toMatchObject({ toolFormat: "qwen2.5-json", showsTools: true, thinks: false });
      for (const row of rows) {
        expect(tokenizer.encode(row.text)).toEqual(row.ids);
        if (!row.messages) continue;
        const tools = row.tools ? { tools: row.tools } : {};
        expect(prompt.render(row.messages, tools)).toBe(row.text);
        expect(encodePrompt(prompt, tokenizer, row.messages, tools).ids).toEqual(row.ids);
      }
    });

    test.each(rows.filter(({ name }) => options.rows?.includes(name) ?? true).map((row) => [row.name, row] as const))(
      "%s: logits and greedy reply are transformers'",
      async (_, row) => {
        const loaded = await model();
        const width = loaded.config.vocabulary;
        const logits = runInPieces(loaded, row.ids, 64);
        const differences: number[] = [];
        for (let at = 0; at < row.ids.length; at++) {
          const here = logits.subarray(at * width, (at + 1) * width);
          if (row.margin[at]! > tolerance.margin) expect({ at, id: argmax(here) }).toEqual({ at, id: row.argmax[at] });
          const next = row.ids[at + 1];
          if (next !== undefined) differences.push(logprob(here, next) - row.next_logprob[at]!);
        }
        allDifferences.push(...differences);
        if (tolerance.logits !== undefined) {
          expect(Math.max(...differences.map(Math.abs))).toBeLessThan(tolerance.logits);
          const last = logits.subarray((row.ids.length - 1) * width);
          for (const [id, value] of row.last_top20) expect(Math.abs(last[id]! - value)).toBeLessThan(tolerance.logits);
        }
        // After a near-tie the two may say different things, and both be right.
        const decided = row.greedy_margin.findIndex((margin) => margin < tolerance.margin);
        expectGreedy(loaded, row.ids, decided < 0 ? row.greedy : row.greedy.slice(0, decided), tolerance.margin, row.greedy_margin);
      },
    );

    test("over all rows the log-probabilities lean neither up nor down", () => {
      expect(allDifferences.length).toBeGreaterThan(0);
      const mean = allDifferences.reduce((sum, each) => sum + each, 0) / allDifferences.length;
      const variance = allDifferences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / allDifferences.length;
      // A few dozen positions lean by chance: twice the standard error of their mean is no lean.
      expect(Math.abs(mean)).toBeLessThan(Math.max(0.02, 2 * Math.sqrt(variance / allDifferences.length)));
    });
  });
}
