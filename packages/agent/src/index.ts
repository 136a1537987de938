export type * from "./events.ts";
export { type Agent, type AgentOptions, openAgent, type TaskNews } from "./agent.ts";
export { agentRoutes } from "./http.ts";
export { toolDefinitions, toolNames } from "./tools.ts";
