import { hostileCases } from "./hostile.case.ts";

hostileCases("hostile models, many of them", 3000);
