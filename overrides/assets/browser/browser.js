/* The lesson browser: filters with counts that follow, all of it in the address, so that a view can
   be shared. Without this script the page is a list by grade band. */
import { say } from "../reading/say.js"
import { plan } from "./plan.js"

const browser = document.querySelector(".browser")
const panel = browser.querySelector(".filters")
const form = panel.querySelector("form")
const found = document.getElementById("found")
const chosen = browser.querySelector(".chosen")
const [clear] = chosen.getElementsByTagName("button")
const on = panel.querySelector("[data-on]")
const boxes = [...form.querySelectorAll("[type=checkbox]")]
const lists = [...browser.querySelectorAll("ul.results")]
const homes = new Map(lists.flatMap(list => [...list.children].map(row => [row, list])))
const rows = [...homes.keys()]
const facts = new Map(rows.map(row => [row, new Set(row.dataset.facts.split(" "))]))
const label = box => box.parentElement.querySelector("span:not(.count)").textContent.trim()

/* What is ticked, by facet: a lesson fits where it has one value of each. */
function ticked() {
  const told = new Map()
  for (const box of boxes) {
    if (box.checked) told.set(box.name, [...told.get(box.name) ?? [], `${box.name}:${box.value}`])
  }
  return told
}

const fits = (row, told, but) => [...told].every(([name, values]) => name === but
  || values.some(value => facts.get(row).has(value)))

/* A count says what would be shown if its box alone of its facet were ticked. */
function count(told) {
  for (const box of boxes) {
    const fact = `${box.name}:${box.value}`
    const number = rows.filter(row => facts.get(row).has(fact) && fits(row, told, box.name)).length
    box.parentElement.querySelector(".count").textContent = number
    box.parentElement.classList.toggle("check--none", number === 0)
  }
}

function chips() {
  const made = boxes.filter(box => box.checked).map(box => {
    const chip = document.createElement("button")
    chip.type = "button"
    chip.className = "chip"
    const cross = document.createElement("span")
    cross.textContent = "✕"
    cross.ariaHidden = "true"
    chip.append(label(box), " ", cross)
    chip.setAttribute("aria-label", say(browser.dataset.remove, { name: label(box) }))
    chip.addEventListener("click", () => {
      box.checked = false
      update()
      found.focus()
    })
    return chip
  })
  for (const old of chosen.querySelectorAll(".chip")) old.remove()
  clear.before(...made)
  chosen.hidden = made.length === 0
  on.textContent = say(made.length ? on.dataset.on : on.dataset.closed, { number: made.length })
}

/* By time the lessons stand in one list; else each in that of its band, under its heading. */
function arrange(byTime) {
  const sorted = byTime ? [...rows].sort((one, two) => one.dataset.minutes - two.dataset.minutes) : rows
  for (const row of sorted) (byTime ? lists[0] : homes.get(row)).append(row)
  for (const list of lists) {
    const empty = ![...list.children].some(row => !row.hidden)
    list.hidden = empty
    const stage = list.previousElementSibling
    stage.hidden = stage.previousElementSibling.hidden = empty || byTime
  }
}

function show() {
  const told = ticked()
  for (const row of rows) row.hidden = !fits(row, told)
  count(told)
  chips()
  arrange(form.elements.sort.value === "time")
  const number = rows.filter(row => !row.hidden).length
  const words = number === 0 ? "none" : told.size ? "some" : "all"
  found.textContent = say(browser.dataset[words], { number, total: rows.length })
}

function update() {
  show()
  const query = new URLSearchParams(new FormData(form))
  if (!query.get("sort")) query.delete("sort")
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname)
}

function read() {
  const query = new URLSearchParams(location.search)
  for (const box of boxes) box.checked = query.getAll(box.name).includes(box.value)
  form.elements.sort.value = query.get("sort") === "time" ? "time" : ""
}

panel.hidden = found.hidden = false
panel.open = matchMedia("(min-width: 62em)").matches
form.addEventListener("change", update)
form.addEventListener("submit", event => event.preventDefault())
clear.addEventListener("click", () => {
  for (const box of boxes) box.checked = false
  update()
  found.focus()
})
read()
show()
plan(rows, browser.dataset)
