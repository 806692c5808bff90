// What of a page somebody may not see or not hit: one list of sentences for each question.
// Source: WCAG 2.2, 1.4.3, 1.4.11 (contrast), 1.4.4, 1.4.10, 1.4.12 (nothing cut off), 2.4.7 (focus),
// 2.5.8 (targets).
window.sight = (() => {
  const TEXT = 4.5, SHAPE = 3
  const SHAPES = "path, circle, rect, polygon, polyline, line, ellipse"
  const BOXES = ".button, button:not(.term, .md-icon), select, textarea, " +
    "input:not([type=checkbox], [type=radio])"
  const STATES = [["aria-current", null], ["aria-pressed", "true"]]
  const PARTS = ["", "::before", "::after"]

  const shown = (one, opacityProperty = true) =>
    one.checkVisibility({ visibilityProperty: true, opacityProperty })
  const all = (which, opacityProperty) =>
    [...document.querySelectorAll(which)].filter(one => shown(one, opacityProperty))
  const said = one => one.outerHTML.slice(0, 140)
  const numbers = colour => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const clear = colour => colour === "none" || numbers(colour)[3] === 0

  function light(colour) {
    const [red, green, blue] = numbers(colour).map(part => part / 255)
      .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
    return .2126 * red + .7152 * green + .0722 * blue
  }
  function contrast(one, other) {
    const [less, more] = [light(one), light(other)].sort((a, b) => a - b)
    return (more + .05) / (less + .05)
  }
  function ground(one) {
    while (one && clear(getComputedStyle(one).backgroundColor)) one = one.parentElement
    return one ? getComputedStyle(one).backgroundColor : "rgb(255, 255, 255)"
  }
  const edged = (style, side, on) => parseFloat(style[`border${side}Width`]) > 0 &&
    contrast(style[`border${side}Color`], on) >= SHAPE

  /* One of each look is enough: the class of an element and of what is around it. */
  function each(which, opacityProperty) {
    const look = one => one && `${one.tagName}.${one.getAttribute("class")} `
    const kept = new Map(all(which, opacityProperty).map(one =>
      [look(one) + look(one.parentElement) + look(one.parentElement.parentElement), one]))
    return [...kept.values()]
  }

  function pale() {
    const words = one => [...one.childNodes].some(part => part.nodeType === 3 && part.data.trim())
    return each("body *").filter(one => words(one) && !one.closest("svg, .hidden-text") &&
      contrast(getComputedStyle(one).color, ground(one)) < TEXT)
      .map(one => `words in ${getComputedStyle(one).color} on ${ground(one)}: ${said(one)}`)
  }

  function drawings() {
    const seen = one => [...one.querySelectorAll(SHAPES)].map(part => getComputedStyle(part))
      .some(({ fill, stroke }) => [fill, stroke].some(colour =>
        !clear(colour) && contrast(colour, ground(one)) >= SHAPE))
    return each("svg:has(*)").filter(one => !seen(one)).map(one => `a drawing: ${said(one)}`)
  }

  function boxes() {
    const edges = one => ["Top", "Right", "Bottom", "Left"].every(side =>
      edged(getComputedStyle(one), side, ground(one.parentElement)))
    const filled = one => contrast(ground(one), ground(one.parentElement)) >= SHAPE
    return each(BOXES).filter(one => !edges(one) && !filled(one)).map(one => `a box: ${said(one)}`)
  }

  function focus() {
    const ringed = one => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one)
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 &&
        contrast(outlineColor, ground(one.parentElement)) >= SHAPE
    }
    /* A box that cannot be seen lends its ring to its label. */
    const lent = one => [one.nextElementSibling, ...one.labels ?? []].some(part =>
      part?.matches("label") && shown(part) && ringed(part))
    const other = one => one.type === "radio" && !one.checked // Tab passes it
    return each("a[href], button, input, select, textarea, summary", false).filter(one => {
      one.focus({ preventScroll: true, focusVisible: true })
      const bare = one.matches(":focus-visible") && !(shown(one) ? ringed(one) : other(one) || lent(one))
      one.blur()
      return bare
    }).map(one => `the focus of ${said(one)}`)
  }

  function look(one) {
    const sides = ["Top", "Right", "Bottom", "Left"].flatMap(side =>
      ["Style", "Width", "Color"].map(part => `border${side}${part}`))
    const told = ["backgroundColor", "fontWeight", "textDecorationLine", "outlineStyle", ...sides]
    const link = one.querySelector("a")
    return JSON.stringify([...told.map(name => getComputedStyle(one)[name]),
      getComputedStyle(one, "::before").content, link && look(link)])
  }

  /* What is chosen looks other than its neighbours, or than itself when it is not chosen. */
  function states() {
    const alike = (one, attribute, on) => {
      const [was, chosen] = [one.getAttribute(attribute), on ?? one.getAttribute(attribute)]
      one.setAttribute(attribute, chosen)
      const now = look(one)
      one.setAttribute(attribute, "false")
      const then = look(one)
      one.setAttribute(attribute, was)
      const around = one.closest("ul, ol, nav") ?? one.parentElement
      const others = [...around.querySelectorAll(one.tagName)].filter(other => other !== one)
      return now === then && (on !== null || others.some(other => look(other) === now))
    }
    return STATES.flatMap(([attribute, on]) => each(`[${attribute}]`)
      .filter(one => alike(one, attribute, on)).map(one => `what is chosen: ${said(one)}`))
  }

  function moving() {
    const lasts = times => times.split(",").some(time => parseFloat(time) > 0)
    const moves = ({ animationName, animationDuration, transitionDuration, scrollBehavior }) =>
      (animationName !== "none" && lasts(animationDuration)) || lasts(transitionDuration) ||
      scrollBehavior === "smooth"
    const found = [document.documentElement, ...document.body.querySelectorAll("*")]
      .filter(one => PARTS.some(part => moves(getComputedStyle(one, part || null))))
    return [...document.getAnimations().map(one => `runs: ${said(one.effect.target)}`),
      ...found.map(one => `may move: ${said(one)}`)]
  }

  /* What is smaller than `least` needs a circle of that width to itself; a link in running words
     does not. */
  function small(least) {
    const tapped = "a[href], button, input, select, textarea, summary, label:has(input)"
    const targets = all(tapped, false)
      .filter(one => !one.disabled && !(one.matches("input") && one.closest("label")))
      .map(one => ({ one, box: one.getBoundingClientRect(), lines: [...one.getClientRects()] }))
      .filter(({ box }) => box.width > 1 && box.height > 1)
    const little = targets.filter(({ box }) => Math.min(box.width, box.height) < least - .01)
    const running = ({ one }) => getComputedStyle(one).display === "inline" &&
      [...one.parentElement.childNodes].some(part =>
        !part.matches?.(tapped) && /\p{L}/u.test(part.textContent))
    const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2]
    const near = (mine, other) => {
      const [x, y] = middle(mine.box), [left, top] = middle(other.box)
      if (little.includes(other)) return Math.hypot(x - left, y - top) < least - .01
      return other.lines.some(line => Math.hypot(
        Math.max(line.left - x, 0, x - line.right), Math.max(line.top - y, 0, y - line.bottom)
      ) < least / 2 - .01)
    }
    // What stays while the page scrolls lies over each part of it, and over none for long.
    const layer = one => one && (["fixed", "sticky"].includes(getComputedStyle(one).position)
      ? one : layer(one.parentElement))
    return little.filter(one => !running(one) && targets.some(other =>
      other !== one && !other.one.contains(one.one) && !one.one.contains(other.one) &&
      near(one, other) && layer(one.one) === layer(other.one)))
      .map(({ one, box }) => `${box.width.toFixed(1)} by ${box.height.toFixed(1)} px: ${said(one)}`)
  }

  /* The page turned to run the other way, where that is not its mirror image. Words in a line keep
     their own order, and so does what says its direction. */
  function turned() {
    const [root, body] = [document.documentElement, document.body]
    const within = one => one !== body && (one.matches("[dir], .scroll") ||
      getComputedStyle(one).display.startsWith("inline") || within(one.parentElement))
    const blocks = [...body.querySelectorAll("*")].filter(one =>
      shown(one, false) && !one.closest("svg *") && !within(one))
    const places = () => blocks.map(one => one.getBoundingClientRect())
    const before = places()
    const was = root.dir
    root.dir = body.dir = was === "rtl" ? "ltr" : "rtl"
    const after = places()
    root.dir = body.dir = was
    return blocks.filter((_, at) => before[at].width > 1 &&
      Math.abs(after[at].left - root.clientWidth + before[at].right) > 2)
      .map(one => `does not turn: ${said(one)}`)
  }

  /* What is wider than the window, and words that a box around them cuts off. What the reader can
     scroll inside the page, a wide table, holds what is in it. */
  function cut() {
    const room = document.documentElement.clientWidth
    const hides = way => ["hidden", "clip"].includes(way)
    const clips = new Map()
    const around = one => {
      if (!one || one === document.documentElement) return []
      if (!clips.has(one)) {
        const { overflowX, overflowY, position } = getComputedStyle(one)
        const ways = { across: overflowX, down: overflowY }
        const own = ["auto", "scroll"].includes(overflowX) ? [] : around(one.parentElement)
        const cuts = one !== document.body && position !== "fixed" && Object.values(ways).some(hides)
        clips.set(one, cuts ? [{ box: one.getBoundingClientRect(), ...ways }, ...own] : own)
      }
      return clips.get(one)
    }
    const range = document.createRange()
    const lines = one => [...one.childNodes].filter(part => part.nodeType === 3 && part.data.trim())
      .flatMap(part => { range.selectNodeContents(part); return [...range.getClientRects()] })
    const lost = one => lines(one).some(({ left, right, top, bottom, width, height }) => width > 1 &&
      around(one).some(({ box, across, down }) =>
        (hides(across) && (left < box.left - 1 || right > box.right + 1)) ||
        (hides(down) && (top + height / 4 < box.top - 1 || bottom - height / 4 > box.bottom + 1))))
    const scrolled = one => one && (["auto", "scroll"].includes(getComputedStyle(one).overflowX) ||
      scrolled(one.parentElement))
    const out = one => {
      const { left, right, width, height } = one.getBoundingClientRect()
      return width > 1 && height > 1 && (right > room + 1 || left < -1) && !scrolled(one.parentElement)
    }
    const wide = document.documentElement.scrollWidth
    const found = all("body *", false)
      .filter(one => !one.closest(".hidden-text, .meanings > h2, svg *")) // for voices alone
    return [...wide > room ? [`${wide} px wide`] : [],
      ...found.filter(out).map(one => `sticks out: ${said(one)}`),
      ...found.filter(lost).map(one => `words are cut off: ${said(one)}`)]
  }

  const unseen = () => [pale, drawings, boxes, focus, states].flatMap(ask => ask())
  return { cut, unseen, moving, small, turned }
})()
