"""Content is untrusted: whatever stands in a field, nothing runs and honest words stay as written.

The sample district is spoilt in every field that holds words, in its settings and in Spanish, then
built and opened page by page: as it is, without its security policy (our cleaning alone must hold)
and without our cleaning (the policy alone must hold).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.pofile import read_po, write_po
from markdown_it import MarkdownIt
from markupsafe import Markup
from playwright.sync_api import Browser
from promises import Tried

from builder import build, plugin, settings, text, translations
from builder.model import curriculum as model
from builder.model.base import Part, texts
from builder.model.text import Text, Title
from test_browser import chromium, hostile
from test_browser.chromium import Tab
from test_browser.serving import PROJECT, copied, place, served

pytestmark = pytest.mark.browser

SAMPLE = PROJECT / "tests" / "sample"
LANGUAGES = ("en", "es")
FORMS = ("title", "line", "prose", "words")
Words = Callable[[str], str]

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
def site_of(root: Path, words: dict[str, Words]) -> Iterator[tuple[Path, build.Site]]:
    """The sample district with its words changed, built with the rules unasked."""
    copied(root, SAMPLE)
    spoil(root, words)
    told, findings = settings.load(root)
    assert told, findings
    assert not model.load(root).findings
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "check", lambda *_: ())
        yield plugin.build_site(root), build.load(root)


def spoil(root: Path, words: dict[str, Words]) -> None:
    """Put the words into every field of every document, the settings and the Spanish."""
    for entry in model.load(SAMPLE).loaded:
        tree = deepcopy(entry.source.tree)
        _spread(entry.document, tree, words)
        (root / entry.path).write_text(yaml.safe_dump(tree, allow_unicode=True), "utf-8")
    _spoil_settings(root / "curriculum" / "district.yml", words["title"])
    told, _ = settings.load(root)
    assert told
    translations.refresh_all(root, model.load(root), told, ["es"])
    _spoil_translations(root, words)


def _spread(part: Part, tree: dict[str, Any], words: dict[str, Words]) -> None:
    """Change every string of the model that is free: no id, no code, no choice from a list."""
    for name, field in type(part).model_fields.items():
        value, key = getattr(part, name), name.rstrip("_")
        free = field.annotation in (str, str | None, tuple[str, ...]) and not field.metadata
        if isinstance(value, Text) and value.form == "words":  # a comma would be two words
            tree[key] = [re.sub("[,;]", " ", words["words"](one)) for one in tree[key]]
        elif isinstance(value, Text):
            tree[key] = words[value.form](tree[key])
        elif isinstance(value, Part):
            _spread(value, tree[key], words)
        elif isinstance(value, dict):
            for at, one in value.items():
                if isinstance(one, Text):
                    tree[key][at] = words[one.form](str(one))
        elif value and name == "url":
            tree[key] = "https://example.org/" + words["title"](value)
        elif value and free and name != "code":
            many = isinstance(value, tuple)
            tree[key] = [words["title"](value[0])] if many else words["title"](value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            for one, branch in zip(value, tree[key], strict=True):
                _spread(one, branch, words)


def _spoil_settings(file: Path, words: Words) -> None:
    tree = yaml.safe_load(file.read_text("utf-8"))
    for name in ("name", "short_name", "phone"):
        tree["district"][name] = words(name)
    tree["site_name"] = words("site_name")
    for language in tree["languages"]:
        language.update(name=words("name"), english=words("english"))
        language["complete"] = ["family", "lesson", "staff"]
    file.write_text(yaml.safe_dump(tree, allow_unicode=True), "utf-8")


def _spoil_translations(root: Path, words: dict[str, Words]) -> None:
    """A translation by an attacker for every passage and every word of the interface."""
    forms = {
        (entry.document.id, passage.address): passage.form
        for entry in model.load(root).loaded
        for passage in texts(entry.document)
    }
    files = sorted((root / translations.FOLDER / "es").rglob("*.po"))
    assert len(files) > 30
    for file in files:
        with file.open("rb") as stream:
            catalog = read_po(stream)
        for message in catalog:
            if message.id:
                form = forms.get((file.stem, message.context or ""), "title")
                message.string = words[form](str(message.id))
        with file.open("wb") as stream:
            write_po(stream, catalog)


def in_turn(strings: tuple[str, ...]) -> dict[str, Words]:
    """For each form of text the strings one after the other."""
    counters: Counter[str] = Counter()

    def next_of(form: str) -> Words:
        def turn(_: str) -> str:
            counters[form] += 1
            return strings[(counters[form] - 1) % len(strings)]

        return turn

    return {form: next_of(form) for form in FORMS}


def always(string: str) -> dict[str, Words]:
    """The same string in every field."""
    return dict.fromkeys(FORMS, lambda _: string)


Spoilt = tuple[Path, build.Site]


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spoilt]:
    """The district with every hostile string, spread over all fields."""
    with site_of(tmp_path_factory.mktemp("spoilt"), in_turn(hostile.EVERY)) as made:
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
            made = stack.enter_context(site_of(root, in_turn(hostile.RUNS)))
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
        site_of(tmp_path, in_turn(hostile.HONEST)) as (folder, site),
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
