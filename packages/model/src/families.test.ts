import { openBackend } from "@wanwen/kernels";
import { openWasm } from "@wanwen/kernels/node";
import { familyCases } from "./families.case.ts";

familyCases("reference", () => openBackend("reference"), { activations: "float" });
familyCases("wasm", () => openWasm({ threads: 2, activations: "f32" }), { activations: "float" });
familyCases("wasm, plain SIMD, 8-bit activations", () => openWasm({ threads: 1, build: "plain" }), { activations: "8-bit" });
