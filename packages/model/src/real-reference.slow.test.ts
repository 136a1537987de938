import { openBackend } from "@wanwen/kernels";
import { realCases } from "./real.case.ts";

realCases("reference", () => openBackend("reference"), { rows: ["chinese"], activations: "float" });
