import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));
const vector = (name: string) => fileURLToPath(new URL(`../../../vectors/${name}`, import.meta.url));
const wanwen = (...args: string[]) => execFileSync(process.execPath, [main, "inspect", ...args], { encoding: "utf8" });

describe("wanwen inspect", () => {
  it("says what the embedded model is, what it needs and how fast it may be", () => {
    const text = wanwen("--threads", "1");
    expect(text).toContain("Qwen3.5, 9.0 million parameters, from safetensors");
    expect(text).toMatch(/6 Gated DeltaNet, 2 full attention/);
    expect(text).toMatch(/guesses +a few tokens ahead/);
    expect(text).toMatch(/memory +19\.9 MB of weights, .* 3\.1 MB per 1,000 tokens and \d+ kB of recurrent state/);
    expect(text).toMatch(/speed +about \d+ tokens\/s at most: each reads 17\.9 MB, and 1 thread here just read \d+\.\d GB\/s/);
  });

  it("counts, for a mixture of experts, what one token reads", () => {
    const found = JSON.parse(wanwen(vector("llamacpp-tiny/tiny-moe-q4_0.gguf"), "--json", "--no-speed"));
    expect(found).toMatchObject({
      family: "qwen3.5", format: "gguf", tiedHead: false, contextMax: 262144,
      experts: { count: 8, used: 2, width: 32, sharedWidth: 32 },
      layers: { attention: 1, deltaNet: 3 },
      drafts: false,
      unused: { tensors: 0, bytes: 0 },
    });
    expect(found.types.map(({ type }: { type: string }) => type)).toEqual(["Q4_0", "Q8_0", "F32"]);
    expect(found.expected).toBeUndefined();
    // Six of eight experts, in each of four layers, have three matrices that a token does not read; and all but one row of the embedding.
    expect(found.memory.weights - found.bytesPerToken).toBeGreaterThan(4 * 6 * 3 * 32 * 64 * (18 / 32));
  });

  it.each([
    ["nowhere.gguf", /^✗ there is no file or folder .*nowhere\.gguf, and no nowhere\.gguf in .*\n$/],
    [vector("llamacpp-tiny/tokens.i32"), /^✗ expected a folder or a \.gguf file, got tokens\.i32\n$/],
    [vector("transformers/dense"), /^✗ .*expected tokenizer\.json in the directory\n$/],
  ])("says in one line what is wrong with %s", (path, message) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [main, "inspect", path], { encoding: "utf8" });
    expect([status, stdout, stderr]).toEqual([1, "", expect.stringMatching(message)]);
  });

  it("has help with an example", () => {
    expect(wanwen("--help")).toContain("Examples:\n  wanwen inspect");
  });
});
