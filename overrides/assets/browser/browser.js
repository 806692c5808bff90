/* The lesson browser: filters, and the order of the lessons. Without this script the page is a list
   by grade band. */
import { say } from "../reading/say.js"
import { filters, remember } from "./filters.js"
import { plan } from "./plan.js"

const browser = document.querySelector(".browser")
const found = document.getElementById("found")
const lists = [...browser.querySelectorAll("ul.results")]
const homes = new Map(lists.flatMap(list => [...list.children].map(row => [row, list])))
const rows = [...homes.keys()]
const facts = new Map(rows.map(row => [row, new Set(row.dataset.facts.split(" "))]))
const filter = filters(browser, update)
const { sort } = filter.form.elements

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
  for (const row of rows) row.hidden = !filter.fits(facts.get(row))
  filter.show([...facts.values()])
  arrange(sort.value === "time")
  const number = rows.filter(row => !row.hidden).length
  const words = number === 0 ? "none" : filter.ticked().size ? "some" : "all"
  found.textContent = say(browser.dataset[words], { number, total: rows.length })
}

function update() {
  show()
  remember(filter.form)
}

found.hidden = false
sort.value = new URLSearchParams(location.search).get("sort") === "time" ? "time" : ""
show()
plan(rows, browser.dataset)
