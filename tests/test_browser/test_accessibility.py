"""Every type of page against WCAG 2.1 AA with axe: four languages, both palettes, two widths.

Left out is one best practice of axe, none of WCAG: `region`, for Material's drawer opens by a
checkbox that must stand outside the landmarks.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser

from test_browser import chromium
from test_browser.chromium import Tab
from test_browser.serving import PAGE_TYPES, Built, place

pytestmark = pytest.mark.browser

LANGUAGES = ("en", "es", "ar", "km")
WIDTHS = (360, 1280)
_TERSE = {"resultTypes": ["violations"], "iframes": False}
# Only colours change with the palette, so the second palette is looked at for those alone.
OPTIONS: dict[str, dict[str, Any]] = {
    "light": {
        "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
        "rules": {"region": {"enabled": False}},
        **_TERSE,
    },
    "dark": {
        "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
        **_TERSE,
    },
}
_AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
_OPEN = "for (const one of document.querySelectorAll('details')) one.open = true"
_START = """options => { window.__axe = axe.run(document, options).then(found => found.violations
  .flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary.replace(/\\s+/g, ' ')}`))) }"""


@pytest.fixture(scope="module")
def tabs(chrome: Browser, built: Built) -> Iterator[dict[str, Tab]]:
    """A tab for each palette; both are looked through at the same time."""
    palettes: tuple[Any, ...] = ("light", "dark")
    tabs = {one: chromium.tab(chrome, built.origin, color_scheme=one) for one in palettes}
    yield tabs
    for tab in tabs.values():
        tab.page.context.close()


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_page_type_has_no_violation(kind: str, tabs: dict[str, Tab], built: Built) -> None:
    path = built.richest(kind).path
    found = [one for language in LANGUAGES for one in violations(tabs, place(path, language))]
    assert not found, "\n".join(found)


def test_page_for_what_is_not_there_has_no_violation(tabs: dict[str, Tab]) -> None:
    found = violations(tabs, "there/is/no/such/page/")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "query", ["q=AI&kind=term&band=3-5", "q=zzchatbto", "q=deepfake&kind=tool&band=tk-2"]
)
def test_what_a_search_shows_has_no_violation(query: str, tabs: dict[str, Tab]) -> None:
    found = [
        one
        for language in ("en", "ar")
        for one in violations(tabs, place(f"search/?{query}", language), "#found:not(:empty)")
    ]
    assert not found, "\n".join(found)


def test_axe_finds_what_is_wrong(tabs: dict[str, Tab]) -> None:
    """A page spoilt on purpose: silence elsewhere means something."""
    tab = tabs["light"]
    tab.visit("")
    tab.page.evaluate("document.querySelector('h1').innerHTML = '<img src=assets/favicon.svg>'")
    tab.page.evaluate(_AXE)
    tab.page.evaluate(_START, OPTIONS["light"])
    assert any(one.startswith("image-alt") for one in tab.page.evaluate("window.__axe"))


def violations(tabs: dict[str, Tab], path: str, ready: str = "main") -> list[str]:
    """What axe finds on the page in both palettes at both widths, every `<details>` open."""
    for scheme, tab in tabs.items():
        tab.visit(path).wait_for_selector(ready)
        tab.page.evaluate(_OPEN)
        tab.page.evaluate(_AXE)
        dark = tab.page.evaluate("getComputedStyle(document.body).colorScheme")
        assert dark == scheme, f"/{path} is {dark} where the reader's system is {scheme}"
    found = []
    for width in WIDTHS:
        for scheme, tab in tabs.items():
            tab.page.set_viewport_size({"width": width, "height": 900})
            tab.page.evaluate(_START, OPTIONS[scheme])
        for scheme, tab in tabs.items():
            told = tab.page.evaluate("window.__axe")
            found += [f"/{path} {scheme}, {width} px: {one}" for one in told]
    return found
