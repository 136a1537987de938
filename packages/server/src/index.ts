export { modelRoutes, type ModelRoutesOptions, type ServedModel } from "./routes.ts";
