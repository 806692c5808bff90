/* Pages that were read once can be read without a connection. The network comes first, always, so
   that nothing old is shown where something new can be had. */

const MOST = 200 // pages that are kept

self.addEventListener("install", () => self.skipWaiting())
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()))

const own = address => address.startsWith(self.registration.scope)

const name = address => new URL(address).pathname.endsWith("/") ? "pages" : "files"

async function put(address, answer) {
  const cache = await caches.open(name(address))
  await cache.put(address, answer)
  const kept = await (await caches.open("pages")).keys()
  for (const old of kept.slice(0, Math.max(0, kept.length - MOST))) await cache.delete(old)
}

self.addEventListener("message", event => {
  const addresses = (event.data?.keep ?? []).filter(own)
  event.waitUntil(Promise.all(addresses.map(async address => {
    const answer = await fetch(address)
    if (answer.ok) await put(address, answer)
  })))
})

self.addEventListener("fetch", event => {
  const { request } = event
  if (request.method !== "GET" || !own(request.url)) return
  event.respondWith((async () => {
    try {
      const answer = await fetch(request)
      if (answer.ok) event.waitUntil(put(request.url.split("#")[0], answer.clone()))
      return answer
    } catch (error) {
      const kept = await caches.match(request, { ignoreSearch: request.mode === "navigate" })
      if (kept) return kept
      throw error
    }
  })())
})
