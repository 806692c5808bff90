"""Content is untrusted: whatever stands in a field, nothing runs and honest words stay as written.

The sample district is spoilt in every field that holds words, in its settings and in Spanish, then
built and opened page by page: as it is, without its security policy (our cleaning alone must hold)
and without our cleaning (the policy alone must hold).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markupsafe import Markup
from planting import SAMPLE, InTurn, Words, always, spoil, unasked
from playwright.sync_api import Browser
from promises import Tried

from builder import build, plugin, text
from builder.model import curriculum as model
from builder.model.base import texts
from builder.model.text import Title
from test_browser import chromium, hostile
from test_browser.chromium import Tab
from test_browser.serving import copied, place, served

pytestmark = pytest.mark.browser

LANGUAGES = ("en", "es")

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


@contextmanager
def site_of(root: Path, words: Mapping[str, Words]) -> Iterator[tuple[Path, build.Site]]:
    """The sample district with its words changed, built with the rules unasked."""
    copied(root, SAMPLE)
    spoil(root, words)
    with unasked():
        yield plugin.build_site(root), build.load(root)


Spoilt = tuple[Path, build.Site]


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spoilt]:
    """The district with every hostile string, spread over all fields."""
    with site_of(tmp_path_factory.mktemp("spoilt"), InTurn(hostile.EVERY)) as made:
        yield made


@pytest.fixture(scope="module")
def unwashed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spoilt]:
    """The same with our cleaning and escaping switched off."""
    with ExitStack() as stack:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(text, "_clean", Markup)
            patch.setattr(text, "_MARKDOWN", MarkdownIt("commonmark", {"html": True}))
            patch.setattr(Title, "render", staticmethod(Markup))
            _forget()
            root = tmp_path_factory.mktemp("unwashed")
            made = stack.enter_context(site_of(root, InTurn(hostile.RUNS)))
        _forget()
        yield made


def _forget() -> None:
    """No test may read what another has rendered in its own way."""
    for function in (text.line, text.prose):
        function.cache_clear()


def pages(site: build.Site) -> list[str]:
    """The paths of every page in English and Spanish."""
    return [place(one.path, language) for language in LANGUAGES for one in site.addresses]


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
    if page.evaluate(_PWNED) != "undefined":
        told.append("a script ran")
    return [f"/{path}: {one}" for one in told]


def test_there_are_strings_enough_and_fields_enough() -> None:
    counts = Counter(
        passage.form for entry in model.load(SAMPLE).loaded for passage in texts(entry.document)
    )
    assert len(set(hostile.EVERY)) >= 100
    # Plain strings and settings take their turn among the titles.
    assert counts["title"] + 40 >= len(hostile.EVERY)
    assert min(counts["line"], counts["prose"]) >= len(hostile.EVERY)


@pytest.mark.promise("hostile-words")
@pytest.mark.parametrize("policy", [True, False], ids=["with policy", "without policy"])
def test_nothing_runs(policy: bool, spoilt: Spoilt, chrome: Browser, tried: Tried) -> None:
    folder, site = spoilt
    tried("pages opened", len(pages(site)))
    with opened(chrome, folder, policy) as tab:
        found = [one for path in pages(site) for one in harm(tab, path)]
    assert not found, "\n".join(found)


@pytest.mark.promise("hostile-words")
def test_nothing_runs_where_every_field_is_the_worst(tmp_path: Path, chrome: Browser) -> None:
    with (
        site_of(tmp_path, always(hostile.WORST)) as (folder, site),
        opened(chrome, folder, policy=False) as tab,
    ):
        found = [one for path in pages(site) for one in harm(tab, path)]
    assert not found, "\n".join(found)


@pytest.mark.promise("hostile-words")
def test_search_shows_hostile_words_as_letters(spoilt: Spoilt, chrome: Browser) -> None:
    folder, _ = spoilt
    with opened(chrome, folder, policy=False) as tab:
        for language in LANGUAGES:
            found = harm(tab, place("search/?q=window script img onerror", language))
            tab.page.locator("#results li").first.wait_for()
            ours = "li, h2, a, p, ul, span, mark, svg, svg *"
            assert tab.page.locator(f"#results :not({ours})").count() == 0
            assert tab.page.evaluate(_PWNED) == "undefined"
            assert found == []


@pytest.mark.promise("policy")
def test_policy_alone_lets_nothing_run(unwashed: Spoilt, chrome: Browser) -> None:
    folder, site = unwashed
    refused: Counter[str] = Counter()
    ran, left = [], []
    with opened(chrome, folder) as tab:
        for path in pages(site):
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


def test_without_both_walls_it_would_run(unwashed: Spoilt, chrome: Browser) -> None:
    """The strings are what they claim to be."""
    folder, site = unwashed
    with opened(chrome, folder, policy=False) as tab:
        ran = sum(
            tab.visit(one.path).evaluate(_PWNED) != "undefined"
            for one in site.addresses
            if one.kind in ("guide", "lesson")
        )
    assert ran == 8


@pytest.mark.promise("honest-words")
def test_honest_words_stay_as_written(tmp_path: Path, chrome: Browser, tried: Tried) -> None:
    tried("honest strings", len(hostile.HONEST))
    seen: Counter[str] = Counter()
    with (
        site_of(tmp_path, InTurn(hostile.HONEST)) as (folder, site),
        opened(chrome, folder) as tab,
    ):
        for language in LANGUAGES:
            expected = _expected(site, language)
            for address in site.addresses:
                path = place(address.path, language)
                page = tab.visit(path)
                for at, letters in page.evaluate(_SHOWN):
                    shown = re.sub(r"\s+", " ", letters).strip()
                    if at in expected:
                        assert shown in expected[at], f"/{path}: {at}"
                        seen[shown] += 1
                _title(site, language, address, page)
    assert set(seen) >= {" ".join(one.split()) for one in hostile.HONEST}


def _expected(site: build.Site, language: str) -> dict[str, set[str]]:
    """What may be read at each address, in any document."""
    expected: dict[str, set[str]] = {}
    for entry in site.curriculum.entries:
        document = site.translated(language, type(entry.document), entry.document.id)
        made = entry in site.curriculum.made  # the builder's own words, with marks of Markdown
        for passage in texts(document):
            words = passage.shown if made else passage.words
            expected.setdefault(passage.address, set()).add(words)
    return expected


def _title(site: build.Site, language: str, address: Any, page: Any) -> None:
    """The title of the page, in the page, in the tab, and of the district at its foot."""
    assert page.locator("h1").count() == 1
    assert page.locator("footer bdi").first.text_content() == site.settings.district.name
    if address.kind in ("guide", "topic", "letter", "workshop", "lesson", "tool", "strand"):
        name = site.translated(language, *address.document).name.words
        assert page.locator("h1").text_content().strip() == name
        assert page.title().startswith(f"{name} · ")
