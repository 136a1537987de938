import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { InvariantError } from "@wanwen/core";
import { describe, expect, test } from "vitest";
import { backendCases, noise, storedMatrix } from "../backend.case.ts";
import { openWasm } from "./index.ts";

// Loaded as Q8_0, which is coarser or has other steps.
const rounded = ["Q4_1", "Q5_1", "Q2_K", "Q3_K", "Q5_K", "IQ4_NL", "IQ4_XS", "MXFP4"] as const;

for (const build of ["plain", "relaxed"] as const) {
  for (const threads of [1, 2]) {
    backendCases(`wasm, ${build}, ${threads} threads`, () => openWasm({ build, threads }), { rounded, int8Activations: true });
  }
}

backendCases("wasm with float activations", () => openWasm({ threads: 2, activations: "f32" }), { rounded });
