// The page without a network: the last index.html and the hashed assets that it used. Never touches /api: what a task or
// an order says must come from the server, not from yesterday.
const CACHE = "wanwen-shell-1";
const ASSETS_MAX = 60;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(["/", "/boot.js", "/icon.svg", "/manifest.webmanifest", "/manifest.zh.webmanifest"])));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith("wanwen-") && name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/api") || url.pathname.startsWith("/v1") || url.pathname === "/health") return;
  if (request.mode === "navigate") event.respondWith(freshElseKept(request, "/"));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(keptElseFresh(request));
  else event.respondWith(freshElseKept(request, url.pathname));
});

async function freshElseKept(request, key) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(key, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(key);
    if (kept) return kept;
    throw error;
  }
}

// Names under /assets/ carry a hash of what is inside: once kept, never stale.
async function keptElseFresh(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) {
    await cache.put(request, response.clone());
    const assets = (await cache.keys()).filter((each) => new URL(each.url).pathname.startsWith("/assets/"));
    for (const old of assets.slice(0, Math.max(0, assets.length - ASSETS_MAX))) await cache.delete(old);
  }
  return response;
}
