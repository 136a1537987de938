import { openBackend } from "@wanwen/kernels";
import { goldenCases } from "./golden.case.ts";

goldenCases("reference", () => openBackend("reference"), { miniRows: 2, activations: "float" });
