import { openWasm } from "@wanwen/kernels/node";
import { realCases } from "./real.case.ts";

realCases("wasm", () => openWasm({ activations: "f32" }), { rows: ["chinese", "chat-en"], activations: "float" });
realCases("wasm, 8-bit activations", () => openWasm(), { activations: "8-bit" });
