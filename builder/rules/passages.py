"""The passages of the document that rules are asked about, and quick looks into their words.

The one idea: most rules look for words that stand nowhere in a document. So its words are put
together once, each of them once more, and a rule looks closely only where its clue stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

from builder.model.base import Document, texts
from builder.model.readers import Reader, reader
from builder.model.text import Text, Words

Clue = str | re.Pattern[str]
Clues = tuple[Clue, ...]


class Pieces:
    """Pieces of text put together, so that one look for a clue goes through all of them."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.whole = "\n".join(pieces)
        self._starts = list(accumulate([len(one) + 1 for one in pieces], initial=0))
        self._known: dict[Clue, frozenset[int]] = {}

    def near(self, *clues: Clue) -> list[int]:
        """The numbers of the pieces in which one of the clues begins, each looked for once."""
        for clue in clues:
            if clue not in self._known:
                self._known[clue] = frozenset(self._numbers(clue))
        return sorted(frozenset().union(*(self._known[clue] for clue in clues)))

    def _numbers(self, clue: Clue) -> Iterator[int]:
        at = _find(self.whole, clue, 0)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            at = _find(self.whole, clue, self._starts[number + 1])


@lru_cache(maxsize=64)  # the same words are looked at for one thing after the other
def lines_near(words: str, clues: Clues) -> tuple[str, ...]:
    """The lines in which one of the clues begins, in order."""
    spans = {span for clue in clues for span in _lines(words, clue)}
    return tuple(words[start:end] for start, end in sorted(spans))


def _lines(words: str, clue: Clue) -> Iterator[tuple[int, int]]:
    at = _find(words, clue, 0)
    while at >= 0:
        end = words.find("\n", at)
        end = len(words) if end < 0 else end
        yield words.rfind("\n", 0, at) + 1, end
        at = _find(words, clue, end + 1)


def _find(words: str, clue: Clue, start: int) -> int:
    if isinstance(clue, str):
        return words.find(clue, start)
    hit = clue.search(words, start)
    return hit.start() if hit else -1


def written(passages: Iterable[Text]) -> Pieces:
    """Each passage as it is written, and beneath as it is shown where that differs."""
    told = ((one.words, one.shown) for one in passages)
    return Pieces([words if words == shown else f"{words}\n{shown}" for words, shown in told])


class Passages:
    """The passages of one document, and their words in one piece."""

    def __init__(self, document: Document) -> None:
        self.document = document
        found = texts(document, careful=document.careful)
        # What is only typed into a search says nothing: people type what no page would.
        self.passages = tuple(one for one in found if not isinstance(one, Words))

    @cached_property
    def by_reader(self) -> Mapping[Reader, Sequence[Text]]:
        """The passages of each reader, in order."""
        found: dict[Reader, list[Text]] = {}
        for passage in self.passages:
            found.setdefault(reader(self.document, passage), []).append(passage)
        return found

    @cached_property
    def shown(self) -> Pieces:
        """Each passage as readers see it."""
        return Pieces([one.shown for one in self.passages])

    @cached_property
    def written(self) -> Pieces:
        """Each passage as it is written, and as it is shown where that differs."""
        return written(self.passages)

    @cached_property
    def vocabulary(self) -> str:
        """Each word once: a third of the letters, for what many rules look for in vain."""
        return "\n".join(dict.fromkeys(self.written.whole.split()))

    def likely(self, clues: tuple[str, ...]) -> Iterator[str]:
        """The clues of which the longest word stands there; most do not."""
        vocabulary = self.vocabulary
        return (clue for word, clue in _by_word(clues) if word in vocabulary)

    def clued(self, clues: tuple[str, ...]) -> list[Text]:
        """The passages in which one of the clues stands."""
        return [self.passages[number] for number in self.shown.near(*self.likely(clues))]


@lru_cache(maxsize=256)
def _by_word(clues: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each clue behind the longest word in it."""
    return tuple((max(clue.split(), key=len, default=""), clue) for clue in clues)


# Rules are asked about one document after the other, and many want its passages.
_LAST: list[Passages] = []


def passages_of(document: Document) -> Passages:
    """The passages of the document; those of the last one are kept."""
    if not _LAST or _LAST[0].document is not document:
        _LAST[:] = [Passages(document)]
    return _LAST[0]
