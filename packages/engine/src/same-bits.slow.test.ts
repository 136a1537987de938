import { openBackend } from "@wanwen/kernels";
import { openWasm } from "@wanwen/kernels/node";
import { sameBits } from "./same-bits.case.ts";

const TINY = "vectors/llamacpp-tiny/tiny";
sameBits({ name: "the embedded model on wasm, plain build", path: "models/mini", open: () => openWasm({ threads: 1, build: "plain" }) }, 3);
sameBits({ name: "a dense Qwen3.5 on the reference backend", path: `${TINY}-dense-f32.gguf`, open: () => openBackend("reference") }, 2);
sameBits({ name: "a Qwen3.5 of Q8_0 on wasm, exact activations", path: `${TINY}-k-q8_0.gguf`, open: () => openWasm({ activations: "f32" }) }, 3);
sameBits({ name: "a mixture of experts on wasm", path: `${TINY}-moe-q4_0.gguf`, open: () => openWasm({ threads: 2 }) }, 3);
