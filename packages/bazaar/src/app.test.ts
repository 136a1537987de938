import { fixedClock } from "@wanwen/core";
import { describe, expect, test } from "vitest";
import { openBazaar } from "./index.ts";

const open = (faults = false) => openBazaar({ databasePath: ":memory:", clock: fixedClock("2026-12-01T04:00:00Z"), seedWalletMinor: 100_000, faults }).app;
const post = (body: string, headers: Record<string, string> = {}) => ({ method: "POST", body, headers: { "content-type": "application/json", ...headers } });
const order = JSON.stringify({ offerRef: "x", quantity: 1, deliverTo: "", note: "", locale: "zh" });

describe("the bazaar's HTTP face", () => {
  test.each([
    ["a search without a language", "/food/search?city=x&query=tea", {}, 400, "locale"],
    ["a date that is none", "/trains/search?locale=en&city=x&to=y&date=2026-02-30", {}, 400, "date"],
    ["a price that is no number", "/food/search?locale=en&city=x&query=tea&maxPrice=1e3", {}, 400, "maxPrice"],
    ["a text without end", `/food/search?locale=en&city=x&query=${"a".repeat(201)}`, {}, 400, "query"],
    ["an offer that nobody made", "/food/checkouts", post(order), 400, "offerRef"],
    ["half a piece", "/food/checkouts", post(order.replace('"quantity":1', '"quantity":0.5')), 400, "quantity"],
    ["a body that is no JSON", "/food/checkouts", post("{"), 400, "body"],
    ["a body of another type", "/food/checkouts", post(order, { "content-type": "text/plain" }), 415, undefined],
    ["a body that is too long", "/food/checkouts", post(JSON.stringify("x".repeat(70_000))), 413, undefined],
    ["a page of another origin", "/wallet", { headers: { origin: "https://evil.test" } }, 403, undefined],
    ["a purchase without a key", "/checkouts/x/complete", post('{"terms":"t"}'), 400, "Idempotency-Key"],
    ["a checkout that is not there", "/checkouts/x/complete", post('{"terms":"t"}', { "idempotency-key": "key-12345" }), 404, undefined],
    ["an order that is not there", "/orders/ABC234/cancel?locale=en", post("{}", { "idempotency-key": "key-12345" }), 404, undefined],
    ["a route that is not there", "/admin", {}, 404, undefined],
    ["a fault switch when there are none", "/faults", post('{"fault":"sold_out"}'), 404, undefined],
  ])("refuses %s", async (_, path, request, status, param) => {
    const answer = await open().request(path, request);
    const body = (await answer.json()) as { error: { code: string; message: string; param?: string } };
    expect([answer.status, body.error.param]).toEqual([status, param]);
    expect(body.error.message).not.toBe("");
  });

  test("takes fault switches when it was opened with them, and only sensible ones", async () => {
    expect((await open(true).request("/faults", post('{"fault":"delay","ms":5}'))).status).toBe(201);
    expect((await open(true).request("/faults", post('{"fault":"delay","ms":1e9}'))).status).toBe(400);
    expect((await open(true).request("/faults", post('{"fault":"fire"}'))).status).toBe(400);
  });

  test("tells what is in the wallet", async () => {
    const answer = await open().request("/wallet");
    expect(await answer.json()).toEqual({ balance: { currency: "CNY", minor: 100_000 } });
  });
});
