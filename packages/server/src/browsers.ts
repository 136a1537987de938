import { errorEnvelope } from "@wanwen/api";
import { InputError } from "@wanwen/core";
import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";

/**
 * Which pages in a browser may use the models: the one that this server sends, those of this computer ("localhost" at
 * any port: a developer's own) and the browser's extensions. A page from elsewhere is refused, so that nobody's
 * website can keep this computer busy. Programs send no `Origin` and are not concerned.
 */
export function browsers(): MiddlewareHandler {
  const headers = cors({ origin: (origin) => origin, allowMethods: ["GET", "POST"], maxAge: 600 });
  return async (context, next) => {
    const origin = context.req.header("origin");
    if (origin === undefined) return next();
    if (!mayUse(origin, context.req.header("host"))) {
      return context.json(errorEnvelope(new InputError(`Origin: expected a page of this computer, got ${origin.slice(0, 100)}`)), 403);
    }
    return headers(context, next);
  };
}

/**
 * For routes that change this computer: only the page that this server sends may write, and only JSON, which no form of
 * another site can. Programs send no `Origin` and are not concerned.
 */
export function ownPageOnly(): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context;
    if (req.method === "GET" || req.method === "HEAD") return next();
    const origin = req.header("origin");
    if (origin !== undefined && URL.parse(origin)?.host !== (req.header("host") ?? new URL(req.url).host)) {
      return context.json(errorEnvelope(new InputError(`Origin: expected this server's own page, got ${origin.slice(0, 100)}`)), 403);
    }
    if (/^application\/json\b/i.test(req.header("content-type") ?? "")) return next();
    return context.json(errorEnvelope(new InputError("content-type: expected application/json")), 415);
  };
}

function mayUse(origin: string, host: string | undefined): boolean {
  const url = URL.parse(origin);
  if (!url) return false; // "null": a sandboxed frame or a file, from wherever
  const web = url.protocol === "http:" || url.protocol === "https:";
  return !web || url.host === host || isLoopbackName(url.hostname);
}

/**
 * For servers that listen on this computer only: refuses requests that were addressed to another name. A website can
 * make its own name point here, and its pages then count as ours; they cannot make the browser say "localhost".
 */
export function ownNamesOnly(): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header("host");
    const name = host === undefined ? undefined : URL.parse(`http://${host}`)?.hostname;
    if (name === undefined || isLoopbackName(name) || isAddress(name)) return next();
    return context.json(errorEnvelope(new InputError(`Host: expected a name of this computer, got ${name.slice(0, 100)}`)), 403);
  };
}

function isLoopbackName(name: string): boolean {
  return name === "localhost" || name.endsWith(".localhost") || name === "[::1]" || /^127(\.\d+){3}$/.test(name);
}

function isAddress(name: string): boolean {
  return name.startsWith("[") || /^\d+(\.\d+){3}$/.test(name);
}
