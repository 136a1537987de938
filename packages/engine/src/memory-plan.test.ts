import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planInWords, planMemory } from "./memory-plan.ts";

const GB = 1e9;
const small = { weights: 0.5 * GB, perToken: 12_288, perConversation: 20e6 };

describe("a memory plan", () => {
  test("shares what is left behind the weights between conversations and kept beginnings", () => {
    const plan = planMemory(small, 8192, 4 * GB);
    expect(plan).toMatchObject({ runningMax: 16, weights: 0.5 * GB });
    expect(planInWords(plan)).toBe("memory at most: weights 500 MB, 16 conversations of up to 8,192 tokens 1.9 GB, kept beginnings 1.1 GB, program 269 MB");
  });

  test("has fewer conversations where there is less", () => {
    expect(planMemory(small, 8192, 1.3 * GB).runningMax).toBeLessThan(5);
    expect(planInWords(planMemory(small, 8192, 0.95 * GB))).toContain("1 conversation of");
  });

  test("refuses what does not fit, with all that it would take", () => {
    expect(() => planMemory({ ...small, weights: 5 * GB }, 8192, 4 * GB)).toThrow(
      "memory: expected room for the weights (5.0 GB), one conversation of 8,192 tokens (121 MB) and the program (269 MB), got 4.0 GB",
    );
  });

  test("never promises more than the budget", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 64, max: 32_768 }), fc.integer({ min: 1, max: 40 }), (weights, context, budget) => {
      try {
        const plan = planMemory({ weights: weights * 1e8, perToken: 50_000, perConversation: 5e7 }, context, budget * GB);
        expect(plan.weights + plan.conversations + plan.keptBytesMax + plan.working).toBeLessThanOrEqual(budget * GB);
        expect(plan.runningMax).toBeGreaterThanOrEqual(1);
      } catch (error) {
        expect((error as Error).message).toContain("memory: expected room");
      }
    }));
  });
});
