"""Content is untrusted: whatever stands in a field, nothing runs and honest words stay as written.

The sample district is spoilt in every field that holds words, in its settings and in Spanish, then
built and opened page by page: without its security policy, which only tells what it would refuse
(our cleaning alone must hold), and without our cleaning (the policy alone must hold). In the short
round each page is opened in one of the two languages, in turn; tests/test_sinks.py reads both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markup_read import even
from markupsafe import Markup
from planting import (
    FAMILIES,
    HONEST,
    HOSTILE,
    LANGUAGES,
    TITLES,
    WORST,
    InTurn,
    Planted,
    always,
    planted,
)
from playwright.sync_api import Browser, Page
from promises import Tried

from builder import text
from builder.model.text import Title
from builder.pages import Address
from test_browser import chromium
from test_browser.chromium import Tab
from test_browser.serving import in_turn, place, served

pytestmark = pytest.mark.browser

# What would run or be fetched where nothing cleans, without swallowing the page it stands in.
RUNS = tuple(
    words
    for name in ("elements", "frames", "links", "drawings", "clobbering")
    for words in FAMILIES[name].values()
)

# What no content may bring onto a page, whatever it says.
_FOREIGN = """() => {
  const found = []
  const own = ['search/search', 'browser/browser', 'present/present']
    .map(one => `[src$="assets/${one}.js"]`)
  const bad = `script:not(${own}), iframe, object, embed, img:not(.drawing), video,`
    + 'audio, link, style, base, meta, form:not(.search, .filters form), textarea, template, math,'
    + 'marquee,'
    + 'animate, set, use, foreignObject, [style], [srcdoc], [ping], '
    + '[popover]:not(.meaning), [name]:not(#q, .filters input)'
  for (const one of document.querySelectorAll('article *, footer *, header svg *'))
    if (one.matches(bad)) found.push(one.outerHTML)
  for (const one of document.querySelectorAll('*'))
    for (const attribute of one.attributes)
      if (/^on/i.test(attribute.name)) found.push(one.outerHTML)
  for (const link of document.querySelectorAll('[href]'))
    if (!['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(link.href, location).protocol))
      found.push(link.outerHTML)
  if (document.querySelectorAll('#__config').length !== 1) found.push('#__config')
  for (const one of ['main', 'article', 'body > footer, body > * > footer', 'title'])
    if (document.querySelectorAll(one).length !== 1) found.push(one)
  return found.map(one => one.slice(0, 200))
}"""
_PWNED = "typeof window.__pwned"
_SHOWN = """() => [...document.querySelectorAll('[data-at]')]
  .map(one => [one.dataset.at, one.textContent])"""


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """The district with every hostile string, spread over all fields."""
    return planted(tmp_path_factory.mktemp("spoilt") / "project", InTurn(HOSTILE))


@pytest.fixture(scope="module")
def unwashed(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """The same with our cleaning and escaping switched off, and what then would run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text, "_clean", Markup)
        patch.setattr(text, "_MARKDOWN", MarkdownIt("commonmark", {"html": True}))
        patch.setattr(Title, "render", staticmethod(Markup))
        _forget()
        made = planted(tmp_path_factory.mktemp("unwashed") / "project", InTurn(RUNS))
        assert made.folder.is_dir()
    _forget()
    return made


def _forget() -> None:
    """No test may read what another has rendered in its own way."""
    for function in (text.line, text.prose, text._read):
        function.cache_clear()


def visits(made: Planted) -> Iterator[tuple[str, Address]]:
    """The pages that this run opens, each with its language."""
    for number, address in enumerate(made.site.addresses):
        for language in in_turn(number, LANGUAGES):
            yield language, address


def paths(made: Planted) -> list[str]:
    """Where they stand."""
    return [place(one.path, language) for language, one in visits(made)]


@contextmanager
def opened(chrome: Browser, folder: Path, policy: bool = True) -> Iterator[Tab]:
    """A tab on the spoilt site."""
    with served(folder, policy) as origin:
        tab = chromium.tab(chrome, origin)
        yield tab
        tab.page.context.close()


def harm(tab: Tab, path: str) -> list[str]:
    """What the page at the path did that content must never do."""
    page = tab.visit(path)
    told = [f"foreign: {one}" for one in page.evaluate(_FOREIGN)]
    told += [f"off origin: {one}" for one in tab.off_origin]
    told += [f"failed: {one}" for one in tab.failed]
    told += [f"console: {one}" for one in tab.errors] + [f"dialog: {one}" for one in tab.dialogs]
    told += [f"against the policy: {one}" for one in tab.refused]
    if page.evaluate(_PWNED) != "undefined":
        told.append("a script ran")
    return [f"/{path}: {one}" for one in told]


@pytest.mark.promise("hostile-words")
def test_nothing_runs(spoilt: Planted, chrome: Browser, tried: Tried) -> None:
    """Not even where no policy holds it up; nor is there anything that the policy would refuse."""
    found, many = [], 0
    with opened(chrome, spoilt.folder, policy=False) as tab:
        for language, address in visits(spoilt):
            found += harm(tab, place(address.path, language))
            found += misread(spoilt, language, tab.page, set())
            many += 1
    tried("pages opened", many)
    assert not found, "\n".join(found)


@pytest.mark.promise("hostile-words")
def test_nothing_runs_where_every_field_is_the_worst(tmp_path: Path, chrome: Browser) -> None:
    worst = planted(tmp_path / "project", always(WORST))
    with opened(chrome, worst.folder, policy=False) as tab:
        found = [one for path in paths(worst) for one in harm(tab, path)]
    assert not found, "\n".join(found)


@pytest.mark.promise("hostile-words")
def test_search_shows_hostile_words_as_letters(spoilt: Planted, chrome: Browser) -> None:
    with opened(chrome, spoilt.folder, policy=False) as tab:
        for language in LANGUAGES:
            found = harm(tab, place("search/?q=window script img onerror", language))
            tab.page.locator("#results li").first.wait_for()
            ours = "li, h2, a, p, ul, span, mark, svg, svg *"
            assert tab.page.locator(f"#results :not({ours})").count() == 0
            assert tab.page.evaluate(_PWNED) == "undefined"
            assert found == []


@pytest.mark.promise("policy")
def test_policy_alone_lets_nothing_run(unwashed: Planted, chrome: Browser) -> None:
    refused: Counter[str] = Counter()
    ran, left = [], []
    with opened(chrome, unwashed.folder) as tab:
        for path in paths(unwashed):
            page = tab.visit(path)
            page.evaluate(
                """() => {
                for (const one of document.querySelectorAll('[href]'))
                  if (/^\\s*java\\s*script:/i.test(one.getAttribute('href')))
                    if (!one.parentElement.closest('a')) one.dispatchEvent(new MouseEvent('click'))
                for (const one of document.querySelectorAll('article *')) one.dispatchEvent(
                  new Event('pointerenter'))
                }"""
            )
            refused.update(one.split(" ")[0] for one in tab.refused)
            ran += [path] if page.evaluate(_PWNED) != "undefined" or tab.dialogs else []
            left += tab.off_origin
    assert ran == []
    assert left == []
    assert refused["script-src-elem"] > 50
    assert refused["script-src-attr"] > 50


def test_without_both_walls_it_would_run(unwashed: Planted, chrome: Browser) -> None:
    """The strings are what they claim to be; some swallow the rest of their page."""
    wanted = [one for one in unwashed.site.addresses if one.kind in ("guide", "lesson")]
    ran = []
    with opened(chrome, unwashed.folder, policy=False) as tab:
        for one in wanted:
            ran += [one] if tab.visit(one.path).evaluate(_PWNED) != "undefined" else []
            assert tab.refused, "what the policy would refuse is told where it does not hold"
    assert len(ran) > len(wanted) * 3 / 4


@pytest.mark.promise("honest-words")
def test_honest_words_stay_as_written(tmp_path: Path, chrome: Browser, tried: Tried) -> None:
    words = InTurn(HONEST, titles=(*TITLES, *HONEST))
    honest = planted(tmp_path / "project", words)
    seen: set[str] = set()
    with opened(chrome, honest.folder) as tab:
        for language, address in visits(honest):
            page = tab.visit(place(address.path, language))
            assert misread(honest, language, page, seen) == [], (language, address.path)
            _title(honest, language, address, page)
    assert len(seen) > 400
    tried("honest strings read in Chromium", len(seen))


def misread(made: Planted, language: str, page: Page, seen: set[str]) -> list[str]:
    """The passages of a page that no field says so; those that were read are added to `seen`."""
    expected, wrong = made.shown[language], []
    for at, letters in page.evaluate(_SHOWN):
        if at in expected:
            seen.add(even(letters))
            wrong += [] if even(letters) in expected[at] else [f"{at}: {letters}"]
    return wrong


def _title(made: Planted, language: str, address: Address, page: Page) -> None:
    """The title of the page, in the page, in the tab, and of the district at its foot."""
    assert page.locator("h1").count() == 1
    district = even(page.locator("footer bdi").first.text_content() or "")
    assert district == even(made.site.settings.district.name)
    if address.kind in ("guide", "topic", "letter", "workshop", "lesson", "tool", "strand"):
        name = even(made.document(address, language).name.words)
        assert even(page.locator("h1").text_content() or "") == name
        assert even(page.title()).startswith(f"{name} · ")
