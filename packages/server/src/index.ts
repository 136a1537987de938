export { ownNamesOnly, ownPageOnly } from "./browsers.ts";
export { libraryRoutes, type LibraryStatus } from "./library-routes.ts";
export { modelRoutes, type ModelRoutesOptions, type ModelState, type ServedModel } from "./routes.ts";
export { ModelSeat, type SeatChange, type SeatedModel } from "./seat.ts";
