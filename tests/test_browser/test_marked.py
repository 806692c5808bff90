"""No passage stands in another language than it says, on any page for families."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from test_browser.serving import Built, place

pytestmark = pytest.mark.promise("markup")

_LATIN = ("en", "es", "vi", "tl")
_VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"))
# Three words of English in a row, one of them small: a name of a tool or a place has none.
_RUN = re.compile(r"[A-Za-z][A-Za-z’'-]+(?:,? [A-Za-z][A-Za-z’'-]*){2,}")
_SMALL = frozenset(
    (
        *("the", "of", "and", "is", "are", "you", "your", "that", "this", "for", "with", "not"),
        *("they", "their", "our", "what", "who", "how", "when", "from", "does", "which", "must"),
        *("will", "should", "about", "have", "we", "do", "it", "if", "can", "to", "in", "as"),
        *("or", "be", "by", "a", "an"),
    )
)
# Letters that English has none of.
_FOREIGN = re.compile(
    r"[\u0370-\u058f\u0600-\u06ff\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2,}"
)
_SAID = ("cite", "code", "pre")


class Stretches(HTMLParser):
    """Every stretch of text of the article with the language that stands on it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.found: list[tuple[str, str]] = []
        self.within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        told = dict(attrs)
        self.within |= told.get("id") == "page"
        own = told.get("lang") or (self.open[-1][1] if self.open else "")
        self.open.append((tag, own))

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self.within = False
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if self.within and words and self.open and self.open[-1][0] not in (*_SAID, "script"):
            self.found.append((self.open[-1][1], words))


def stretches(file: Path) -> list[tuple[str, str]]:
    """The stretches of a page, each after its language."""
    parser = Stretches()
    parser.feed(file.read_text("utf-8"))
    return parser.found


def unmarked(language: str, words: str) -> Iterator[str]:
    """What in the words is of another language than they say."""
    if language == "en":
        yield from _FOREIGN.findall(words)
        return
    for run in _RUN.findall(words):
        words_of_it = re.split(r"[ ,]+", run)
        small = sum(word.lower() in _SMALL for word in words_of_it)
        name = sum(word[0].islower() for word in words_of_it) < 2
        if small >= 3 + len(words_of_it) // 6 or not (name or language in _LATIN):
            yield run


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("km", "ឧបករណ៍ Please ask the teacher ទេ", ["Please ask the teacher"]),
        ("km", "ឧបករណ៍ School Chat ទេ", []),
        ("es", "Pregunte: what is the name of this?", ["what is the name of this"]),
        ("es", "La maestra usa School Chat en la clase.", []),
        ("tl", "Itanong sa guro kung ano ang prompt.", []),
        ("en", "the word ឧបករណ៍", ["ឧបករណ៍"]),
        ("en", "Please ask the teacher", []),
    ],
)
def test_the_detector_sees_what_is_not_marked(language: str, words: str, found: list[str]) -> None:
    assert list(unmarked(language, words)) == found


def test_no_passage_is_in_another_language_than_it_says(built: Built) -> None:
    told: list[str] = []
    for address in built.site.addresses:
        if address.page_type.section not in ("home", "families", "glossary"):
            continue
        for language in built.languages:
            for own, words in stretches(built.file(address.path, language.id)):
                told += [
                    f"{place(address.path, language.id)}: [{own}] {one}"
                    for one in unmarked(own, words)
                ]
    assert not told, f"{len(told)}:\n" + "\n".join(told[:40])
