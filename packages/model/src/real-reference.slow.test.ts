import { openBackend } from "@wanwen/kernels";
import { realCases } from "./real.case.ts";

realCases("reference", () => openBackend("reference"), { rows: ["chinese"], activations: "float" });
realCases("reference", () => openBackend("reference"), { model: "smollm2-135m-instruct-q4_1", rows: ["capital"], activations: "float" });
