/* English beside: the English page is fetched once, and each of its passages put under the passage
   of the same address. What is in English already gets nothing beside it. */

let shown = false

async function passages(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(answer.statusText)
  const page = new DOMParser().parseFromString(await answer.text(), "text/html")
  const found = new Map()
  for (const one of page.querySelectorAll("#page [data-at]")) {
    if (!found.has(one.dataset.at)) found.set(one.dataset.at, one)
  }
  return found
}

/* Where an English passage may stand: behind the whole passage, but within what holds it. */
function place(passage, english) {
  const beside = document.createElement(passage.tagName === "DIV" ? "div" : "span")
  beside.className = "beside-english"
  beside.lang = "en"
  beside.dir = "ltr"
  for (const node of english.childNodes) beside.append(document.importNode(node, true))
  for (const one of beside.querySelectorAll("[popovertarget]")) one.replaceWith(...one.childNodes)
  for (const one of beside.querySelectorAll("[id]")) one.removeAttribute("id")
  passage.after(beside)
}

async function add(button) {
  const english = await passages(button.dataset.page)
  if (!shown) return // the reader has changed her mind meanwhile
  for (const passage of document.querySelectorAll("#page [data-at]")) {
    const found = english.get(passage.dataset.at)
    if (found && !passage.closest("[lang=en]")) place(passage, found)
  }
}

export async function toggle(button, store) {
  if (shown) {
    for (const one of document.querySelectorAll(".beside-english")) one.remove()
    shown = false
  } else {
    shown = true
    try {
      await add(button)
    } catch {
      shown = false
      location.href = button.dataset.page
      return
    }
  }
  button.setAttribute("aria-pressed", String(shown))
  store("english", shown)
}
