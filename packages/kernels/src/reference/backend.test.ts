import { backendCases } from "../backend.case.ts";
import { openBackend } from "../index.ts";

backendCases("the reference backend", () => openBackend("reference"));
