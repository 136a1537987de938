import { groundedCases } from "./grounded.case.ts";

groundedCases(1);
