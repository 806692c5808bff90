/* Pages that were read once can be read without a connection. The network comes first, always, so
   that nothing old is shown where something new can be had. */

const MOST = 200 // pages that are kept

self.addEventListener("install", () => self.skipWaiting())
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()))

/* The editor at admin/ is none of ours: it must always be the newest. */
const own = address =>
  address.startsWith(self.registration.scope) && !address.startsWith(`${self.registration.scope}admin/`)

/* Each edition keeps its own: what one no longer shows must not come from another. */
const folder = new URL(self.registration.scope).pathname
const name = address => folder + (new URL(address).pathname.endsWith("/") ? "pages" : "files")

async function put(address, answer) {
  const cache = await caches.open(name(address))
  await cache.put(address, answer)
  if (!name(address).endsWith("pages")) return
  const kept = await cache.keys()
  for (const old of kept.slice(0, Math.max(0, kept.length - MOST))) await cache.delete(old)
}

/* What is gone from the site is gone from the device too. */
const drop = async address => (await caches.open(name(address))).delete(address)

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
      const address = request.url.split("#")[0]
      if (answer.ok) event.waitUntil(put(address, answer.clone()))
      else if (answer.status === 404 || answer.status === 410) event.waitUntil(drop(address))
      return answer
    } catch (error) {
      const cache = await caches.open(name(request.url))
      const kept = await cache.match(request, { ignoreSearch: request.mode === "navigate" })
      if (kept) return kept
      throw error
    }
  })())
})
