import { describe } from "vitest";
import { schemaDifferential } from "./schema-differential.case.ts";

describe("many random schemas", () => schemaDifferential(1000, 11));
