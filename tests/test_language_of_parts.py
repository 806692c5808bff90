"""What stands in English on a page of another language says so: a voice reads it as English.

Source: WCAG 2.2, 3.1.2 Language of Parts. Nothing of the builder is asked: English is told from the
letters, and where a language has the same letters, from its small words outside the passages, for
a translation may quote English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lxml import etree
from promises import LONG, Tried

from builder import settings

ROOT = Path(__file__).parents[1]
DISTRICT = settings.load(ROOT)[0]
assert DISTRICT
OTHERS = [one.id for one in DISTRICT.languages if one.id != "en"]

ENGLISH = re.compile(r"[A-Za-z][a-z’'-]*(?:[ ,:;]+[A-Za-z][a-z’'-]*){3,}")
SMALL = re.compile(r"\b(?:the|and|of|is|are|with|that|this|your|what|which|from|when|it)\b")
WORD = re.compile("[A-Za-z]+")
LATIN = {"es", "tl", "vi"}
FOREIGN = re.compile(r"[^\W\d_a-zA-Z]")  # a letter that is not one of English
ADDRESS = re.compile(r"\S+\.\S+/\S*")
# In a title no element can stand that would name a language.
MUTE = {"title", "script", "style", "code", "kbd", "samp", "svg", "template"}


class Within(NamedTuple):
    """Where words stand: the language said last, whether in a passage."""

    language: str
    passage: bool


def parts(one: Any, above: Within) -> Iterator[tuple[Within, str]]:
    """The words of an element with where they stand."""
    at = Within(one.get("lang") or above.language, above.passage or "data-at" in one.attrib)
    if one.tag not in MUTE:
        yield at, " ".join((one.text or "").split())
        for each in one.iterchildren():
            yield from parts(each, at)
    yield above, " ".join((one.tail or "").split())


def is_english(words: str, language: str, passage: bool) -> bool:
    """Whether these words, which are said to be in the language, are English."""
    words = ADDRESS.sub("", words)
    if language not in LATIN:
        return bool(ENGLISH.search(words)) and not FOREIGN.search(words)
    every, small = (len(found) for found in (WORD.findall(words), SMALL.findall(words.lower())))
    return not passage and every >= 4 and small >= 2 and small * 6 >= every


def unmarked(file: Path, language: str) -> Iterator[str]:
    """The English on a page that is said to be in its language."""
    page = etree.fromstring(
        file.read_bytes(), etree.HTMLParser(encoding="utf-8", remove_comments=True)
    )
    for at, words in parts(page, Within("", False)):
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


@pytest.mark.criteria("markup", "3.1.2")
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
