import { hostileCases } from "./hostile.case.ts";

hostileCases("hostile models", 40);
