export { ownNamesOnly } from "./browsers.ts";
export { modelRoutes, type ModelRoutesOptions, type ServedModel } from "./routes.ts";
