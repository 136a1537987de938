import { useSyncExternalStore } from "react";

export type Route =
  | { readonly place: "ask"; readonly taskId?: string }
  | { readonly place: "orders"; readonly orderId?: string }
  | { readonly place: "me" };

export function parseRoute(path: string): Route {
  const [first, second] = path.split("/").filter(Boolean).map(safeDecode);
  if (first === "t" && second !== undefined) return { place: "ask", taskId: second };
  if (first === "orders") return { place: "orders", ...(second === undefined ? {} : { orderId: second }) };
  if (first === "me") return { place: "me" };
  return { place: "ask" };
}

export function pathOf(route: Route): string {
  switch (route.place) {
    case "ask":
      return route.taskId === undefined ? "/" : `/t/${encodeURIComponent(route.taskId)}`;
    case "orders":
      return route.orderId === undefined ? "/orders" : `/orders/${encodeURIComponent(route.orderId)}`;
    case "me":
      return "/me";
  }
}

function safeDecode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const changed = "wanwen:route";

export function goTo(route: Route): void {
  const path = pathOf(route);
  if (path !== location.pathname) history.pushState(null, "", path);
  dispatchEvent(new Event(changed));
}

function subscribe(listener: () => void): () => void {
  addEventListener("popstate", listener);
  addEventListener(changed, listener);
  return () => {
    removeEventListener("popstate", listener);
    removeEventListener(changed, listener);
  };
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => location.pathname));
}
