import { openWasm } from "@wanwen/kernels/node";
import { realCases } from "./real.case.ts";

realCases("wasm", () => openWasm({ activations: "f32" }), { rows: ["chinese", "chat-en"], activations: "float" });
realCases("wasm, 8-bit activations", () => openWasm(), { activations: "8-bit" });
realCases("wasm", () => openWasm({ activations: "f32" }), { model: "smollm2-135m-instruct-q4_1", activations: "float" });
realCases("wasm, 8-bit activations", () => openWasm(), { model: "smollm2-135m-instruct-q4_1", activations: "8-bit" });
