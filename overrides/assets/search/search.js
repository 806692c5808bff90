/* Search in the reader's language: what is typed, the filters, and what is found. */
import { filters, remember } from "../browser/filters.js"
import { say } from "../reading/say.js"
import { finder } from "./finder.js"

const MOST = 20
const form = document.querySelector("form[data-index]")
const input = form.elements.q
const words = form.dataset
const part = id => document.getElementById(id)
const [found, near, loose, list, more] = ["found", "near", "loose", "results", "more"].map(part)
const browser = document.querySelector(".browser")
const filter = filters(browser, update)

const labels = new Map(filter.boxes.map(box => [`${box.name}:${box.value}`, filter.label(box)]))

let index
const load = () => index ??= finder(words.index, document.documentElement.lang, fact => labels.get(fact))

function element(name, ...children) {
  const made = document.createElement(name)
  made.append(...children)
  return made
}

/* The text with the words marked that were met. */
function marked(text, met, { segments, term }) {
  return segments(text).map(({ segment, isWordLike }) =>
    isWordLike && met?.has(term(segment)) ? element("mark", segment) : segment)
}

/* A grade band as its box in the filters shows it: shape and name. */
function band(name, box) {
  const made = element(name, box.parentElement.querySelector(".shape").cloneNode(true), filter.label(box))
  made.className = `band ${made.firstChild.classList[1]}`
  return made
}

/* A school word is used from one band on; what is for all bands needs none of them named. */
function bands(one, boxes) {
  if (boxes.length > 1 && boxes.length === filter.boxes.filter(box => box.name === "band").length) {
    return [element("li", words.every)]
  }
  if (one.kind !== "term" || !boxes.length) return boxes.map(box => band("li", box))
  const [before, after] = words.from.split("{band}").map(text => text.trim())
  return [element("li", before, band("span", boxes[0]), after)]
}

function facts(one) {
  const boxes = filter.boxes.filter(box => one.facts.has(`${box.name}:${box.value}`))
  const [kind] = boxes.filter(box => box.name === "kind").map(filter.label)
  const made = element("ul", element("li", kind), ...bands(one, boxes.filter(box => box.name === "band")))
  made.className = "facts"
  return made
}

function row(one, made) {
  const link = element("a", one.title)
  link.href = words.home + one.path
  const summary = element("p", ...marked(one.summary, one.met, made))
  for (const [bit, said] of [[1, link], [2, summary]]) {
    if (one.english & bit) Object.assign(said, { lang: "en", dir: "ltr" })
  }
  return element("li", element("h2", link), facts(one), summary)
}

/* The first results, and a button for those that follow; who asks for more goes on reading there. */
function show(results, made) {
  list.replaceChildren()
  const add = () => {
    const next = results.slice(list.children.length, list.children.length + MOST)
    const rows = next.map(one => row(one, made))
    list.append(...rows)
    const left = results.length - list.children.length
    more.hidden = left === 0
    more.textContent = say(words.more, { number: Math.min(left, MOST) })
    return rows[0]
  }
  more.onclick = () => add().querySelector("a").focus()
  add()
  list.hidden = results.length === 0
  found.textContent = results.length === 0 ? words.none
    : results.length === 1 ? words.one
    : say(words.many, { number: results.length })
}

/* Words that find something, where nothing is found. */
function suggest(asked, results, made) {
  const nearest = asked && results.length === 0 ? made.near(asked) : []
  near.hidden = nearest.length === 0
  const links = nearest.flatMap((word, n) => {
    const link = element("a", word)
    link.href = `?q=${encodeURIComponent(word)}`
    return n ? [words.comma, link] : [link]
  })
  const [before, after] = words.near.split("{words}")
  near.replaceChildren(before, ...links, after)
}

/* What would be found without some of the filters, where they leave nothing. */
function loosen(results, fitting) {
  const told = filter.ticked()
  const ways = [...told.keys()].map(name => [
    filter.boxes.filter(box => box.checked && box.name === name),
    results.filter(one => filter.fits(one.facts, name)).length,
  ])
  if (told.size > 1) ways.push([filter.boxes.filter(box => box.checked), results.length])
  const open = fitting.length ? [] : ways.filter(([, number]) => number)
  loose.hidden = open.length === 0
  loose.replaceChildren(...open.map(([boxes, number]) => {
    const button = element("button", say(words.without, { name: boxes.map(filter.label).join(words.comma), number }))
    button.type = "button"
    button.className = "button button--quiet"
    button.addEventListener("click", () => filter.untick(boxes))
    return button
  }))
}

async function search() {
  const asked = input.value.trim()
  if (!asked && !filter.ticked().size) {
    browser.hidden = near.hidden = loose.hidden = true
    found.textContent = ""
    return
  }
  try {
    const made = await load()
    const results = asked ? made.search(asked) : made.records
    const fitting = results.filter(one => filter.fits(one.facts))
    for (const box of filter.boxes) {
      box.parentElement.hidden = !made.records.some(one => one.facts.has(`${box.name}:${box.value}`))
    }
    browser.hidden = results.length === 0
    filter.show(results.map(one => one.facts))
    show(fitting, made)
    suggest(asked, results, made)
    loosen(results, fitting)
    if (results.length && !fitting.length) found.textContent = words.filtered
  } catch {
    index = undefined
    found.textContent = words.failed
  }
}

const keep = () => remember(form, filter.form)

function update() {
  keep()
  search()
}

form.addEventListener("submit", event => {
  event.preventDefault()
  update()
})
form.addEventListener("change", keep)  // what is found stands already, and may be about to be clicked
input.addEventListener("input", search)
input.value = new URLSearchParams(location.search).get("q") ?? ""
search()
