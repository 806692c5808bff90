"""A lesson of which one file never arrives: its words, its links and its languages still serve."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from promises import LONG, Tried

from test_browser.chromium import Tab
from test_browser.serving import place

pytestmark = [pytest.mark.browser, pytest.mark.promise("missing-files")]

LESSON = "lessons/second-source/"
LANGUAGES = ("en", "es", "ar", "km", "hy", "zh-Hant") if LONG else ("km",)


def assets(tab: Tab, path: str) -> list[str]:
    """What the page asks for besides itself, from the root of the site."""
    asked: set[str] = set()
    tab.page.on("request", lambda one: asked.add(one.url.removeprefix(tab.origin)))
    tab.visit(path).wait_for_load_state("networkidle")
    return sorted(asked - {path})


def serves(page: Page, language: str) -> None:
    """The words can be read, a link of the navigation and the language menu lead on."""
    expect(page.locator("h1")).to_be_visible()
    words = page.locator("#page [data-at]:visible")
    assert words.count() > 20
    assert words.last.bounding_box()
    page.locator(".md-header .lang summary").click()
    page.locator(".md-header .lang a[hreflang=vi]").click()
    page.wait_for_url(f"**/vi/{LESSON}")
    page.go_back()
    page.locator("main a[href*='student/'], #page a[href*='student/']").first.click()
    page.wait_for_url(f"**/{place(LESSON, language)}student/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_any_one_file_a_lesson_serves(fresh: Tab, language: str, tried: Tried) -> None:
    path = place(LESSON, language)
    found = assets(fresh, path)
    kinds = {one.rpartition(".")[2] for one in found}
    assert kinds >= {"css", "js"}
    for one in found:
        fresh.page.route(f"**/{one}", lambda route: route.abort())
        serves(fresh.visit(path), language)
        assert any(one in told for told in fresh.failed) or not one.endswith(".css"), one
        fresh.page.unroute_all()
    fresh.page.route("**/assets/**", lambda route: route.abort())
    serves(fresh.visit(path), language)
    tried("files missing", len(found) + 1)
