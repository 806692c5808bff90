"""Pages as a printer gets them: whole, without menus, and never an empty sheet."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pypdf
import pytest
from playwright.sync_api import Browser
from promises import LONG, Tried

from test_browser import chromium
from test_browser.chromium import Tab
from test_browser.serving import PAGE_TYPES, Built, in_turn, place

pytestmark = [pytest.mark.browser, pytest.mark.promise("paper")]

# What is laid beside a lesson, sent home or put on a wall, and what is widest.
OFTEN = ("lesson", "letter", "kitchen-sheet", "progression", "translation-status", "lessons")
KINDS = PAGE_TYPES if LONG else OFTEN
# Letter paper without the margins of `@page`, in CSS pixels.
UPRIGHT, ACROSS = 695, 965
_CUT = """() => {
  const shown = [...document.querySelectorAll('body *')].filter(one => one.checkVisibility())
  const cut = shown.filter(one => !one.closest('svg, .hidden-text')).filter(one => {
    const { left, right } = one.getBoundingClientRect()
    const holds = getComputedStyle(one).overflowX !== 'visible'
    return right > innerWidth + 1 || left < -1 || holds && one.scrollWidth > one.clientWidth + 1
  })
  const shut = shown.filter(one => one.matches('main details')).filter(one =>
    !one.lastElementChild.checkVisibility())
  return [...cut, ...shut].map(one => one.outerHTML.slice(0, 140))
}"""
_IDLE = """() => [...document.querySelectorAll('nav, header, footer, form, button:not(.term)')]
  .filter(one => one.checkVisibility() && one.getBoundingClientRect().height > 1)
  .map(one => one.outerHTML.slice(0, 140))"""


@pytest.fixture(scope="module")
def tab(chrome: Browser, built: Built) -> Iterator[Tab]:
    """A tab that shows pages as they are printed."""
    tab = chromium.tab(chrome, built.origin)
    tab.page.emulate_media(media="print")
    yield tab
    tab.page.context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_page_is_whole_on_paper(kind: str, tab: Tab, built: Built, tried: Tried) -> None:
    languages = in_turn(KINDS.index(kind) * 7, [one.id for one in built.languages])
    for language in languages:
        where = place(built.richest(kind).path, language)
        page = tab.visit(where)
        wide = page.locator(".page--wide").count() > 0
        page.set_viewport_size({"width": ACROSS if wide else UPRIGHT, "height": 900})
        assert page.evaluate(_CUT) == [], f"/{where} is cut off"
        assert page.evaluate(_IDLE) == [], f"/{where} prints what cannot be used"
        paper = page.pdf(prefer_css_page_size=True)
        assert empty(paper) == [], f"/{where} has sheets without words"
    tried("kinds of pages", 1)
    tried("pages", len(languages))


def empty(paper: bytes) -> list[int]:
    """The numbers of the sheets on which no word stands."""
    sheets = pypdf.PdfReader(io.BytesIO(paper)).pages
    words = [one.get_contents() for one in sheets]
    shown = [one is not None and re.search(rb"\bT[jJ]\b", one.get_data()) for one in words]
    return [number for number, one in enumerate(shown, 1) if not one]


def test_what_is_wrong_is_found(tab: Tab) -> None:
    page = tab.page
    page.goto("about:blank")
    page.set_content(
        "<nav>Menu</nav><div style='overflow:auto'><p style='inline-size:90em'>Wide</p></div>"
        "<main><details><summary>More</summary><p>Shut</p></details></main>"
        "<div style='break-before:page;block-size:9em'></div><p style='break-before:page'>Last</p>"
    )
    assert [one[:5] for one in page.evaluate(_CUT)] == ["<div ", "<p st", "<deta"]
    assert page.evaluate(_IDLE) == ["<nav>Menu</nav>"]
    assert empty(page.pdf()) == [2]
