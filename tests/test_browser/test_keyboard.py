"""Everything that opens or switches works without a mouse."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect
from promises import LONG, Tried

from builder import evaluation
from test_browser.chromium import Tab
from test_browser.serving import PAGE_TYPES, Built, in_turn, place

pytestmark = [pytest.mark.browser, pytest.mark.promise("keyboard")]

# Where Tab stops, in the order of the document; of radio buttons at the one that is chosen.
_STOPS = """() => {
  window.__stops = [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex]')].filter(one =>
      one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true })
      && (one.type !== 'radio' || one.checked))
  return window.__stops.length
}"""
# A box without size or colour lends its ring to the label that is seen in its place.
_HERE = """() => {
  const one = document.activeElement
  const bare = one.getBoundingClientRect().width < 2 || getComputedStyle(one).opacity === '0'
  const ringed = part => {
    const { outlineStyle, outlineWidth } = getComputedStyle(part)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
  }
  const lent = [one.nextElementSibling, ...one.labels ?? []]
  const shows = bare ? lent.find(part => part?.matches('label') && ringed(part)) : one
  const told = { at: window.__stops?.indexOf(one), html: one.outerHTML.slice(0, 120) }
  if (!shows || !ringed(shows)) return { ...told, seen: true, ringed: false }
  const seen = shows.checkVisibility() && [...shows.getClientRects()].some(line =>
    line.width >= 2 && [.1, .5, .9].some(part => {
      const [x, y] = [line.left + line.width * part, line.top + line.height * part]
      const hit = document.elementFromPoint(x, y)
      return hit && (shows.contains(hit) || hit.contains(shows))
    }))
  return { ...told, seen, ringed: true }
}"""


def tab_to(page: Page, selector: str, most: int = 40) -> None:
    """Press Tab until what the selector names has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("which => document.activeElement.matches(which)", selector):
            return
    pytest.fail(f"{most} times Tab does not lead to {selector}")


@pytest.mark.criteria("keyboard", "2.4.1")
def test_skip_link_is_first_and_leads_to_the_page(tab: Tab) -> None:
    tab.page.set_viewport_size({"width": 1280, "height": 900})
    page = tab.visit("es/families/")
    tab_to(page, ".md-skip", most=1)
    box = page.locator(".md-skip").bounding_box()
    assert box
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "page"
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('article')")


def test_drawer_opens_by_keyboard_on_a_phone(fresh: Tab) -> None:
    page = fresh.visit("es/families/")
    menu = page.locator(".md-sidebar--primary .md-nav__link").first
    assert not menu.is_visible()
    tab_to(page, "#__drawer")
    expect(page.locator("#__drawer")).to_have_accessible_name(re.compile("^Menú"))
    page.keyboard.press("Space")
    menu.wait_for(state="visible")
    tab_to(page, ".md-sidebar--primary .md-nav__link")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/es/")


def test_drawer_that_is_closed_holds_no_focus(fresh: Tab) -> None:
    page = fresh.visit("families/")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate("!!document.activeElement.closest('.md-sidebar--primary')")


@pytest.mark.criteria("keyboard", "2.1.1")
@pytest.mark.parametrize("width", [360, 1280])
def test_language_menu_leads_to_the_same_page(width: int, fresh: Tab) -> None:
    fresh.page.set_viewport_size({"width": width, "height": 740})
    page = fresh.visit("guides/3-5/")
    tab_to(page, "details.lang summary")
    page.keyboard.press("Enter")
    assert page.locator("details.lang").get_attribute("open") is not None
    tab_to(page, "details.lang a[hreflang=es]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/es/guides/3-5/")
    assert page.locator("html").get_attribute("lang") == "es"
    tab_to(page, "details.lang summary")
    page.keyboard.press("Space")
    tab_to(page, "details.lang a[hreflang=ar]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/ar/guides/3-5/")
    assert page.locator("html").get_attribute("dir") == "rtl"


def test_palette_switches_and_stays(fresh: Tab) -> None:
    fresh.page.set_viewport_size({"width": 1280, "height": 900})
    page = fresh.visit("es/lessons/")
    seen = {scheme(page)}
    for _ in range(2):
        tab_to(page, "[data-md-component=palette] input")
        page.keyboard.press("Enter")
        seen.add(scheme(page))
        page.evaluate("document.activeElement.blur()")
    assert seen == {"light", "dark"}
    chosen = scheme(page)
    kept = page.evaluate("localStorage.getItem('/.__palette')")
    assert kept
    for path in ("es/lessons/", "families/", "ar/"):
        assert scheme(fresh.visit(path)) == chosen
    assert fresh.refused == []
    assert page.context.cookies() == []


def scheme(page: Page) -> str:
    """Light or dark, as the reader sees it."""
    told: str = page.evaluate("getComputedStyle(document.body).colorScheme")
    return told


@pytest.mark.criteria("keyboard", "2.1.2", "2.4.3", "2.4.7", "2.4.11")
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_tab_leads_through_the_page_in_order_and_the_focus_is_seen(
    kind: str, tab: Tab, built: Built, tried: Tried
) -> None:
    number = PAGE_TYPES.index(kind)
    stops = 0
    for at, one in enumerate(in_turn(number, built.languages), number):
        language, width = one.id, evaluation.WIDTHS[at % len(evaluation.WIDTHS)]
        tab.page.set_viewport_size({"width": width, "height": 740})
        page = tab.visit(place(built.richest(kind).path, language))
        met = list(walked(page))
        stops += len(met)
    tried("kinds of pages", 1)
    tried("stops of the focus", stops)


def walked(page: Page, most: int = 2000 if LONG else 40) -> Iterator[int]:
    """The stops that Tab makes, each the next of the document and in sight, until it leaves."""
    page.evaluate("document.activeElement.blur()")
    stops = page.evaluate(_STOPS)
    assert stops > 5
    number = -1
    while (number := number + 1) < min(stops, most):
        page.keyboard.press("Tab")
        here = page.evaluate(_HERE)
        if here["at"] < 0:  # the offer of a language is fetched, and may come meanwhile
            stops, here = page.evaluate(_STOPS), page.evaluate(_HERE)
        assert here["at"] == number, f"{page.url}: stop {number} of {stops} is {here}"
        assert here["seen"], f"{page.url}: cannot be seen: {here}"
        assert here["ringed"], f"{page.url}: nothing shows the focus: {here}"
        yield number
    if stops <= most:
        page.keyboard.press("Tab")
        assert page.evaluate(_HERE)["at"] < stops - 1, f"{page.url}: the last stop holds the focus"


_LINKS = ".md-sidebar--primary .md-nav__list"
MEANING = ("guides/3-5/", "[popovertarget]", ".meaning:popover-open", ".meaning:popover-open")
MENU = ("guides/3-5/", ".lang summary", ".lang__panel", ".lang__panel a")
DRAWER = ("guides/3-5/", "#__drawer", _LINKS, f"{_LINKS} a")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("opened", [MEANING, MENU, DRAWER], ids=["meaning", "menu", "drawer"])
def test_escape_closes_what_lies_over_the_page_and_gives_the_focus_back(
    opened: tuple[str, str, str, str], language: str, fresh: Tab
) -> None:
    path, opener, panel, inside = opened
    page = fresh.visit(place(path, language))
    tab_to(page, opener, most=200)
    page.keyboard.press("Space")
    expect(page.locator(panel)).to_be_visible()
    if opened is not MEANING:
        tab_to(page, inside, most=2)
    page.keyboard.press("Escape")
    expect(page.locator(panel)).not_to_be_visible()
    expect(page.locator(opener).first).to_be_focused()


@pytest.mark.parametrize("opened", [MENU, DRAWER], ids=["menu", "drawer"])
def test_what_lies_over_the_page_goes_with_the_focus(
    opened: tuple[str, str, str, str], fresh: Tab
) -> None:
    path, opener, panel, inside = opened
    page = fresh.visit(path)
    tab_to(page, opener)
    page.keyboard.press("Space")
    tab_to(page, inside, most=2)
    links = page.locator(inside).count()
    for _ in range(links):
        expect(page.locator(panel)).to_be_visible()
        assert page.evaluate(_HERE)["seen"]
        page.keyboard.press("Tab")
    expect(page.locator(panel)).not_to_be_visible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_plan_covers_no_stop(language: str, fresh: Tab) -> None:
    page = fresh.visit(place("lessons/", language))
    for number in range(2):
        page.locator(".add").nth(number).click()
    page.reload()
    expect(page.locator(".planbar")).to_be_visible()
    assert len(list(walked(page, most=2000))) > 100


@pytest.mark.criteria("keyboard", "2.4.11")
@pytest.mark.parametrize("width", evaluation.WIDTHS)
def test_an_offer_that_comes_late_covers_no_focus(width: int, fresh: Tab) -> None:
    fresh.page.set_viewport_size({"width": width, "height": 740})
    held: list[Route] = []
    fresh.page.route("**/offers.json", lambda route: held.append(route))
    page = fresh.visit("ru/families/")
    tab_to(page, "article a[href*=take-part]", most=200)
    page.evaluate("document.activeElement.scrollIntoView({ block: 'end' })")
    held[0].continue_()
    page.locator(".offer").wait_for()
    assert page.evaluate(_HERE)["seen"]
    page.evaluate("scrollTo(0, 0)")
    page.set_viewport_size({"width": width - 60, "height": 740})  # the bar grows or shrinks
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") == 0


def test_a_focus_that_nothing_shows_is_found(fresh: Tab) -> None:
    page = fresh.visit("families/")
    fresh.style(".md-option:focus-visible + label { outline: 0 !important }")
    with pytest.raises(AssertionError, match="nothing shows the focus"):
        list(walked(page))
