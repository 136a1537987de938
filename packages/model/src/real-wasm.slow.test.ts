import { openWasm } from "@wanwen/kernels/node";
import { realCases } from "./real.case.ts";

realCases("wasm", () => openWasm({ activations: "f32" }), { rows: ["chinese", "chat-en"], activations: "float" });
realCases("wasm, 8-bit activations", () => openWasm(), { activations: "8-bit" });
// The backend keeps Q4_1 as Q8_0: a rounding of its own, much as 8-bit activations are.
realCases("wasm", () => openWasm(), { model: "smollm2-135m-instruct-q4_1", activations: "8-bit" });
