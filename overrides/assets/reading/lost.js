/* The page for what is not there: an address may stand in another edition, or have had none. */

import { nearest, pages, parted, versions } from "./editions.js"
import { say } from "./say.js"

const base = new URL(document.body.dataset.base, location.href)
const site = new URL("../", base)

async function offer() {
  const all = await versions(site)
  const asked = location.pathname.slice(site.pathname.length)
  const [first] = asked.split("/", 1)
  const known = [...all.flatMap(one => one.aliases), ...all.map(one => one.version)]
  const below = known.includes(first) ? asked.slice(first.length + 1) : asked
  const tags = [...document.querySelectorAll(".lost__list > li")].map(one => one.lang)
  const [language, path] = parted(below.endsWith("/") ? below : `${below}/`, tags)
  const item = document.querySelector(`.lost__list > li[lang="${language}"]`)
  const found = []
  for (const one of all) {
    const folder = one.aliases.includes("latest") ? "latest" : one.version
    const place = nearest(await pages(site, folder), language, path)
    const same = parted(place, tags)[1] === path
    const near = folder === "latest" && parted(place, tags)[1]
    const told = same ? say(item.dataset.same, { edition: one.title }) : item.dataset.near
    if (same || near) found.push([folder, place, told])
  }
  const order = ["latest", undefined, "next"] // the current one first, what is to come last
  const rank = folder => order.indexOf(order.includes(folder) ? folder : undefined)
  found.sort((one, other) => rank(one[0]) - rank(other[0]))
  for (const [folder, place, words] of found) {
    const row = document.createElement("p")
    const link = document.createElement("a")
    link.className = "button"
    link.href = new URL(`${folder}/${place}`, site)
    link.textContent = words
    row.append(link)
    item.append(row)
  }
  item.parentElement.prepend(item)
}

offer().catch(() => {})
