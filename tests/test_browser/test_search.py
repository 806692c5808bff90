"""Search as readers use it: in their language, with filters, by keyboard, with few bytes."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from test_browser.chromium import Tab
from test_browser.serving import Built, place

pytestmark = pytest.mark.browser

MOST_BYTES = 60_000
SEARCHES: dict[str, dict[str, str | list[str]]] = yaml.safe_load(
    Path(__file__).with_name("searches.yml").read_text("utf-8")
)
_HITS = """() => [...document.querySelectorAll('#results:not([hidden]) > li')].map(row => ({
  link: row.querySelector('a').href, facts: row.querySelector('.facts').innerText }))"""
# Types one term after the other and notes where the first five results of each lead.
_ALL = """async asked => {
  const input = document.getElementById('q'), found = document.getElementById('found')
  const told = {}
  for (const words of asked) {
    found.textContent = ''
    input.value = words
    input.dispatchEvent(new Event('input'))
    while (!found.textContent) await new Promise(done => setTimeout(done))
    const links = [...document.querySelectorAll('#results:not([hidden]) h2 a')].slice(0, 5)
    told[words] = links.map(link => link.href)
  }
  return told
}"""


def below(page: Page, link: str) -> str:
    """Where a link leads, from the home of the language."""
    return link[len(page.url.partition("search/")[0]) :]


def typed(tab: Tab, words: str) -> list[str]:
    """Where the results that are shown lead, once the words are typed."""
    page = tab.page
    page.fill("#q", "")
    expect(page.locator("#found")).to_be_empty()
    page.fill("#q", words)
    expect(page.locator("#found")).not_to_be_empty()
    return [below(page, hit["link"]) for hit in page.evaluate(_HITS)]


def index(built: Built, language: str) -> dict[str, Any]:
    """What the search page of a language looks through."""
    told: dict[str, Any] = json.loads(
        (built.folder / place("search.json", language)).read_text("utf-8")
    )
    return told


def test_every_language_has_its_list_of_terms(built: Built) -> None:
    assert list(SEARCHES) == [one.id for one in built.languages]
    assert {language: len(terms) for language, terms in SEARCHES.items()} == dict.fromkeys(
        SEARCHES, 20
    )


@pytest.mark.parametrize("language", SEARCHES)
def test_readers_find_what_they_type(language: str, tab: Tab) -> None:
    page = tab.visit(place("search/", language))
    asked = SEARCHES[language]
    found = page.evaluate(_ALL, list(asked))
    missed = {}
    for words, told in asked.items():
        wanted = {told} if isinstance(told, str) else set(told)
        links = [below(page, link) for link in found[words]]
        if not wanted <= set(links):
            missed[words] = links
    assert missed == {}
    assert tab.errors == []


@pytest.mark.parametrize(
    ("language", "words", "term"),
    [
        ("en", "bias", "bias"),  # its English name
        ("es", "sesgo", "bias"),  # that with which its explanation begins
        ("es", "Sesgos", "bias"),  # in another form
        ("ja", "バイアス", "bias"),  # in parentheses there
        ("en", "made-up answer", "hallucination"),  # by another word
        ("ko", "챗봇", "chatbot"),
        ("ar", "والخصوصية", "privacy"),
        ("ru", "видеозвонок мошенника", ""),  # what is none is none
    ],
)
def test_a_school_word_comes_first_and_its_pages_follow(
    language: str, words: str, term: str, tab: Tab, built: Built
) -> None:
    tab.visit(place("search/", language))
    first, *others = typed(tab, words)
    assert (first == f"glossary/#{term}") is bool(term)
    if term:
        rows = index(built, language)["rows"]
        number = next(n for n, row in enumerate(rows) if row[0] == f"glossary/#{term}")
        using = {row[0] for row in rows if len(row) > 7 and number in row[7]}
        assert using & set(others)


def test_every_result_leads_to_its_place(built: Built) -> None:
    """Every record, not only what somebody searched for."""
    for language in built.languages:
        for path, title, *_ in index(built, language.id)["rows"]:
            page, _, anchor = path.partition("#")
            file = built.file(page, language.id)
            assert file.is_file(), f"{language.id}: {title} leads to {path}"
            assert not anchor or f'id="{anchor}"' in file.read_text("utf-8"), path


@pytest.mark.parametrize("language", SEARCHES)
def test_first_query_costs_little(language: str, tab: Tab, built: Built) -> None:
    """What the search page loads beyond any other page, scripts and index, packed as it is sent."""
    tab.visit(place("families/", language))
    loaded = "performance.getEntriesByType('resource').map(one => one.name)"
    elsewhere = set(tab.page.evaluate(loaded))
    page = tab.visit(place("search/", language))
    typed(tab, "AI")
    files = [
        built.folder / address.removeprefix(built.origin)
        for address in page.evaluate(loaded)
        if address not in elsewhere
    ]
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 6)) for file in files}
    assert {"search.json", "search.js", "finder.js", "minisearch.js", "filters.js"} <= set(sizes)
    assert sum(sizes.values()) < MOST_BYTES, sizes


def test_every_index_holds_the_same_pages(built: Built) -> None:
    paths = {one.path for one in built.site.addresses}
    found = {one.id: [row[0] for row in index(built, one.id)["rows"]] for one in built.languages}
    assert {path.partition("#")[0] for path in found["en"]} <= paths
    assert len(found["en"]) > 300
    assert all(places == found["en"] for places in found.values())


def test_spanish_index_is_in_spanish(built: Built) -> None:
    english = {row[0]: row[2] for row in index(built, "en")["rows"]}
    spanish = {row[0]: row[2] for row in index(built, "es")["rows"]}
    assert sum(english[path] == spanish[path] for path in english) < len(english) / 20


def counts(page: Page) -> dict[str, int]:
    """What stands beside each box, by its fact."""
    told: dict[str, int] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('.filters [type=checkbox]')]
          .map(box => [`${box.name}:${box.value}`,
            Number(box.parentElement.querySelector('.count').textContent)]))"""
    )
    return told


def tick(page: Page, *facts: str) -> None:
    """Tick the boxes of these facts."""
    for fact in facts:
        name, value = fact.split(":")
        page.locator(f'.filters [name="{name}"][value="{value}"]').check()


def number(page: Page) -> int:
    """How many results the page says there are; some languages say one without a digit."""
    told = "".join(one for one in page.locator("#found").inner_text() if one.isdecimal())
    return int(told) if told else page.locator("#results > li").count()


@pytest.mark.parametrize(("language", "words"), [("en", "data"), ("es", "tarea"), ("ar", "الغش")])
def test_filters_narrow_what_is_found_and_counts_tell_it_before(
    language: str, words: str, fresh: Tab
) -> None:
    fresh.page.set_viewport_size({"width": 1280, "height": 900})
    page = fresh.visit(place("search/", language))
    expect(page.locator(".browser")).to_be_hidden()
    all_of_them = len(typed(fresh, words)) and number(page)
    told = counts(page)
    assert sum(count for fact, count in told.items() if fact.startswith("kind:")) == all_of_them
    kind = max((one for one in told if one.startswith("kind:")), key=lambda one: told[one])
    tick(page, kind)
    assert number(page) == told[kind]
    box = page.locator(f'[name=kind][value="{kind.removeprefix("kind:")}"]')
    name = box.evaluate("box => box.parentElement.querySelector('span').innerText")
    assert all(name in hit["facts"] for hit in page.evaluate(_HITS))
    narrowed = counts(page)
    assert all(narrowed[one] == told[one] for one in told if one.startswith("kind:"))
    band = max((one for one in told if one.startswith("band:")), key=lambda one: narrowed[one])
    tick(page, band)
    assert number(page) == narrowed[band]
    expect(page.locator(".chip")).to_have_count(2)


def test_a_view_with_filters_can_be_shared_by_its_address(fresh: Tab, tab: Tab) -> None:
    fresh.page.set_viewport_size({"width": 1280, "height": 900})
    page = fresh.visit("search/")
    typed(fresh, "bias")
    tick(page, "kind:lesson", "band:6-8", "band:9-12", "strand:data-and-design")
    shown = [below(page, hit["link"]) for hit in page.evaluate(_HITS)]
    assert shown
    _, _, query = page.url.partition("?")
    assert query == "q=bias&kind=lesson&band=6-8&band=9-12&strand=data-and-design"
    other = tab.visit(f"search/?{query}")
    expect(other.locator("#results > li")).to_have_count(len(shown))
    assert [below(other, hit["link"]) for hit in other.evaluate(_HITS)] == shown


def test_filters_alone_list_all_that_has_them(tab: Tab, built: Built) -> None:
    page = tab.visit("es/search/?kind=workshop")
    expect(page.locator("#results > li")).to_have_count(
        sum(one.kind == "workshop" for one in built.site.addresses)
    )


def test_an_odd_address_harms_nothing(tab: Tab) -> None:
    page = tab.visit("search/?q=%3Cimg%20src=x%3E&band=%22&__proto__=1&kind=lesson")
    expect(page.locator("#found")).not_to_be_empty()
    assert page.locator("#page img").count() == 0
    assert tab.errors == []


def test_a_band_is_told_by_shape_and_words(tab: Tab) -> None:
    page = tab.visit("search/?q=train+the+class+sorter")
    band = page.locator("#results > li").first.locator(".band")
    expect(band).to_have_text("Grades 3–5")
    expect(band.locator("svg.shape")).to_be_visible()


def test_english_in_another_language_is_marked_as_such(tab: Tab) -> None:
    page = tab.visit("ar/search/?q=bias")
    first = page.locator("#results > li").first
    expect(first.locator("h2 a")).to_have_attribute("lang", "en")
    expect(first.locator("p")).not_to_have_attribute("lang", "en")


def test_more_results_are_shown_on_demand(tab: Tab) -> None:
    page = tab.visit("search/?q=AI")
    rows = page.locator("#results > li")
    expect(rows).to_have_count(20)
    page.locator("#more").click()
    expect(rows).to_have_count(40)
    assert page.evaluate(
        "document.activeElement.closest('li') === document.querySelectorAll('#results > li')[20]"
    )


def test_search_works_by_keyboard_alone(fresh: Tab) -> None:
    page = fresh.visit("es/search/")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "q":
            break
    page.keyboard.type("privacidad")
    page.keyboard.press("Enter")
    page.locator("#results li").first.wait_for()
    expect(page).to_have_url(re.compile("q=privacidad"))
    assert page.locator("#found").get_attribute("aria-live") == "polite"
    assert number(page)
    page.locator(".filters summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("kind=lesson"))
    page.locator(".chip").press("Enter")
    expect(page.locator("#found")).to_be_focused()
    expect(page).not_to_have_url(re.compile("kind"))
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('#results')"):
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/es/" in page.url
    assert "/search/" not in page.url
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["en", "es", "ar", "km"])
def test_results_and_filters_fit_their_page(language: str, width: int, tab: Tab) -> None:
    tab.page.set_viewport_size({"width": width, "height": 740})
    page = tab.visit(place("search/?q=AI&kind=term&kind=lesson&kind=integrity&band=3-5", language))
    expect(page.locator("#results > li").first).to_be_visible()
    page.locator(".filters").evaluate("one => { one.open = true }")
    assert not tab.asked("sight.cut()")


# Nothing found


@pytest.mark.parametrize(
    ("language", "words", "near"),
    [
        ("en", "zzchatbto", "chatbot"),
        ("es", "xxprivasidda", "privacidad"),
        ("zh-Hans", "隱私", "隐私"),
    ],
)
def test_nothing_found_offers_words_that_find(
    language: str, words: str, near: str, tab: Tab
) -> None:
    page = tab.visit(place("search/", language))
    assert typed(tab, words) == []
    assert page.locator("#found").text_content() == page.locator("form[data-none]").get_attribute(
        "data-none"
    )
    offered = page.locator("#near a")
    assert near in offered.all_inner_texts()
    offered.get_by_text(near, exact=True).click()
    expect(page.locator("#results > li").first).to_be_visible()
    expect(page.locator("#near")).to_be_hidden()


def test_nothing_found_leads_to_the_lists(tab: Tab) -> None:
    page = tab.visit("ko/search/")
    assert typed(tab, "zzzzqqqq") == []
    expect(page.locator("#near")).to_be_hidden()
    links = page.locator("#lists + ul a").evaluate_all("all => all.map(one => one.href)")
    assert {"families/", "lessons/", "glossary/"} <= {below(page, link) for link in links}


def test_filters_that_leave_nothing_say_which_to_take_out(tab: Tab) -> None:
    page = tab.visit("search/?q=deepfake&kind=tool&band=tk-2")
    expect(page.locator("#loose button").first).to_be_visible()
    said = page.locator("#loose button").all_inner_texts()
    assert said[-1].startswith("Without “Tools, ")
    found = int(said[-1].rpartition(" ")[2])
    page.locator("#loose button").last.click()
    assert number(page) == found
    expect(page.locator("#found")).to_be_focused()
    assert page.url.endswith("?q=deepfake")


def test_without_an_index_the_page_says_so_and_tries_again(fresh: Tab) -> None:
    page = fresh.page
    page.route("**/search.json", lambda route: route.abort())
    fresh.visit("search/")
    page.fill("#q", "bias")
    expect(page.locator("#found")).to_have_text(
        page.locator("form[data-failed]").get_attribute("data-failed") or ""
    )
    page.unroute("**/search.json")
    page.fill("#q", "bias in data")
    expect(page.locator("#results > li").first).to_be_visible()
