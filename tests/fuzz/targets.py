"""What must hold of any bytes: each target takes some and raises where it does not hold.

The one idea: the same targets are tried for seconds in `make test` and for as long as there is time
in `make fuzz`, by whichever engine there is.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from pathlib import Path
from urllib.parse import urlsplit

from test_text import ALLOWED, ATTRIBUTES, HOSTILE, RENDER, SCHEMES, Reading

from builder import ordinary, po, refusals, text, translations
from builder.composing import Composer
from builder.finding import Finding
from builder.layout import formatted
from builder.model import curriculum
from builder.model.base import Document, texts
from builder.model.kinds import KINDS, kind_of
from builder.source import parse
from builder.validation import validate

SAMPLE = Path(__file__).parents[1] / "sample"


@dataclass(frozen=True)
class Target:
    """What is tried, inputs to begin with, and pieces that mean something in them."""

    holds: Callable[[bytes], None]
    seeds: Callable[[], tuple[bytes, ...]]
    pieces: tuple[bytes, ...]
    seconds: float = 5
    """Of the processor, for one input: far above what any needs."""

    def __call__(self, data: bytes) -> None:
        """Try these bytes; what does not hold, or takes too long, is raised."""
        with bounded(self.seconds):
            self.holds(data)


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Raise TimeoutError where what is inside takes longer than it may."""

    def late(*_: object) -> None:
        raise TimeoutError(f"This input takes more than {seconds} s.")

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def standing(findings: tuple[Finding, ...], data: bytes) -> None:
    """Every finding says something and stands in the file."""
    lines = data.count(b"\n") + data.count(b"\r") + 2
    for one in findings:
        assert one.message, one
        assert 1 <= one.line <= lines, one
        assert one.column >= 1, one


def reads_source(data: bytes) -> None:
    """A file is read or refused, and each part of it stands somewhere."""
    read = parse(data, "curriculum/glossary/any.yml")
    standing(read.findings, data)
    if not read.findings:
        assert ordinary.read(read.text) in (None, Composer(read.path, read.text).compose())
        for found in read.places():
            assert all(one.line >= 1 and one.column >= 1 for one in found.values())


class Closed(Reading):
    """What a browser sees; an element that is closed out of turn, or never, is told."""

    EMPTY = frozenset({"br", "hr"})

    def __init__(self, html: str) -> None:
        self.open: list[str] = []
        super().__init__(html)
        assert self.open == [], html

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def is_safe(words: str) -> None:
    """However the words are shown, only what Markdown may make comes out of them."""
    for render in RENDER:
        page = Closed(render(words))
        assert set(page.elements) <= ALLOWED
        assert page.others == []
        for tag, name, value in page.attributes:
            assert (tag, name) in ATTRIBUTES, (tag, name, value)
            if name == "href":
                assert urlsplit("".join(value.split())).scheme.lower() in SCHEMES
    assert Reading(text.plain(words)).letters == words


def shows_text(data: bytes) -> None:
    """Words are shown safely, and wrapping them differently is no other wording."""
    words = data.decode("utf-8", "replace")
    is_safe(words)
    assert "\n" not in text.shown(words)
    assert text.too_deep(words) == (text.depth(words) > text.DEEPEST)
    if not any(refusals.characters(words)):  # YAML lets none of them in, and turns a \r into \n
        once = text.unwrapped(words.replace("\r", "\n"))
        assert text.unwrapped(once) == once


def reads_translation(data: bytes) -> None:
    """A PO file is read or refused; what is read is kept, brought up to date once, shown safely."""
    refused = None
    try:
        catalog = po.parse(data)
    except po.UnreadableError as error:
        refused, catalog = error, {}
    assert refused is None or (refused.line >= 1 and str(refused) and refused.hint)
    if refused:
        return
    written = po.write(catalog, {}, "es", "any.yml")
    assert spoken(po.parse(written)) == spoken(catalog)
    asked = [
        translations.Passage(address, one.english + "!" * (number % 2), "Note.")
        for number, (address, one) in enumerate(catalog.items())
    ]
    once = translations.refresh(asked, data, "es", "any.yml")
    assert translations.refresh(asked, once, "es", "any.yml") == once
    document = lesson()
    if catalog:
        passages = zip(texts(document), cycle(catalog.values()), strict=False)
        moved = {passage.address: one for passage, one in passages}
        for passage in texts(translations.translate(document, moved, "es")):
            is_safe(passage.words)


def spoken(catalog: po.Catalog) -> Mapping[str, tuple[str, str, str]]:
    """What the entries say."""
    return {
        address: (one.english, one.translation, one.previous) for address, one in catalog.items()
    }


@cache
def lesson() -> Document:
    """A document with passages of every kind."""
    path = "curriculum/lessons/3-5/two-sources.yml"
    kind = kind_of(path)
    assert kind
    document, findings = validate(kind, parse((SAMPLE / path).read_bytes(), path))
    assert document, findings
    return document


def loads_document(data: bytes) -> None:
    """A document is made or refused; the layout changes nothing that it says."""
    kind = KINDS[data[0] % len(KINDS)] if data else KINDS[0]
    path, words = "curriculum/any/any.yml", data[1:]
    document, findings = validate(kind, parse(words, path))
    standing(findings, words)
    assert document is not None or findings
    laid, unread = formatted(words, path, kind, kind.kind)
    standing(unread, words)
    if document is not None:
        assert validate(kind, parse(laid, path))[0] == document
        assert formatted(laid, path, kind, kind.kind) == (laid, ())


def documents() -> tuple[bytes, ...]:
    """Every document of the sample, a kind each."""
    found = {}
    for path in curriculum.content(SAMPLE):
        kind = kind_of(path)
        if kind in KINDS:
            found[kind] = bytes([KINDS.index(kind)]) + (SAMPLE / path).read_bytes()
    return tuple(found.values())


def catalogs() -> tuple[bytes, ...]:
    """A PO file of each form that entries have."""
    entry = po.Entry("One *word*.", "Una *palabra*.")
    stale = po.entry("New words.", "Palabras.", "Old words.", ("A remark.",), frozenset({"fuzzy"}))
    written = po.write({"title": entry, "purpose": stale}, {"title": "Note."}, "es", "any.yml")
    return written, b'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n', b"#~ a\n"


_YAML = (b"\n", b": ", b"- ", b"  ", b"[", b"]", b"{", b"}", b"'", b'"', b"#", b"&a", b"*a", b"!a")
_YAML += (b"|\n", b">\n", b"<<: ", b"---\n", b"%YAML", b"? ", b"\t", b"\\u202e", b"\xff", b"id: ")
_PO = (b"msgid ", b"msgstr ", b"msgctxt ", b'"', b"\\n", b"\\", b"\n", b"#, fuzzy\n", b"#| msgid ")
_PO += (b"#~ ", b"#. ", b"# ", b'""\n', b"\xe2\x80\xa8", b"\xc2\x85", b"\r", b"charset=", b"\x00")
_MARKS = (
    b"*",
    b"_",
    b"`",
    b"[",
    b"](",
    b")",
    b"<",
    b">",
    b"&",
    b"\n",
    b"\n\n",
    b"- ",
    b"1. ",
    b"> ",
)
_MARKS += (b"```\n", b"~~~\n", b"  \n", b"\\", b"javascript:", b"&#x", b"\xe2\x80\xa8", b"\x00")

TARGETS: Mapping[str, Target] = {
    "source": Target(reads_source, lambda: tuple(one[1:] for one in documents()), _YAML),
    "text": Target(shows_text, lambda: tuple(one.encode() for one in HOSTILE), _MARKS),
    "translation": Target(reads_translation, catalogs, _PO + _MARKS),
    "document": Target(loads_document, documents, _YAML),
}
"""Each door by name."""
