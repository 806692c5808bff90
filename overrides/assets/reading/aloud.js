/* Read aloud, with the voices that the device has, passage by passage; what is read is marked. */

const tags = { "zh-Hans": ["zh-CN", "zh-Hans", "zh"], "zh-Hant": ["zh-TW", "zh-Hant", "zh-HK"], tl: ["fil", "tl"] }
const speech = window.speechSynthesis

function voice(language) {
  const wanted = tags[language] ?? [language]
  const voices = speech.getVoices()
  for (const tag of wanted) {
    const found = voices.find(one => one.lang.replace("_", "-").toLowerCase().startsWith(tag.toLowerCase()))
    if (found) return found
  }
}

/* What is read: passages as they stand, each in its own language, and headings that hold none. */
function parts() {
  const what = "[data-at], .beside-english"
  const all = document.querySelectorAll(`#page :is(h1, h2, h3, ${what}):not(.no-print *)`)
  return [...all].filter(one => one.checkVisibility() && !one.querySelector(what))
}

/* Long texts are cut off by some voices, so each is said sentence by sentence. */
function sentences(part) {
  const text = part.innerText.replace(/\u200b/g, "").trim()
  const language = part.closest("[lang]").lang
  const cut = new Intl.Segmenter(language, { granularity: "sentence" })
  return [...cut.segment(text)].map(one => one.segment.trim()).filter(Boolean)
    .map(words => ({ words, language, part }))
}

let queue = []
let marked
let button

function mark(part) {
  marked?.classList.remove("is-read")
  marked = part
  if (!part) return
  part.classList.add("is-read")
  part.scrollIntoView({ block: "nearest" })
}

function stop() {
  queue = []
  speech.cancel()
  mark()
  button.setAttribute("aria-pressed", "false")
}

function next() {
  const one = queue.shift()
  if (!one) return stop()
  const own = voice(one.language)
  if (!own) return next()
  const said = new SpeechSynthesisUtterance(one.words)
  said.voice = own
  said.lang = own.lang
  said.onstart = () => { if (marked !== one.part) mark(one.part) }
  said.onend = () => { if (button.getAttribute("aria-pressed") === "true") next() }
  said.onerror = said.onend
  speech.speak(said)
}

function start() {
  if (button.getAttribute("aria-pressed") === "true") return stop()
  speech.cancel()
  button.setAttribute("aria-pressed", "true")
  queue = parts().flatMap(sentences)
  next()
}

export function offer(one, language) {
  button = one
  button.addEventListener("click", start)
  addEventListener("pagehide", stop)
  const show = () => { button.hidden = !voice(language) }
  speech.addEventListener?.("voiceschanged", show)
  show()
}
