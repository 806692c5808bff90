"""Everything that opens or switches works without a mouse."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from test_browser.chromium import Tab
from test_browser.serving import PAGE_TYPES, Built

pytestmark = [pytest.mark.browser, pytest.mark.promise("keyboard")]

_HERE = """() => { const one = document.activeElement
  const box = one.getBoundingClientRect()
  return { id: one.id, tag: one.tagName, class: one.className, text: one.textContent.trim(),
    shown: one.checkVisibility(), near: box.right > -1 && box.left < innerWidth + 1 } }"""


def tab_to(page: Page, selector: str, most: int = 40) -> None:
    """Press Tab until what the selector names has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("which => document.activeElement.matches(which)", selector):
            return
    pytest.fail(f"{most} times Tab does not lead to {selector}")


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


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_focus_is_always_somewhere_to_be_seen(kind: str, fresh: Tab, built: Built) -> None:
    page = fresh.visit(built.richest(kind).path)
    for number in range(25):
        page.keyboard.press("Tab")
        here = page.evaluate(_HERE)
        assert here["tag"] == "BODY" or (here["shown"] and here["near"]), (number, here)
