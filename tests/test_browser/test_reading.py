"""What a page does for its reader: her language, English beside it, aloud, on paper, offline."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from test_browser import chromium
from test_browser.chromium import Tab
from test_browser.serving import Built, place

pytestmark = pytest.mark.browser

LANGUAGES = ("es", "ar", "km", "zh-Hant")
GUIDE = "guides/3-5/"
TOPIC = "topics/privacy-and-safety/"
# Each passage with what stands beside it: its address, and the English after it.
_PAIRS = """() => [...document.querySelectorAll('#page [data-at]')].map(one => {
  const next = one.nextElementSibling
  const beside = next?.classList.contains('beside-english') ? next : null
  return { at: one.dataset.at, lang: one.closest('[lang]').lang,
    english: beside && beside.textContent.trim(), as: beside && [beside.lang, beside.dir] } })"""
_PASSAGES = """() => Object.fromEntries([...document.querySelectorAll('#page [data-at]')]
  .map(one => [one.dataset.at, one.textContent.trim()]))"""
# A voice for each language named, and a record of what was said with it.
_VOICES = """languages => {
  window.said = []
  const voices = languages.map(lang => ({ lang, name: lang }))
  const speech = { getVoices: () => voices, cancel() {}, addEventListener() {},
    speak(one) {
      said.push([one.lang, one.text])
      one.onstart()
      setTimeout(() => one.onend(), 1)
    } }
  Object.defineProperty(window, 'speechSynthesis', { value: speech })
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
}"""


@pytest.fixture
def reader(chrome: Browser, built: Built) -> Iterator[Any]:
    """Makes the tab of a reader who was never here, with a browser in her language."""
    tabs = []

    def made(**options: Any) -> Tab:
        told = chromium.tab(chrome, built.origin, viewport={"width": 360, "height": 740}, **options)
        tabs.append(told)
        return told

    yield made
    for tab in tabs:
        tab.page.context.close()


def offer(page: Page) -> Any:
    """The bar that offers another language."""
    return page.locator(".offer")


@pytest.mark.parametrize(
    ("locale", "language"),
    [("es-MX", "es"), ("ar", "ar"), ("zh-TW", "zh-Hant"), ("zh-CN", "zh-Hans"), ("fil-PH", "tl")],
)
def test_first_visit_offers_the_language_of_the_browser(
    reader: Any, locale: str, language: str
) -> None:
    page = reader(locale=locale).visit(GUIDE)
    expect(offer(page)).to_be_visible()
    assert offer(page).get_attribute("lang") == language
    assert page.url.endswith(f"/{GUIDE}"), "nobody is sent anywhere unasked"
    offer(page).locator("a").click()
    page.wait_for_url(f"**/{language}/{GUIDE}")
    expect(offer(page)).to_have_count(0)


def test_who_declines_is_not_asked_again(reader: Any) -> None:
    tab = reader(locale="es-US")
    page = tab.visit(GUIDE)
    offer(page).locator("button").click()
    assert page.evaluate("document.activeElement.id") == "page"
    tab.visit("families/").wait_for_timeout(200)
    expect(offer(page)).to_have_count(0)


def test_who_reads_her_language_is_offered_nothing(reader: Any) -> None:
    tab = reader(locale="km-KH")
    for path in (f"km/{GUIDE}", "km/"):
        tab.visit(path).wait_for_timeout(200)
        expect(offer(tab.page)).to_have_count(0)
    page = reader(locale="en-US").visit(GUIDE)
    page.wait_for_timeout(200)
    expect(offer(page)).to_have_count(0)


def test_the_choice_in_the_menu_is_kept_on_this_device(reader: Any) -> None:
    tab = reader(locale="en-US")
    page = tab.visit(GUIDE)
    page.locator(".md-header .lang summary").click()
    page.locator(".md-header .lang a[hreflang=vi]").click()
    page.wait_for_url(f"**/vi/{GUIDE}")
    tab.visit("families/")
    expect(offer(page)).to_have_attribute("lang", "vi")
    assert page.context.cookies() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_english_stands_beside_each_passage(tab: Tab, language: str) -> None:
    english = tab.visit(TOPIC).evaluate(_PASSAGES)
    page = tab.visit(place(TOPIC, language))
    before = len(page.content())
    page.locator("[data-tool=english]").click()
    expect(page.locator("[data-tool=english]")).to_have_attribute("aria-pressed", "true")
    page.wait_for_selector(".beside-english")
    pairs = page.evaluate(_PAIRS)
    wrong = [one for one in pairs if one["lang"] == language and one["english"] is None]
    assert not wrong
    for one in pairs:
        if one["english"]:
            assert re.sub(r"\s+", " ", one["english"]) == re.sub(r"\s+", " ", english[one["at"]])
            assert one["as"] == ["en", "ltr"]
    assert before < 60_000, "the English is fetched when it is asked for"
    page.locator("[data-tool=english]").click()
    expect(page.locator(".beside-english")).to_have_count(0)
    assert tab.off_origin == []
    assert tab.refused == []


@pytest.mark.parametrize("path", ["families/", "glossary/", "lessons/", "progression/", ""])
def test_english_stands_beside_what_lists_show(tab: Tab, path: str) -> None:
    english = tab.visit(path).evaluate(_PASSAGES)
    page = tab.visit(place(path, "ar"))
    page.locator("[data-tool=english]").click()
    page.wait_for_selector(".beside-english")
    own = [one for one in page.evaluate(_PAIRS) if one["lang"] == "ar"]
    assert len(own) >= 4
    for one in own:
        assert one["english"], one
        assert re.sub(r"\s+", " ", one["english"]) == re.sub(r"\s+", " ", english[one["at"]])
    page.locator("[data-tool=english]").click()
    expect(page.locator(".beside-english")).to_have_count(0)


def test_who_takes_english_back_at_once_gets_none(reader: Any) -> None:
    page = reader(locale="es").visit(f"es/{GUIDE}")
    asked: list[Any] = []
    page.route(f"**/{GUIDE}", lambda route: asked.append(route))
    button = page.locator("[data-tool=english]")
    with page.expect_request(f"**/{GUIDE}"):
        button.click()
    button.click()
    with page.expect_response(f"**/{GUIDE}"):
        asked[0].continue_()
    page.wait_for_timeout(200)
    expect(page.locator(".beside-english")).to_have_count(0)
    expect(button).to_have_attribute("aria-pressed", "false")


def test_english_beside_stays_on_from_page_to_page(reader: Any) -> None:
    tab = reader(locale="es")
    page = tab.visit(f"es/{GUIDE}")
    page.locator("[data-tool=english]").click()
    page.wait_for_selector(".beside-english")
    tab.visit(f"es/{TOPIC}")
    page.wait_for_selector(".beside-english")


def test_without_the_english_page_the_link_is_followed(reader: Any) -> None:
    tab = reader(locale="es")
    page = tab.visit(f"es/{GUIDE}")
    tries: list[str] = []

    def fail_once(route: Route) -> None:
        tries.append(route.request.url)
        route.abort() if len(tries) == 1 else route.continue_()

    page.route(f"**:*/{GUIDE}", fail_once)
    page.locator("[data-tool=english]").click()
    page.wait_for_url(lambda url: url.endswith(f"/{GUIDE}") and "/es/" not in url)


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_a_school_word_opens_its_meaning(tab: Tab, language: str) -> None:
    page = tab.visit(place(GUIDE, language))
    term = page.locator(".term", has_text="source")
    expect(term).to_have_count(1)
    if language != "en":
        assert term.get_attribute("lang") == "en"
    meaning = page.locator("#meaning-source")
    expect(meaning).to_be_hidden()
    term.focus()
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    page.emulate_media(media="print")
    expect(meaning).to_be_visible()
    page.emulate_media(media="null")


@pytest.mark.parametrize("language", ["es", "km"])
def test_reads_aloud_passage_by_passage(chrome: Browser, built: Built, language: str) -> None:
    voice = {"es": "es-US", "km": "km-KH"}[language]
    tab = chromium.tab(chrome, built.origin)
    tab.page.add_init_script(f"({_VOICES})({[voice]!r})")
    page = tab.visit(place(GUIDE, language))
    button = page.locator("[data-tool=aloud]")
    expect(button).to_be_visible()
    button.click()
    page.wait_for_selector(".is-read")
    expect(button).to_have_attribute("aria-pressed", "false", timeout=15_000)
    said = page.evaluate("said")
    words = " ".join(text for _, text in said)
    assert {tag for tag, _ in said} == {voice}, "English has no voice here and stays silent"
    title = page.locator("h1").inner_text().replace("\u200b", "")
    assert said[0][1] == title
    last = page.locator("#page .text").last.inner_text().replace("\u200b", "").split()[-1]
    assert last in words
    expect(page.locator(".is-read")).to_have_count(0)
    page.context.close()


@pytest.mark.parametrize("path", [GUIDE, "families/"])
def test_each_language_is_read_by_its_own_voice(chrome: Browser, built: Built, path: str) -> None:
    tab = chromium.tab(chrome, built.origin)
    tab.page.add_init_script(f"({_VOICES})(['es-US', 'en-US'])")

    def heard() -> dict[str, list[str]]:
        page.evaluate("said.length = 0")
        page.locator("[data-tool=aloud]").click()
        page.wait_for_selector(".is-read")
        button = page.locator("[data-tool=aloud]")
        expect(button).to_have_attribute("aria-pressed", "false", timeout=15_000)
        told: dict[str, list[str]] = {"es-US": [], "en-US": []}
        for tag, words in page.evaluate("said"):
            told[tag].append(words)
        return told

    page = tab.visit(place(path, "es"))
    alone = heard()
    page.locator("[data-tool=english]").click()
    page.wait_for_selector(".beside-english")
    both = heard()
    assert len(alone["es-US"]) > 20
    assert both["es-US"] == alone["es-US"], "the Spanish voice reads the Spanish alone"
    assert len(both["en-US"]) > len(alone["en-US"]) + 10
    page.context.close()


def test_without_a_voice_nothing_offers_to_read(chrome: Browser, built: Built) -> None:
    tab = chromium.tab(chrome, built.origin)
    tab.page.add_init_script(f"({_VOICES})(['en-US'])")
    page = tab.visit(place(GUIDE, "hy"))
    page.wait_for_timeout(200)
    expect(page.locator("[data-tool=aloud]")).to_be_hidden()
    expect(tab.visit(GUIDE).locator("[data-tool=aloud]")).to_be_visible()
    page.context.close()


def test_share_hands_over_the_permanent_address(chrome: Browser, built: Built) -> None:
    tab = chromium.tab(chrome, built.origin)
    tab.page.add_init_script("navigator.share = async told => { window.shared = told }")
    page = tab.visit(place(GUIDE, "ko"))
    page.locator("[data-tool=share]").click()
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert page.evaluate("shared.url") == canonical
    page.context.close()
    plain = chromium.tab(chrome, built.origin)
    plain.page.add_init_script("Object.defineProperty(navigator, 'share', {value: undefined})")
    expect(plain.visit(GUIDE).locator("[data-tool=share]")).to_be_hidden()
    plain.page.context.close()


@pytest.mark.parametrize(
    "path", [GUIDE, TOPIC, "sheets/3-5/", "letters/3-5/", "questions/families/"]
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_on_paper_stands_where_the_page_is(tab: Tab, path: str, language: str) -> None:
    page = tab.visit(place(path, language))
    page.emulate_media(media="print")
    address = page.locator(".address")
    expect(address).to_be_visible()
    expect(address.locator(".url")).to_have_text(re.compile(rf"/{place(path, language)}$"))
    expect(address.locator("svg.qr")).to_be_visible()
    page.emulate_media(media="null")


def test_a_sheet_for_the_kitchen_table_is_one_page(tab: Tab, built: Built) -> None:
    every = [(one.id, "9-12") for one in built.languages]
    for language, band in (*every, ("en", "tk-2"), ("km", "3-5"), ("ar", "6-8")):
        page = tab.visit(place(f"sheets/{band}/", language))
        pages = max(map(int, re.findall(rb"/Count (\d+)", page.pdf(format="Letter"))))
        assert pages == 1, f"{language} {band}: {pages} pages"


@pytest.mark.parametrize("language", ["es", "km", "ar"])
def test_a_page_that_was_read_can_be_read_without_a_connection(
    chrome: Browser, built: Built, language: str
) -> None:
    tab = chromium.tab(chrome, built.origin, service_workers="allow")
    page = tab.visit(place(GUIDE, language))
    address = page.url
    kept = "async address => !!(await caches.match(address))"
    tab.wait(kept, address)
    style = page.locator("link[rel=stylesheet]").last.evaluate("one => one.href")
    tab.wait(kept, style)
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_be_visible()
    height = "getComputedStyle(document.querySelector('.md-header')).position"
    assert page.evaluate(height) == "sticky", "its style sheets are there too"
    page.context.close()


@pytest.mark.parametrize("language", ["en", "es", "ar", "km", "zh-Hant", "hy"])
def test_a_first_visit_is_light(chrome: Browser, built: Built, language: str) -> None:
    """At most 80 KB in at most 8 requests, each as a web server sends it packed (gzip)."""
    tab = chromium.tab(chrome, built.origin, locale={"zh-Hant": "zh-TW"}.get(language, language))
    sizes: dict[str, int] = {}
    tab.page.on("response", lambda one: sizes.update({one.url: len(gzip.compress(one.body(), 6))}))
    page = tab.visit(place("guides/6-8/", language))
    page.wait_for_load_state("networkidle")
    fonts = {url for url in sizes if url.endswith(".woff2")}
    rest = {url.removeprefix(built.origin): size for url, size in sizes.items() if url not in fonts}
    assert sum(rest.values()) <= 80_000, rest
    assert len(sizes) <= 8, sorted(sizes)
    assert sum(sizes[url] for url in fonts) <= 60_000
    page.context.close()


@pytest.mark.parametrize("language", ["es", "ar"])
def test_all_can_be_read_and_reached_without_a_script(
    chrome: Browser, built: Built, language: str
) -> None:
    tab = chromium.tab(chrome, built.origin, java_script_enabled=False)
    page = tab.visit(place(GUIDE, language))
    expect(page.locator("#page .text").last).to_be_visible()
    for name in ("english", "aloud", "share", "print"):
        expect(page.locator(f"[data-tool={name}]")).to_be_hidden()
    page.locator(".md-header .lang summary").click()
    page.locator(".md-header .lang a[hreflang=ko]").click()
    page.wait_for_url(f"**/ko/{GUIDE}")
    page.locator(".tools a[hreflang=en]").click()
    page.wait_for_url(lambda url: url.endswith(f"/{GUIDE}") and "/ko/" not in url)
    page.context.close()
