/* The plan: lessons that a teacher has gathered, with their minutes, and the outcomes of their bands
   that none of them teaches. It is kept on this device and goes nowhere. */

import { say } from "../reading/say.js"

const part = name => document.querySelector(`[data-plan="${name}"]`)
const band = row => row.dataset.facts.match(/band:(\S+)/)[1]
const code = one => one.dataset.code.split(".")[0].toLowerCase()

export function plan(rows, words) {
  const section = document.getElementById("plan")
  const bar = document.querySelector(".planbar")
  const known = new Map(rows.map(row => [row.dataset.lesson, row]))
  const buttons = new Map([...known].map(([id, row]) => [id, offer(id, row)]))
  let ids = (__md_get("plan") ?? []).filter(id => known.has(id))

  function offer(id, row) {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "button button--quiet add no-print"
    const title = row.querySelector("h3")
    title.id = `lesson-${id}`
    button.id = `lesson-${id}-add`
    button.setAttribute("aria-labelledby", `${button.id} ${title.id}`)
    button.addEventListener("click", () => change(ids.includes(id)
      ? ids.filter(one => one !== id) : [...ids, id]))
    title.parentElement.append(button)
    return button
  }

  function change(now) {
    ids = now
    __md_set("plan", ids)
    show()
  }

  function item(id) {
    const line = document.createElement("li")
    const from = known.get(id).querySelector("h3 a")
    const link = document.createElement("a")
    link.href = from.href
    link.textContent = from.textContent
    const minutes = document.createElement("span")
    minutes.className = "small"
    minutes.textContent = ` ${known.get(id).querySelector("[data-time]").textContent}`
    line.append(link, minutes)
    return line
  }

  function gaps(chosen) {
    const taught = new Set(chosen.flatMap(row => row.dataset.teaches.split(" ")))
    const bands = new Set(chosen.map(band))
    let missing = 0
    for (const one of section.querySelectorAll("[data-code]")) {
      one.hidden = !bands.has(code(one)) || taught.has(one.dataset.code)
      missing += !one.hidden
    }
    const [summary] = part("gaps").getElementsByTagName("summary")
    summary.textContent = say(missing ? summary.dataset.some : summary.dataset.none, { number: missing })
  }

  function show() {
    const chosen = ids.map(id => known.get(id))
    const minutes = chosen.reduce((sum, row) => sum + Number(row.dataset.minutes), 0)
    const sum = part("sum")
    section.hidden = bar.hidden = ids.length === 0
    bar.querySelector("span").textContent = sum.textContent = say(sum.dataset[ids.length === 1 ? "one" : "many"], { number: ids.length, minutes })
    part("list").replaceChildren(...ids.map(item))
    gaps(chosen)
    for (const [id, button] of buttons) {
      button.textContent = ids.includes(id) ? words.added : words.add
      button.setAttribute("aria-pressed", ids.includes(id))
    }
  }

  /* RFC 4180; a cell that a spreadsheet would take for a formula begins with an apostrophe. */
  function table() {
    const cell = value => `"${`${value}`.replace(/^[=+\-@\t]/, "'$&").replaceAll('"', '""')}"`
    const lines = ids.map(id => known.get(id)).map(row => [
      row.querySelector("h3 a").textContent, row.querySelector(".facts li").textContent,
      row.dataset.minutes, row.dataset.teaches, row.querySelector("h3 a").href])
    const all = [part("save").dataset.columns.split("|"), ...lines]
    return `\ufeff${all.map(line => line.map(cell).join(",")).join("\r\n")}\r\n`
  }

  part("empty").addEventListener("click", () => {
    change([])
    document.getElementById("found").focus()
  })
  part("print").addEventListener("click", () => {
    document.body.classList.add("prints-plan")
    print()
    document.body.classList.remove("prints-plan")
  })
  part("save").addEventListener("click", () => {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob([table()], { type: "text/csv" }))
    link.download = "plan.csv"
    link.click()
    URL.revokeObjectURL(link.href)
  })
  show()
}
