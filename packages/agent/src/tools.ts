/** The 17 tools, as models are told about them, and what the loop needs to know of each. */
import type { ChatTool } from "@wanwen/api";
import type { ShopKind } from "@wanwen/services";
import type { ToolName } from "./events.ts";
import definitions from "./tools.json" with { type: "json" };

interface ParameterSchema {
  readonly type: "string" | "number" | "integer";
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  /** Where a value may come from: what the person said, what a tool returned. Absent: the list, or anything. */
  readonly "x-from"?: "person" | "results";
}

export interface ToolSchema {
  readonly properties: Readonly<Record<string, ParameterSchema>>;
  readonly required: readonly string[];
}

/** In the wire's form, with `x-from` in each parameter: endpoints that know it decode grounded calls. */
export const toolDefinitions = definitions as unknown as readonly ChatTool[];

export const toolSchemas: ReadonlyMap<ToolName, ToolSchema> = new Map(
  toolDefinitions.map((tool) => [tool.function.name as ToolName, tool.function.parameters as unknown as ToolSchema]),
);

export const toolNames: readonly ToolName[] = [...toolSchemas.keys()];
export const isToolName = (name: string): name is ToolName => toolSchemas.has(name as ToolName);

/** Which service a search goes to. */
export const kindOfTool: Partial<Readonly<Record<ToolName, ShopKind>>> = {
  search_food: "food", search_products: "products", search_flights: "flights", search_trains: "trains", search_hotels: "hotels",
  search_movies: "movies", search_events: "events", search_rides: "rides", search_deals: "deals", search_recharge: "recharge",
};

/** The facts of an offer that models know, per tool, in the order of models/mini/README.md. */
export const offerFacts: Partial<Readonly<Record<ToolName, readonly string[]>>> = {
  search_food: ["shop", "price", "eta_min"], search_products: ["shop", "price", "rating"],
  search_flights: ["depart", "arrive", "price"], search_trains: ["depart", "arrive", "price"],
  search_hotels: ["price", "rating"], search_movies: ["cinema", "time", "price"], search_events: ["venue", "time", "price"],
  search_rides: ["price", "eta_min"], search_deals: ["shop", "price", "was"], search_recharge: ["price"],
};
