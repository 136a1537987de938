import { openWasm } from "@wanwen/kernels/node";
import { goldenCases } from "./golden.case.ts";

goldenCases("wasm", () => openWasm({ activations: "f32" }), { miniRows: 60, activations: "float" });
