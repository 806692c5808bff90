/* A lesson on the screen of the class, one segment at a time. The notes can stand in a window of their
   own, on the teacher's screen; both windows go together. Without this script all of it is one page. */

import { say } from "../reading/say.js"

const present = document.querySelector(".present")
const slides = [...present.querySelectorAll(".slide")]
const bar = present.querySelector(".present__bar")
const place = bar.querySelector(".present__place")
const button = name => bar.querySelector(`[data-do="${name}"]`)
const apart = new URLSearchParams(location.search).has("notes")
const others = "BroadcastChannel" in window && new BroadcastChannel(`present ${present.dataset.lesson}`)
let at = Math.min(slides.length - 1, Math.max(0, Number(location.hash.slice(2)) || 0))
let ends = 0 // when the timer runs out; 0 where none runs

function left() {
  for (const slide of slides) {
    const told = slide.querySelector(".slide__left")
    if (!told) continue
    told.hidden = !ends || slide.hidden
    const seconds = Math.max(0, Math.ceil((ends - Date.now()) / 1000))
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
    const words = seconds ? clock : present.dataset.over
    if (told.textContent !== words) told.textContent = words
    told.classList.toggle("slide__left--over", seconds === 0)
  }
  button("timer").setAttribute("aria-pressed", ends > 0)
}

function show(focus) {
  slides.forEach((slide, number) => { slide.hidden = number !== at })
  place.textContent = say(present.dataset.place, { number: at + 1, total: slides.length })
  button("back").disabled = at === 0
  button("next").disabled = at === slides.length - 1
  button("timer").disabled = !slides[at].dataset.minutes
  history.replaceState(null, "", `${location.search}#s${at}`)
  const notes = slides[at].querySelector("details")
  if (apart && notes) notes.open = true
  if (focus) slides[at].querySelector("h2").focus()
  left()
}

const tell = () => others && others.postMessage({ at, ends })

function go(number) {
  const next = Math.min(slides.length - 1, Math.max(0, number))
  if (next === at) return
  at = next
  ends = 0
  show(true)
  tell()
}

const work = {
  back: () => go(at - 1),
  next: () => go(at + 1),
  timer() {
    if (!slides[at].dataset.minutes) return
    ends = ends ? 0 : Date.now() + slides[at].dataset.minutes * 60_000
    left()
    tell()
  },
  notes: () => open(`?notes#s${at}`, "notes", "popup,width=700,height=800"),
  full: () => document.fullscreenElement ? document.exitFullscreen() : present.requestFullscreen(),
}

const [forth, back] = getComputedStyle(present).direction === "rtl"
  ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"]
const keys = {
  [forth]: work.next, PageDown: work.next, [back]: work.back, PageUp: work.back,
  Home: () => go(0), End: () => go(slides.length - 1),
  t: work.timer, n: work.notes, f: work.full,
}

addEventListener("keydown", event => {
  const letter = event.key.length === 1
  // A letter counts only within the lesson: software for speech types letters (WCAG 2.1.4).
  if (letter && !present.contains(document.activeElement)) return
  const work = keys[letter ? event.key.toLowerCase() : event.key]
  const typed = event.target.closest("input, textarea, select, [role=menu], dialog")
  if (!work || typed || event.ctrlKey || event.altKey || event.metaKey) return
  event.preventDefault()
  work()
})
for (const name of Object.keys(work)) button(name).addEventListener("click", work[name])
if (others) {
  others.addEventListener("message", ({ data }) => {
    if (data.asks) return tell()
    const moved = data.at !== at;
    [at, ends] = [data.at, data.ends]
    if (moved) show(false)
    left()
  })
  if (apart) others.postMessage({ asks: true })
}
if (apart) {
  document.documentElement.classList.add("notes-apart")
  button("notes").hidden = button("full").hidden = true
}
bar.hidden = present.querySelector("[data-keys]").hidden = false
button("full").hidden ||= !document.fullscreenEnabled
present.classList.add("present--on")
setInterval(left, 250)
show(false)
