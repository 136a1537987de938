import { openWasm } from "@wanwen/kernels/node";
import { goldenCases } from "./golden.case.ts";

goldenCases("wasm", () => openWasm({ threads: 2, activations: "f32" }), { miniRows: 12, activations: "float" });
goldenCases("wasm, plain SIMD, 8-bit activations", () => openWasm({ threads: 1, build: "plain" }), { miniRows: 3, activations: "8-bit" });
