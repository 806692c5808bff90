"""A lesson of which one file never arrives: its words, its links and its languages still serve."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect
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
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator(".md-tabs a[href$='families/']").click()
    page.wait_for_url(f"**/{place('families/', language)}")
    page.go_back()
    page.set_viewport_size({"width": 360, "height": 740})
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
        fresh.forget()
        page = fresh.visit(path)
        page.wait_for_load_state("networkidle")
        assert any(one in told for told in fresh.failed), one
        serves(page, language)
        fresh.page.unroute_all()
    fresh.page.route("**/assets/**", lambda route: route.abort())
    serves(fresh.visit(path), language)
    tried("files missing", len(found) + 1)


def without_fonts_of_the_system(route: Route) -> None:
    """The style sheet of a reader whose system has none of the fonts that it names before ours."""
    answer = route.fetch()
    words = re.sub(r"local\([^)]*\), ", "", answer.text())
    route.fulfill(response=answer, body=re.sub(r'--font: .*?(?="Own )', "--font: ", words))


@pytest.mark.parametrize("language", ["km", "hy"])
def test_without_its_font_a_lesson_serves(language: str, fresh: Tab, tried: Tried) -> None:
    path = place(LESSON, language)
    fresh.page.route("**/site.css", without_fonts_of_the_system)
    fonts = [one for one in assets(fresh, path) if one.endswith(".woff2")]
    assert fonts, "the fonts of the site are asked for"
    fresh.page.route("**/*.woff2", lambda route: route.abort())
    page = fresh.visit(path)
    page.wait_for_load_state("networkidle")
    assert any(fonts[0] in one for one in fresh.failed)
    serves(page, language)
    tried("files missing", len(fonts))
