import { describe } from "vitest";
import { schemaDifferential } from "./schema-differential.case.ts";

describe("random schemas", () => schemaDifferential(80, 7));
