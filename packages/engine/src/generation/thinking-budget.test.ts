import { readFileSync } from "node:fs";
import { tokenizerFromJson } from "@wanwen/formats";
import { describe, expect, test } from "vitest";
import type { Constraint } from "./constraint.ts";
import { thinkingBudget } from "./thinking-budget.ts";

const path = "models/mini/tokenizer.json";
const tokenizer = tokenizerFromJson(readFileSync(new URL(`../../../../${path}`, import.meta.url), "utf8"), path);
const closing = tokenizer.encode("\n</think>\n\n");

const budget = (thinkingTokensMax: number | undefined, replyTokensMax = 4000): Constraint =>
  thinkingBudget(undefined, { tokenizer, replyTokensMax, thinkingTokensMax, toolFormat: "qwen3.5-xml" });

/** The only token that may come next; undefined: any may. */
function forced(on: Constraint): number | undefined {
  const mask = on.mask();
  const ids =
    mask &&
    [...mask].flatMap((word, at) => Array.from({ length: 32 }, (_, bit) => at * 32 + bit).filter((id) => (word >>> (id & 31)) & 1));
  expect(ids === undefined || ids.length === 1).toBe(true);
  return ids?.[0];
}

function write(on: Constraint, text: string): number {
  const ids = tokenizer.encode(text);
  for (const id of ids) {
    expect(forced(on), text).toBeUndefined();
    on.accept(id);
  }
  return ids.length;
}

describe("a budget of thinking", () => {
  test("forces the closing, token by token, and then nothing any more", () => {
    const on = budget(tokenizer.encode("Let me see.").length);
    write(on, "Let me see.");
    expect(on.canEnd).toBe(false);
    for (const id of closing) {
      expect(forced(on)).toBe(id);
      on.accept(id);
    }
    expect(on.canEnd).toBe(true);
    write(on, "The answer is a long one, longer than the thinking was.");
  });

  test("is not asked once the thinking ended by itself, or with a call", () => {
    for (const end of ["done\n</think>\n\n", "so: <tool_call>\n<function=look>\n"]) {
      const on = budget(60);
      const used = write(on, end);
      expect(used).toBeLessThan(60);
      write(on, "and on and on. ".repeat(20));
    }
    const mention = budget(30);
    write(mention, "a <tool_call> is");
    while (mention.mask() === undefined) mention.accept(tokenizer.encode("a")[0]!);
    expect(forced(mention)).toBe(closing[0]);
  });

  test("waits for the end of a character", () => {
    const bytes = [...new TextEncoder().encode("\u{1f600}")];
    const byteId = (byte: number): number =>
      Array.from({ length: tokenizer.size }, (_, id) => id).find(
        (id) => tokenizer.bytes(id).length === 1 && tokenizer.bytes(id)[0] === byte && !tokenizer.isSpecial(id),
      )!;
    const on = budget(2);
    for (const byte of bytes) {
      expect(on.mask()).toBeUndefined();
      on.accept(byteId(byte));
    }
    expect(forced(on)).toBe(closing[0]);
  });

  test("leaves a quarter of the reply to the answer, at most 512 tokens", () => {
    const thinkingOf = (replyTokensMax: number): number => {
      const on = budget(undefined, replyTokensMax);
      const id = tokenizer.encode("a")[0]!;
      for (let used = 0; ; used++) {
        if (on.mask() !== undefined) return used + closing.length;
        on.accept(id);
      }
    };
    expect([thinkingOf(100), thinkingOf(4000)]).toEqual([75, 3488]);
    expect(thinkingOf(1)).toBe(closing.length);
  });

  test("has forks that go their own way", () => {
    const on = budget(8);
    write(on, "Hm");
    const fork = on.fork();
    while (fork.mask() === undefined) fork.accept(tokenizer.encode("a")[0]!);
    expect([on.mask(), forced(fork)]).toEqual([undefined, closing[0]]);
  });
});
