"""Search as readers use it: in their language, by keyboard, with little to download."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import expect

from test_browser.chromium import Tab
from test_browser.serving import Built, place

pytestmark = pytest.mark.browser

MOST_BYTES = 60_000
SEARCHES: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("searches.yml").read_text("utf-8")
)


def typed(tab: Tab, words: str) -> list[str]:
    """Where the first ten results lead, from the language's home, once the words are typed."""
    page = tab.page
    page.fill("#q", "")
    expect(page.locator("#found")).to_be_empty()
    page.fill("#q", words)
    expect(page.locator("#found")).not_to_be_empty()
    home = len(page.url.partition("search/")[0])
    links = page.locator("#results:not([hidden]) a").evaluate_all("all => all.map(one => one.href)")
    return [link[home:] for link in links[:10]]


@pytest.mark.parametrize("language", SEARCHES)
def test_readers_find_what_they_type(language: str, tab: Tab) -> None:
    tab.visit(place("search/", language))
    asked: dict[str, str] = SEARCHES[language]["terms"]
    assert len(asked) == 10
    found = {words: typed(tab, words) for words in asked}
    missed = {
        words: found[words]
        for words, page in asked.items()
        if not found[words] or (page and page not in found[words])
    }
    assert missed == {}
    assert tab.errors == []


@pytest.mark.parametrize("language", SEARCHES)
def test_a_misspelt_word_is_found(language: str, tab: Tab) -> None:
    tab.visit(place("search/", language))
    for words, page in SEARCHES[language]["misspelt"].items():
        found = typed(tab, words)
        assert found
        assert not page or page in found


def test_every_result_leads_to_its_place(tab: Tab, built: Built) -> None:
    """Every record, not only what somebody searched for."""
    for language in built.languages:
        for path, title, *_ in records(built, language.id):
            page, _, anchor = path.partition("#")
            file = built.file(page, language.id)
            assert file.is_file(), f"{language.id}: {title} leads to {path}"
            assert not anchor or f'id="{anchor}"' in file.read_text("utf-8"), path


@pytest.mark.parametrize("language", SEARCHES)
def test_first_query_costs_little(language: str, tab: Tab, built: Built) -> None:
    """What the search page loads beyond any other page, scripts and index, packed as it is sent."""
    page = tab.visit(place("search/", language))
    typed(tab, "AI")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    files = [
        built.folder / address.removeprefix(built.origin)
        for address in loaded
        if "/assets/search/" in address or address.endswith("search.json")
    ]
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 6)) for file in files}
    assert len(sizes) == 3, sizes
    assert sum(sizes.values()) < MOST_BYTES, sizes


def test_index_holds_pages_of_its_language_alone(built: Built) -> None:
    paths = {one.path for one in built.site.addresses}
    languages = {one.id for one in built.languages}
    counts = set()
    for language in built.languages:
        found = [path.partition("#")[0] for path, *_ in records(built, language.id)]
        assert set(found) <= paths
        assert not any(path.partition("/")[0] in languages for path in found)
        counts.add(len(found))
    assert len(counts) == 1
    assert counts.pop() > 100


def test_spanish_index_is_in_spanish(built: Built) -> None:
    english = {path: summary for path, _, summary, *_ in records(built, "en")}
    spanish = {path: summary for path, _, summary, *_ in records(built, "es")}
    assert sum(english[path] == spanish[path] for path in english) < len(english) / 20


def test_search_works_by_keyboard_alone(fresh: Tab) -> None:
    page = fresh.visit("es/search/")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "q":
            break
    page.keyboard.type("privacidad")
    page.keyboard.press("Enter")
    page.locator("#results li").first.wait_for()
    assert "q=privacidad" in page.url
    assert page.locator("#found").get_attribute("aria-live") == "polite"
    assert any(letter.isdigit() for letter in page.locator("#found").text_content() or "")
    page.keyboard.press("Tab")  # the button
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('#results')")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/es/" in page.url
    assert "/search/" not in page.url
    assert page.locator("h1").count() == 1


def test_search_says_when_nothing_is_found(tab: Tab) -> None:
    tab.visit("es/search/")
    assert typed(tab, "zzzzqqqq") == []
    assert tab.page.locator("#found").text_content() == tab.page.locator(
        "form[data-none]"
    ).get_attribute("data-none")


def records(built: Built, language: str) -> list[list[str]]:
    """What the search page of a language looks through: address, title, summary, words."""
    data = (built.folder / place("search.json", language)).read_text("utf-8")
    found: list[list[str]] = json.loads(data)
    return found
