/* Editions: where the same page stands in another one, and what an edition says that is not the
   current one. All of it comes from versions.json and from the pages.json of each edition, so the
   files of an edition stay as they were. */

import { say } from "./say.js"

const read = async address => {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return answer.json()
}

/* Which editions there are; `site` is the folder in which they stand. */
export const versions = site => read(new URL("versions.json", site))

/* The pages of an edition, or none where it cannot be asked: its home is there always. */
export async function pages(site, edition) {
  try {
    return await read(new URL(`${edition}/pages.json`, site))
  } catch {
    return { languages: [], pages: [""] }
  }
}

/* The page of this path that the edition has, else the nearest above it; in the language, else in
   English. */
export function nearest(known, language, path) {
  let place = path
  while (place && !known.pages.includes(place)) place = place.replace(/[^/]*\/?$/, "")
  return known.languages.includes(language) && language !== "en" ? `${language}/${place}` : place
}

/* The path below an edition without its language. */
export function parted(place, languages) {
  const [first] = place.split("/", 1)
  return languages.includes(first) ? [first, place.slice(first.length + 1)] : ["en", place]
}

const current = all => all.find(one => one.aliases.includes("latest"))
const language = document.documentElement.lang
const here = root => parted(location.pathname.slice(root.pathname.length), [language])[1]

function link(address, words) {
  const made = document.createElement("a")
  made.href = address
  made.textContent = words
  return made
}

/* Every edition, each with the way to this page in it. */
export async function list(menu, root) {
  const site = new URL("../", root)
  const [all, words] = await Promise.all([versions(site), read(new URL("offers.json", root))])
  const rows = await Promise.all(all.map(async one => {
    const now = one === current(all)
    const folder = now ? "latest" : one.version
    const place = nearest(await pages(site, folder), language, here(root))
    const name = one.version === "next" ? words[language].coming
      : now ? say(words[language].in_use, { edition: one.title }) : one.title
    const row = document.createElement("li")
    const made = link(new URL(`${folder}/${place}`, site), name)
    const own = [one.version, ...one.aliases].includes(root.pathname.split("/").at(-2))
    if (own) made.setAttribute("aria-current", "true")
    row.append(made)
    return row
  }))
  menu.querySelector("ul").replaceChildren(...rows)
}

/* Above an older edition, or one that is not released, stands what it is and the way on. */
export async function notice(root, folder) {
  const site = new URL("../", root)
  const all = await versions(site)
  const now = current(all)
  const own = all.find(one => one.version === folder)
  if (!own || !now || own === now) return
  const words = (await read(new URL("offers.json", root)))[language]
  const place = here(root)
  const there = nearest(await pages(site, "latest"), language, place)
  const same = parted(there, [language])[1] === place
  const bar = document.createElement("div")
  bar.className = "offer offer--edition"
  bar.setAttribute("role", "region")
  const text = document.createElement("p")
  const told = folder === "next" ? words.upcoming : words.older
  text.textContent = say(told, { edition: own.title, current: now.title })
  bar.setAttribute("aria-label", text.textContent)
  const made = link(new URL(`latest/${there}`, site), same ? words.same : words.near)
  made.className = "button"
  bar.append(text, made)
  document.querySelector(".md-container").prepend(bar)
}
