"""The site phones nobody and keeps little: every page type and every feature, in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect
from promises import LONG, Tried

from builder import settings
from test_browser import chromium, listening
from test_browser.chromium import Tab
from test_browser.serving import PAGE_TYPES, PROJECT, Built, place

pytestmark = [pytest.mark.browser, pytest.mark.promise("phones-nobody")]

DISTRICT, _ = settings.load(PROJECT)
assert DISTRICT
LANGUAGES = [one.id for one in DISTRICT.languages] if LONG else ["en", "ar", "km"]
GUIDE, PRESENT = "guides/3-5/", "lessons/second-source/present/"
# What a reader chooses is kept on the device under these names, each after the path of the site.
CHOICES = {"/.__palette", "/.language", "/.english", "/.plan"}
# The device reads aloud, shares and prints: what the page asks of it is answered here.
_DEVICE = """
window.asked = []
Object.defineProperty(window, 'speechSynthesis', { value: {
  getVoices: () => ['en-US', navigator.language].map(lang => ({ lang, name: lang })),
  cancel() {}, addEventListener() {},
  speak(one) { asked.push('aloud'); one.onstart(); setTimeout(() => one.onend(), 1) } } })
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
navigator.share = async () => { asked.push('share') }
window.print = () => { asked.push('print') }
"""
_KEPT = """async () => {
  const names = await caches.keys()
  const requests = await Promise.all(names.map(async one => (await caches.open(one)).keys()))
  return {
    choices: Object.keys(localStorage), session: Object.keys(sessionStorage),
    cookie: document.cookie, bases: (await indexedDB.databases()).map(one => one.name),
    pages: requests.flat().map(one => one.url) } }"""


class Reader:
    """Someone with a device of her own; all that it asks of anyone is written down."""

    def __init__(self, tab: Tab, language: str, outside: listening.Listener) -> None:
        self.tab, self.language, self.outside = tab, language, outside
        self.sent: list[str] = []
        tab.page.context.on("request", self._request)

    def _request(self, request: Request) -> None:
        if request.method != "GET" or "cookie" in request.headers:
            self.sent.append(f"{request.method} {request.url}")

    def visit(self, path: str) -> Page:
        return self.tab.visit(place(path, self.language))

    def told(self) -> list[str]:
        """Whatever left the origin, or was sent to it that is more than an address."""
        return [*self.outside.asked, *self.tab.off_origin, *self.sent]


@pytest.fixture
def device(chrome: Browser, built: Built) -> Iterator[Callable[[str], Reader]]:
    """Makes a reader of a language; pages are kept on her device."""
    tabs = []
    with listening.listening() as outside:

        def made(language: str) -> Reader:
            tabs.append(
                chromium.tab(
                    chrome,
                    built.origin,
                    service_workers="allow",
                    locale=language,
                    proxy={"server": outside.address, "bypass": "127.0.0.1"},
                )
            )
            tabs[-1].page.add_init_script(_DEVICE)
            return Reader(tabs[-1], language, outside)

        yield made
        for tab in tabs:
            tab.page.context.close()


def palette(reader: Reader) -> None:
    page = reader.visit(GUIDE)
    page.locator("form[data-md-component=palette] label:visible").click()


def languages(reader: Reader) -> None:
    page = reader.visit(GUIDE)
    for tag in ("vi", reader.language):
        page.locator(".md-header .lang summary").click()
        page.locator(f".md-header .lang a[hreflang={tag}]").click()
        page.wait_for_url(f"**/{place(GUIDE, tag)}")


def english(reader: Reader) -> None:
    page = reader.visit(GUIDE)
    if reader.language != "en":
        page.locator("[data-tool=english]").click()
        page.wait_for_selector(".beside-english")


def tools(reader: Reader) -> None:
    page = reader.visit(GUIDE)
    for name in ("aloud", "share", "print"):
        one = page.locator(f"[data-tool={name}]")
        one.click()
        page.wait_for_function("name => asked.includes(name)", arg=name)
        # What is read aloud is scrolled to: the next click would miss.
        expect(one).not_to_have_attribute("aria-pressed", "true", timeout=15_000)
    page.locator(".term").first.click()
    expect(page.locator("[id^=meaning-]:visible")).to_have_count(1)


def search(reader: Reader) -> None:
    page = reader.visit("search/")
    page.fill("#q", "AI")
    expect(page.locator("#found")).not_to_be_empty()
    page.locator("#results a").first.click()
    page.wait_for_load_state()


def plan(reader: Reader) -> None:
    page = reader.visit("lessons/")
    page.locator('.filters [name="band"]').first.check()
    page.locator('[id^="lesson-"][id$="-add"]:visible').first.click()
    expect(page.locator("#plan")).to_be_visible()
    with page.expect_download():
        page.locator("[data-plan=save]").click()
    page.locator("[data-plan=print]").dispatch_event("click")


def present(reader: Reader) -> None:
    page = reader.visit(PRESENT)
    for key in ("End", "Home", "ArrowRight", "t"):
        page.keyboard.press(key)


def lost(reader: Reader) -> None:
    reader.visit("no/such/page/").wait_for_load_state("networkidle")


def offline(reader: Reader) -> None:
    page = reader.visit(GUIDE)
    reader.tab.wait("async address => !!(await caches.match(address))", page.url)
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_be_visible()
    page.context.set_offline(False)


FEATURES = (palette, languages, english, tools, search, plan, present, lost, offline)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_hears_of_a_reader_and_only_her_choices_are_kept(
    device: Any, built: Built, language: str, tried: Tried
) -> None:
    reader, told = device(language), []
    kinds = {one.kind for one in built.site.addresses}
    paths = [built.richest(kind).path for kind in PAGE_TYPES if kind in kinds]
    paths = paths if LONG else paths[::4]  # test_loading.py opens them all in any run
    for path in paths:
        reader.visit(path)
        told += [f"{path}: {one}" for one in reader.told()]
    for use in FEATURES:
        use(reader)
        told += [f"{use.__name__}: {one}" for one in reader.told()]
    assert told == []
    kept = reader.visit(GUIDE).evaluate(_KEPT)
    assert reader.tab.page.context.cookies() == []
    assert (kept["session"], kept["cookie"], kept["bases"]) == ([], "", [])
    assert set(kept["choices"]) == CHOICES - ({"/.english"} if language == "en" else set())
    assert kept["pages"]
    assert [one for one in kept["pages"] if not one.startswith(built.origin)] == []
    tried("types of pages", len(paths))
    tried("features used", len(FEATURES))


def test_who_phones_is_heard(device: Any) -> None:
    """The ears of the test above: a page without our policy asks three ways."""
    reader = device("en")
    reader.tab.page.goto("about:blank")
    reader.tab.page.evaluate("""() => {
      new Image().src = 'http://one.invalid/pixel'
      navigator.sendBeacon('http://two.invalid/beacon', 'x')
      fetch('https://three.invalid/').catch(() => 0) }""")
    reader.tab.page.wait_for_timeout(500)
    heard = " ".join(reader.outside.asked)
    assert all(f"{name}.invalid" in heard for name in ("one", "two", "three")), heard
    assert len(reader.tab.off_origin) == 3
