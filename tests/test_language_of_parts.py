"""What stands in English on a page of another language says so: a voice reads it as English.

Source: WCAG 2.2, 3.1.2 Language of Parts. Nothing of the builder is asked: English is told from the
letters, and where a language has the same letters, from its small words outside the passages, for
a translation may quote English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest
from promises import LONG, Tried

from builder import settings

ROOT = Path(__file__).parents[1]
DISTRICT = settings.load(ROOT)[0]
assert DISTRICT
OTHERS = [one.id for one in DISTRICT.languages if one.id != "en"]

ENGLISH = re.compile(r"[A-Za-z][a-z’'-]*(?:[ ,:;]+[A-Za-z][a-z’'-]*){3,}")
SMALL = frozenset(
    [
        "the",
        "and",
        "of",
        "is",
        "are",
        "with",
        "that",
        "this",
        "your",
        "what",
        "which",
        "from",
        "when",
        "it",
    ]
)
LATIN = {"es", "tl", "vi"}
FOREIGN = re.compile(r"[^\W\d_a-zA-Z]")  # a letter that is not one of English
ADDRESS = re.compile(r"\S+\.\S+/\S*")
EMPTY = {"area", "br", "col", "hr", "img", "input", "link", "meta", "path", "source", "wbr"}
# In a title no element can stand that would name a language.
MUTE = {"title", "script", "style", "code", "kbd", "samp", "svg", "template"}


class Within(NamedTuple):
    """Where words stand: the element, the language said last, whether in a passage."""

    tag: str
    language: str
    passage: bool


class Parts(HTMLParser):
    """The words of a page with where they stand."""

    def __init__(self) -> None:
        super().__init__()
        self._open = [Within("", "", False)]
        self.found: list[tuple[Within, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in EMPTY:
            return
        told, above = dict(attrs), self._open[-1]
        passage = above.passage or "data-at" in told
        self._open.append(Within(tag, told.get("lang") or above.language, passage))

    def handle_endtag(self, tag: str) -> None:
        tags = [one.tag for one in self._open]
        if tag in tags:
            del self._open[len(tags) - 1 - tags[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if data.strip() and MUTE.isdisjoint(one.tag for one in self._open):
            self.found.append((self._open[-1], " ".join(data.split())))


def is_english(words: str, language: str, passage: bool) -> bool:
    """Whether these words, which are said to be in the language, are English."""
    words = ADDRESS.sub("", words)
    if language not in LATIN:
        return bool(ENGLISH.search(words)) and not FOREIGN.search(words)
    each = re.findall(r"[a-z]+", words.lower())
    small = sum(one in SMALL for one in each)
    return not passage and len(each) >= 4 and small >= 2 and small * 6 >= len(each)


def unmarked(file: Path, language: str) -> Iterator[str]:
    """The English on a page that is said to be in its language."""
    parts = Parts()
    parts.feed(file.read_text("utf-8"))
    for at, words in parts.found:
        if at.language == language and is_english(words, language, at.passage):
            yield words


def pages(site: Path, language: str) -> list[Path]:
    """The largest page of each folder; all pages in the long round."""
    every = sorted((site / language).rglob("index.html"))
    if LONG:
        return every
    largest: dict[tuple[str, int], Path] = {}
    for one in sorted(every, key=lambda file: file.stat().st_size):
        steps = one.parent.relative_to(site / language).parts
        largest[(*steps, "")[0], len(steps)] = one
    return sorted(largest.values())


@pytest.mark.promise("languages-of-parts")
@pytest.mark.parametrize("language", OTHERS)
def test_no_english_is_said_to_be_another_language(
    real_site: Path, language: str, tried: Tried
) -> None:
    looked = pages(real_site, language)
    assert len(looked) > 30
    found = {one: words for one in looked if (words := list(unmarked(one, language)))}
    assert found == {}
    tried("pages", len(looked))


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(
    "words", ["What is never the answer", "“Talk with the families of this school”"]
)
def test_english_is_known_as_english(tmp_path: Path, language: str, words: str) -> None:
    page = tmp_path / "index.html"
    page.write_text(
        f'<html lang="{language}"><p><b>{words}</b> <i lang="en">{words}</i></p>', "utf-8"
    )
    assert list(unmarked(page, language)) == [words]
