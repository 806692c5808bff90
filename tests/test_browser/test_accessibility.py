"""Every type of page against WCAG 2.2 AA with axe, in both palettes, by what the statement says.

Each type meets a language and a width, and all are met by some type. The dark palette, in which
colours alone change, meets the types between which every class of the styles stands. In the long
round every type meets all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby, product
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from promises import Tried

from builder import evaluation
from builder.evaluation import WIDTHS
from test_browser import chromium
from test_browser.axe import OPTIONS, SCRIPT, asked, start
from test_browser.chromium import Tab
from test_browser.serving import PAGE_TYPES, Built, in_turn, place

pytestmark = [pytest.mark.browser, pytest.mark.promise("axe")]

View = tuple[str, int]
_OPEN = "for (const one of document.querySelectorAll('details')) one.open = true"
_TAGS = """async options => {
  const told = await axe.run(document, options)
  return ['passes', 'violations', 'incomplete', 'inapplicable']
    .flatMap(kind => told[kind]).flatMap(rule => rule.tags).filter(tag => tag.startsWith('wcag'))
}"""


@pytest.fixture(scope="module")
def tabs(chrome: Browser, built: Built) -> Iterator[dict[str, Tab]]:
    """A tab for each palette; both are looked through at the same time."""
    palettes: tuple[Any, ...] = evaluation.PALETTES
    tabs = {one: chromium.tab(chrome, built.origin, color_scheme=one) for one in palettes}
    yield tabs
    for tab in tabs.values():
        tab.page.context.close()


def views(built: Built) -> list[View]:
    """Every language at every width."""
    return list(product([one.id for one in built.languages], WIDTHS))


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_page_type_has_no_violation(
    kind: str, tabs: dict[str, Tab], built: Built, tried: Tried
) -> None:
    path = built.richest(kind).path
    seen = in_turn(PAGE_TYPES.index(kind), views(built))
    asked = tabs if kind in built.varied else {"light": tabs["light"]}
    assert_sound(asked, path, seen)
    tried("kinds of pages", 1)
    tried("views of a page", len(seen) * len(asked))


def test_every_view_is_met_by_some_type(built: Built) -> None:
    met = [one for number in range(len(PAGE_TYPES)) for one in in_turn(number, views(built))]
    assert set(met) == set(views(built))


def test_page_for_what_is_not_there_has_no_violation(tabs: dict[str, Tab]) -> None:
    assert_sound(tabs, "there/is/no/such/page/", [("en", width) for width in WIDTHS])


def drawer(page: Page) -> None:
    page.locator(".md-header label[for=__drawer]").click()
    page.locator(".md-sidebar--primary .md-nav__link").first.wait_for(state="visible")


def meaning(page: Page) -> None:
    page.locator("[popovertarget]").first.click()
    page.locator(".meaning:popover-open").wait_for()


def english(page: Page) -> None:
    page.locator("[data-tool=english]").wait_for()
    if page.locator("[data-tool=english][aria-pressed=true]").count() == 0:  # a visit before chose
        page.locator("[data-tool=english]").click()
    page.locator("[data-tool=english][aria-pressed=true]").wait_for()


def plan(page: Page) -> None:
    page.locator(".add").first.wait_for()
    if page.locator("#plan").is_hidden():  # else a visit before has filled it
        page.locator(".add").first.click()
    page.locator("#plan").wait_for(state="visible")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")  # there it lies over nothing


def slide(page: Page) -> None:
    page.keyboard.press("PageDown")  # the arrows follow the direction of the writing
    page.keyboard.press("t")
    page.locator(".slide__left:visible").wait_for()


def found(page: Page) -> None:
    page.locator("#found:not(:empty)").wait_for()


OPENED: dict[str, tuple[str, Callable[[Page], None], tuple[int, ...]]] = {
    "the menu": ("families/", drawer, WIDTHS[:2]),
    "a meaning": ("guides/3-5/", meaning, WIDTHS),
    "the English beside": ("families/", english, WIDTHS),
    "a plan": ("lessons/", plan, WIDTHS),
    "a slide with its timer": ("lessons/second-source/present/", slide, WIDTHS),
    "a search with filters": ("search/?q=AI&kind=term&band=3-5", found, WIDTHS),
    "a search that finds nothing": ("search/?q=zzchatbto", found, WIDTHS),
    "a search whose filters hide all": (
        "search/?q=deepfake&kind=tool&band=tk-2",
        found,
        WIDTHS,
    ),
}


@pytest.mark.parametrize("what", OPENED)
def test_what_is_opened_has_no_violation(
    what: str, tabs: dict[str, Tab], built: Built, tried: Tried
) -> None:
    path, work, widths = OPENED[what]
    names = [one.id for one in built.languages if one.id != "en" or work is not english]
    seen = in_turn(list(OPENED).index(what) * 5, list(product(names, widths)))
    for tab in tabs.values():
        tab.forget()
    assert_sound(tabs, path, seen, work)
    tried("views of what opens", len(seen) * len(tabs))


@pytest.mark.parametrize("scheme", evaluation.PALETTES)
def test_the_offer_of_a_language_has_no_violation(
    scheme: Any, chrome: Browser, built: Built
) -> None:
    tab = chromium.tab(chrome, built.origin, color_scheme=scheme, locale="ar")
    tab.visit("families/").locator(".offer").wait_for()
    told = asked(tab, OPTIONS["light"])
    tab.page.context.close()
    assert not told, "\n".join(told)


def test_axe_finds_what_is_wrong(tabs: dict[str, Tab]) -> None:
    """A page spoilt on purpose: silence elsewhere means something."""
    tab = tabs["light"]
    tab.visit("")
    tab.page.evaluate("document.querySelector('h1').innerHTML = '<img src=assets/favicon.svg>'")
    assert any(one.startswith("image-alt") for one in asked(tab, OPTIONS["light"]))


def test_the_statement_names_what_axe_looks_at(tabs: dict[str, Tab]) -> None:
    tab = tabs["light"]
    tab.visit("")
    tab.page.evaluate(SCRIPT)
    tags = tab.page.evaluate(_TAGS, {**OPTIONS["light"], "resultTypes": []})
    numbers = {f"{one[4]}.{one[5]}.{one[6:]}" for one in tags if one[4:].isdecimal()}
    told = evaluation.METHODS["axe"].criteria
    assert told == tuple(one for one in evaluation.CRITERIA if one in numbers)


def assert_sound(
    tabs: dict[str, Tab],
    path: str,
    seen: list[View],
    work: Callable[[Page], None] = lambda page: None,
) -> None:
    """Axe finds nothing on the page in both palettes, every `<details>` open, `work` done."""
    found = []
    for language, views in groupby(seen, key=lambda view: view[0]):
        widths = [width for _, width in views]
        where = place(path, language)
        for scheme, tab in tabs.items():
            tab.page.set_viewport_size({"width": widths[0], "height": 900})
            page = tab.visit(where)
            work(page)
            page.evaluate(_OPEN)
            dark = page.evaluate("getComputedStyle(document.body).colorScheme")
            assert dark == scheme, f"/{where} is {dark} where the reader's system is {scheme}"
        for width in widths:
            for scheme, tab in tabs.items():
                tab.page.set_viewport_size({"width": width, "height": 900})
                start(tab, OPTIONS[scheme])
            for scheme, tab in tabs.items():
                told = tab.page.evaluate("window.__axe")
                found += [f"/{where} {scheme}, {width} px: {one}" for one in told]
    assert not found, "\n".join(found)
