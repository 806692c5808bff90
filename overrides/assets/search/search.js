/* Search in the reader's language: one JSON of the language, looked through on the device. */
import MiniSearch from "./minisearch.js"

const form = document.querySelector("form[data-index]")
const input = form.elements.q
const list = document.getElementById("results")
const found = document.getElementById("found")
const language = document.documentElement.lang
const segmenter = new Intl.Segmenter(language, { granularity: "word" })

/* Letters that readers type in more than one way become one: marks fall, Arabic forms meet. */
const fold = word => word
  .toLowerCase()
  .normalize("NFKD")
  .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640\u200b-\u200d]/g, "")
  .replace(/đ/g, "d")
  .replace(/[أإآٱ]/g, "ا")
  .replace(/[ىي]/g, "ی")
  .replace(/ك/g, "ک")
  .replace(/ة/g, "ه")
  .normalize("NFC")

/* In Arabic “and”, “with”, “for” and “the” are written onto the word, in Khmer what makes it a noun. */
const ahead = { ar: /^(?:[وفبلک]?ال|لل)(?=..)/, km: /^(?:ការ|សេចក្តី)(?=..)/ }[language]
const bare = word => ahead ? word.replace(ahead, "") : word

const tokenize = text => [...segmenter.segment(text.replace(/\u200b/g, ""))]
  .filter(one => one.isWordLike)
  .map(one => one.segment)

const processTerm = term => bare(fold(term)) || null

let index
const load = () => index ??= read()

async function read() {
  const answer = await fetch(form.dataset.index)
  const rows = await answer.json()
  const records = rows.map(([path, title, summary, words, own], id) => ({ id, path, title, summary, words, own }))
  const made = new MiniSearch({
    fields: ["title", "summary", "words"],
    storeFields: ["path", "title", "summary", "own"],
    tokenize,
    processTerm,
    searchOptions: {
      boost: { title: 4, words: 2 },
      prefix: term => term.length > 1,
      fuzzy: term => term.length > 4 ? 0.25 : false,
    },
  })
  made.addAll(records)
  return made
}

function show(results) {
  list.replaceChildren(...results.map(result => {
    const item = document.createElement("li")
    const box = document.createElement("div")
    const title = document.createElement("h2")
    const link = document.createElement("a")
    link.href = form.dataset.home + result.path
    link.textContent = result.title
    title.append(link)
    const summary = document.createElement("p")
    summary.textContent = result.summary
    if (result.own) {
      box.lang = result.own
      box.dir = "auto"
    }
    box.append(title, summary)
    item.append(box)
    return item
  }))
  list.hidden = results.length === 0
  found.textContent = results.length === 0 ? form.dataset.none
    : results.length === 1 ? form.dataset.one
    : form.dataset.many.replace("{number}", results.length)
}

async function search() {
  const words = input.value.trim()
  if (!words) {
    list.hidden = true
    found.textContent = ""
    return
  }
  try {
    const made = await load()
    const all = made.search(words, { combineWith: "AND" })
    // Small words such as “the” stand in few titles: a page may lack one and still fit best.
    const better = made.search(words).filter(one => !(one.score <= all[0]?.score))
    show([...new Map([...better, ...all].map(one => [one.id, one])).values()].slice(0, 30))
  } catch {
    index = undefined
    show([])
  }
}

form.addEventListener("submit", event => {
  event.preventDefault()
  history.replaceState(null, "", `?q=${encodeURIComponent(input.value.trim())}`)
  search()
})
input.addEventListener("input", search)
input.value = new URLSearchParams(location.search).get("q") ?? ""
search()
