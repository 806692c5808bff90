"""Every type of page loads whole, alone and quietly, and holds together on the narrowest phone."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from promises import Tried

from builder import evaluation
from test_browser.chromium import Tab
from test_browser.serving import PAGE_TYPES, Built, in_turn, place

pytestmark = pytest.mark.browser

PALETTE = "/.__palette"
_FACTS = """() => {
  const shown = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter(one => !one.closest('[hidden]'))
  return {
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    levels: shown.map(one => Number(one.tagName[1])),
    ids: [...document.querySelectorAll('[id]')].map(one => one.id),
    stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    cookie: document.cookie,
  }
}"""
# WCAG 2.2, 1.4.12: what a reader may set without losing anything. `!important`, as readers do.
_SPACING = """
  * { line-height: 1.5 !important; letter-spacing: .12em !important;
      word-spacing: .16em !important }
  p { margin-block-end: 2em !important }"""
# 1.4.4: the theme's letters are 125 % of the reader's own.
_LARGER = f":root {{ font-size: {evaluation.LARGER * 1.25}% !important }}"


@pytest.mark.criteria("markup", "3.1.1")
@pytest.mark.promise("phones-nobody")
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_page_type_loads_quietly(kind: str, tab: Tab, built: Built, tried: Tried) -> None:
    path = built.richest(kind).path
    tab.page.set_viewport_size({"width": 1280, "height": 900})
    seen = languages(kind, built)
    found = [one for language in seen for one in _faults(tab, built, path, language)]
    assert not found, "\n".join(found)
    tried("pages that load", len(seen))


def _faults(tab: Tab, built: Built, path: str, language: str) -> list[str]:
    page = tab.visit(place(path, language))
    facts: dict[str, Any] = page.evaluate(_FACTS)
    levels, ids = facts["levels"], facts["ids"]
    direction = built.site.settings.language(language).direction
    expected = {
        "no request leaves the origin": tab.off_origin == [],
        "nothing fails to load": tab.failed == [],
        "no error in the console": tab.errors == [],
        "nothing against the policy": tab.refused == [],
        "no cookie": facts["cookie"] == "" and page.context.cookies() == [],
        "nothing stored but the palette": set(facts["stored"]) <= {PALETTE},
        "html says the language": facts["lang"] == language,
        "html says the direction": facts["dir"] == direction,
        "one h1": levels.count(1) == 1,
        "headings begin with h1": levels[:1] == [1],
        "no heading level is skipped": all(b <= a + 1 for a, b in pairwise(levels)),
        "ids are unique": len(ids) == len(set(ids)),
    }
    told = (tab.off_origin, tab.failed, tab.errors, tab.refused, facts["stored"], levels)
    return [
        f"/{place(path, language)}: not so: {what} {told}"
        for what, so in expected.items()
        if not so
    ]


@pytest.mark.criteria("reflow", "1.4.4", "1.4.10", "1.4.12")
@pytest.mark.promise("reflow")
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_page_type_fits_a_narrow_screen_and_large_letters(
    kind: str, tab: Tab, built: Built, tried: Tried
) -> None:
    path, seen = built.richest(kind).path, languages(kind, built)
    found = []
    for language in seen:
        where = place(path, language)
        tab.page.set_viewport_size({"width": evaluation.NARROW, "height": 640})
        tab.visit(where)
        found += _cut(tab, f"/{where}")
        tab.style(_SPACING)
        found += _cut(tab, f"/{where} with text spacing")
        tab.page.set_viewport_size({"width": evaluation.WIDTHS[-1], "height": 900})
        tab.style(_LARGER)
        found += _cut(tab, f"/{where} with larger letters")
    assert not found, "\n".join(found)
    tried("pages, each in three ways", len(seen))


def languages(kind: str, built: Built) -> list[str]:
    """The languages in which this run opens the type: one in turn, all in the long round."""
    return in_turn(PAGE_TYPES.index(kind), [one.id for one in built.languages])


def _cut(tab: Tab, where: str) -> list[str]:
    return [f"{where}: {one}" for one in tab.asked("sight.cut()")]


def test_unknown_address_leads_home_in_every_language(tab: Tab, built: Built) -> None:
    page = tab.visit("es/no/such/page/")
    links = page.locator("main a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert len(links) == len(built.languages)
    for link in links:
        assert page.request.get(built.origin.rstrip("/") + link).ok, link
    assert tab.off_origin == []
    assert tab.refused == []
