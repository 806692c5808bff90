/* What a page does for its reader beyond its words. Everything here can be missing: the words, the
   links and the language menu work without a script. Bigger parts are fetched when they are used. */

const root = new URL("../../", import.meta.url)
const page = document.documentElement.lang
const store = (name, value) => value === undefined ? __md_get(name) : __md_set(name, value)

/* The palette: follow the system, light, dark. The buttons are Material's; each leads to the next. */
function palettes() {
  const inputs = [...document.querySelectorAll("[name=__palette]")]
  const labels = inputs.map(input => input.nextElementSibling)
  const show = at => labels.forEach((label, number) => { label.hidden = number !== at })
  const kept = Math.max(0, store("__palette")?.index ?? 0)
  if (!inputs[kept]) return
  inputs[kept].checked = true
  show(kept)
  inputs[kept].form.addEventListener("keydown", event => {
    if (event.key !== "Enter") return
    event.preventDefault()
    inputs[(inputs.findIndex(input => input.checked) + 1) % inputs.length].click()
  })
  for (const [at, input] of inputs.entries()) {
    input.addEventListener("change", () => {
      const color = {}
      for (const name of ["media", "scheme", "primary", "accent"]) {
        color[name] = input.getAttribute(`data-md-color-${name}`)
        document.body.setAttribute(`data-md-color-${name}`, color[name])
      }
      store("__palette", { index: at, color })
      show(at)
    })
  }
}

/* The language menu and the drawer lie over the page, so neither stays open behind the reader:
   Escape closes it and gives the focus back, and it goes when the focus goes elsewhere. */
function overlays() {
  const menu = document.querySelector(".lang")
  const drawer = document.getElementById("__drawer")
  const links = document.querySelector(".md-sidebar--primary")
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && (menu.open || drawer.checked)) {
      const opener = menu.open ? menu.querySelector("summary") : drawer
      menu.open = drawer.checked = false
      opener.focus()
    } else if (event.key === "Tab" && !event.shiftKey && drawer.checked && event.target === drawer) {
      event.preventDefault() // what stands between is covered
      links.querySelector("a").focus()
    }
  })
  document.addEventListener("focusin", ({ target }) => {
    if (!menu.contains(target)) menu.open = false
    if (target !== drawer && !links.contains(target)) drawer.checked = false
  })
  document.addEventListener("click", ({ target }) => {
    if (!menu.contains(target)) menu.open = false
  })
}

/* The language of this site that the browser asks for first, by its tag; its region counts only
   where it says in which script. */
function wished(tags, known) {
  for (const tag of tags) {
    const [language, ...parts] = tag.split("-")
    const traditional = parts.some(part => ["Hant", "TW", "HK", "MO"].includes(part))
    const name = language === "zh" ? (traditional ? "zh-Hant" : "zh-Hans")
      : language === "fil" ? "tl" : language
    if (known.includes(name)) return name
  }
}

/* A choice in the language menu is kept on this device. A first visitor whose browser asks for
   another language is offered it, once, and stays where she is. */
async function languages() {
  const links = [...document.querySelectorAll(".lang a[hreflang]")]
  for (const link of links) link.addEventListener("click", () => store("language", link.hreflang))
  const chosen = store("language")
  const name = chosen ?? wished(navigator.languages, links.map(link => link.hreflang))
  const link = links.find(one => one.hreflang === name && !one.closest(".langs--home"))
  if (!link || name === page) return
  const words = (await (await fetch(new URL("offers.json", root))).json())[name]
  if (!words) return
  const bar = document.createElement("div")
  bar.className = "offer"
  bar.lang = name
  bar.dir = link.dir
  bar.setAttribute("role", "region")
  bar.setAttribute("aria-label", words.offer)
  const text = document.createElement("p")
  text.textContent = words.offer
  const open = document.createElement("a")
  open.className = "button"
  open.href = link.href
  open.textContent = words.open
  open.addEventListener("click", () => store("language", name))
  const close = document.createElement("button")
  close.type = "button"
  close.className = "button button--quiet"
  close.textContent = words.close
  close.addEventListener("click", () => {
    store("language", page)
    bar.remove()
    document.getElementById("page").focus()
  })
  bar.append(text, open, close)
  document.querySelector(".md-container").prepend(bar)
  // What has the focus or gets it is scrolled clear of the bar, and the end of the page can be.
  const clear = () => {
    const tall = bar.offsetHeight
    document.documentElement.style.setProperty("--offer", `${tall}px`)
    const focused = document.querySelector(":focus-visible")
    const { top, bottom } = focused?.getBoundingClientRect() ?? {}
    // Who has scrolled away from her focus stays where she reads.
    const under = tall && top < innerHeight && bottom > innerHeight - tall
    if (under) focused.scrollIntoView({ block: "nearest" })
  }
  clear()
  new ResizeObserver(clear).observe(bar)
}

/* The buttons under the title; each appears only where this device can do what it says. */
function tools() {
  const button = name => document.querySelector(`[data-tool="${name}"]`)
  const use = (name, work) => {
    const one = button(name)
    if (!one) return
    one.hidden = false
    one.addEventListener("click", () => work(one))
  }
  use("print", () => print())
  if (navigator.share) {
    const url = document.querySelector("link[rel=canonical]").href
    use("share", () => navigator.share({ title: document.title, url }).catch(() => {}))
  }
  if (button("english")) {
    const beside = async one => (await import("./english.js")).toggle(one, store)
    use("english", beside)
    if (store("english") === true) beside(button("english"))
  }
  if (button("aloud") && "speechSynthesis" in window) {
    import("./aloud.js").then(module => module.offer(button("aloud"), page))
  }
}

/* The list of editions is made when it is opened; an edition that is not the current one says so. */
async function editions() {
  const menu = document.querySelector("[data-editions]")
  if (!menu) return
  const fill = async () => (await import("./editions.js")).list(menu, root)
  menu.addEventListener("toggle", () => fill().catch(() => {}), { once: true })
  const folder = root.pathname.split("/").at(-2)
  if (folder !== "latest") await (await import("./editions.js")).notice(root, folder)
}

/* After one visit the page and all it needs can be read without a connection. */
async function keep() {
  if (!("serviceWorker" in navigator) || !isSecureContext) return
  await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname })
  if (navigator.serviceWorker.controller) return // it saw this page being loaded
  const { active } = await navigator.serviceWorker.ready
  const used = performance.getEntriesByType("resource").map(one => one.name)
  active.postMessage({ keep: [location.href.split("#")[0], ...used] })
}

palettes()
overlays()
tools()
languages().catch(() => {})
editions().catch(() => {})
addEventListener("load", () => keep().catch(() => {}))
