import { openWasm } from "@wanwen/kernels/node";
import { sameBits } from "./same-bits.case.ts";

sameBits({ name: "the embedded model on wasm, 2 threads", path: "models/mini", open: () => openWasm({ threads: 2 }) }, 1);
sameBits({ name: "a quantised Qwen3.5 on wasm", path: "vectors/llamacpp-tiny/tiny-k-q4_k_m.gguf", open: () => openWasm({ threads: 1 }) }, 1);
