/* The filters of a list: boxes whose counts follow, what is ticked as chips, and all of it in the
   address, so that a view can be shared. */
import { say } from "../reading/say.js"

export function filters(browser, update) {
  const panel = browser.querySelector(".filters")
  const form = panel.querySelector("form")
  const found = document.getElementById("found")
  const chosen = browser.querySelector(".chosen")
  const [clear] = chosen.getElementsByTagName("button")
  const on = panel.querySelector("[data-on]")
  const boxes = [...form.querySelectorAll("[type=checkbox]")]
  const label = box => box.parentElement.querySelector("span:not(.count)").textContent.trim()
  const fact = box => `${box.name}:${box.value}`

  /* What is ticked, by facet: what has one value of each fits. */
  function ticked() {
    const told = new Map()
    for (const box of boxes) {
      if (box.checked) told.set(box.name, [...told.get(box.name) ?? [], fact(box)])
    }
    return told
  }

  const fits = (facts, but) => [...ticked()].every(([name, values]) => name === but
    || values.some(value => facts.has(value)))

  function untick(which) {
    for (const box of which) box.checked = false
    update()
    found.focus()
  }

  /* A count says what would be shown if its box alone of its facet were ticked. */
  function count(all) {
    for (const box of boxes) {
      const number = all.filter(facts => facts.has(fact(box)) && fits(facts, box.name)).length
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
      chip.addEventListener("click", () => untick([box]))
      return chip
    })
    for (const old of chosen.querySelectorAll(".chip")) old.remove()
    clear.before(...made)
    chosen.hidden = made.length === 0
    on.textContent = say(made.length ? on.dataset.on : on.dataset.closed, { number: made.length })
  }

  panel.hidden = false
  panel.open = matchMedia("(min-width: 62em)").matches
  form.addEventListener("change", update)
  form.addEventListener("submit", event => event.preventDefault())
  clear.addEventListener("click", () => untick(boxes))
  const query = new URLSearchParams(location.search)
  for (const box of boxes) box.checked = query.getAll(box.name).includes(box.value)

  return {
    boxes, form, label, ticked, fits, untick,
    /* `all` are the facts of each thing in the list. */
    show(all) {
      count(all)
      chips()
    },
  }
}

/* The view as an address: of each name what is not empty. */
export function remember(...forms) {
  const query = new URLSearchParams(forms.flatMap(form => [...new FormData(form)]).filter(([, value]) => value))
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname)
}
