"""The passages of the document that rules are asked about, and quick looks into their words.

The one idea: most rules look for words that stand nowhere in a document. So its words are put
together once, each of them once more, and a rule looks closely only where its clue stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

from builder.model.base import Document, texts
from builder.model.readers import Reader, reader
from builder.model.text import Text, Words


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
    def whole(self) -> tuple[str, list[int]]:
        """The shown words of all passages, and where each begins."""
        shown = [one.shown for one in self.passages]
        starts = list(accumulate((len(one) + 1 for one in shown), initial=0))
        return "\n".join(shown), starts

    @cached_property
    def written(self) -> str:
        """The words of all passages as they are written, then as they are shown."""
        return "\n".join([*(one.words for one in self.passages), self.whole[0]])

    @cached_property
    def vocabulary(self) -> str:
        """Each word once: a third of the letters, for what many rules look for in vain."""
        return "\n".join(dict.fromkeys(self.written.split()))

    def likely(self, clues: tuple[str, ...]) -> Iterator[str]:
        """The clues of which the longest word stands there; most do not."""
        vocabulary = self.vocabulary
        return (clue for word, clue in _by_word(clues) if word in vocabulary)

    def clued(self, clues: tuple[str, ...]) -> list[Text]:
        """The passages in which one of the clues stands."""
        whole, starts = self.whole
        found = set()
        for clue in self.likely(clues):
            at = whole.find(clue)
            while at >= 0:
                number = bisect_right(starts, at) - 1
                found.add(number)
                at = whole.find(clue, starts[number + 1])
        return [self.passages[number] for number in sorted(found)]


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
