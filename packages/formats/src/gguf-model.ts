import { openGguf } from "./gguf.ts";
import { tokenizerFromGguf } from "./tokenizer/from-gguf.ts";
import type { ByteSource, ModelFiles } from "./types.ts";

/**
 * The parts of a GGUF model, in order, as a model that can be loaded: all but the weights is read.
 * @throws InputError naming the part and what is wrong with it
 */
export function ggufModel(parts: readonly ByteSource[]): Omit<ModelFiles, "close"> {
  const weights = openGguf(parts);
  const { name } = parts[0]!;
  const chatTemplate = weights.metadata.get("tokenizer.chat_template");
  return {
    name: name.replace(/(-\d{5}-of-\d{5})?\.gguf$/, ""),
    tokenizer: tokenizerFromGguf(weights.metadata, name),
    weights,
    ...(typeof chatTemplate === "string" ? { chatTemplate } : {}),
  };
}
