"""The passages of the document that rules are asked about, and quick looks into their words.

The one idea: most rules look for words that stand nowhere in a document. So it is told once where
the words of all clues stand, and a rule looks closely only there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from builder.model.base import Document, texts
from builder.model.readers import Reader, reader
from builder.model.text import Text


class Passages:
    """The passages of one document, and their words in one piece."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.passages = tuple(texts(document, careful=document.careful))
        self._known, self._places = 0, dict[str, list[int]]()

    @cached_property
    def by_reader(self) -> Mapping[Reader, Sequence[Text]]:
        """The passages of each reader, in order."""
        found: dict[Reader, list[Text]] = {}
        for passage in self.passages:
            found.setdefault(reader(self.document, passage), []).append(passage)
        return found

    @cached_property
    def shown(self) -> list[str]:
        """The shown words of each passage."""
        return [one.shown for one in self.passages]

    @cached_property
    def whole(self) -> str:
        """The shown words of all passages, a line for each."""
        return "\n".join(self.shown)

    @cached_property
    def written(self) -> str:
        """The words of all passages as they are shown, and as written where that differs."""
        pairs = zip(self.passages, self.shown, strict=True)
        return "\n".join([self.whole, *(one.words for one, shown in pairs if one.words != shown)])

    @cached_property
    def words(self) -> dict[str, None]:
        """Each of its words once, as written and as shown."""
        return dict.fromkeys(self.written.split())

    @cached_property
    def vocabulary(self) -> str:
        """Each word once: a third of the letters, for what many rules look for in vain."""
        return "\n".join(self.words)

    def mentions(self, clues: tuple[str, ...]) -> bool:
        """Whether one of the clues stands there, as written or as shown."""
        near = self._near(clues)
        return any(word in near and clue in self.written for word, clue in _by_word(clues))

    def clued(self, clues: tuple[str, ...]) -> list[Text]:
        """The passages in whose shown words one of the clues stands."""
        near = self._near(clues)
        found: set[int] = set()
        for word, clue in _by_word(clues):
            for number in near.get(word, ()):
                if number not in found and clue in self.shown[number]:
                    found.add(number)
        return [self.passages[number] for number in sorted(found)]

    def _near(self, clues: tuple[str, ...]) -> Mapping[str, Sequence[int]]:
        """The numbers of the passages in which a word of a clue stands, by that word."""
        if _by_word(clues) and self._known != len(_WORDS):
            self._known, self._places = len(_WORDS), self._placed()
        return self._places

    def _placed(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        telling = {written for written in self.words if _words_in(written)}
        for number, passage in enumerate(self.passages):
            written = telling.intersection(self.shown[number].split())
            if self.shown[number] != passage.words:
                written |= telling.intersection(passage.words.split())
            for one in written:
                for word in _words_in(one):
                    places.setdefault(word, []).append(number)
        return places


# The longest word of every clue that was asked for, and which of them stand in a written word.
# Documents share most of their words, so each is taken apart once.
_WORDS: set[str] = set()
_FOUND: dict[str, tuple[str, ...]] = {}


@lru_cache(maxsize=256)
def _by_word(clues: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each clue behind the longest word in it."""
    told = tuple((max(clue.split(), key=len), clue) for clue in clues)
    _WORDS.update(word for word, _ in told)
    _FOUND.clear()
    return told


def _words_in(written: str) -> tuple[str, ...]:
    """The words of clues that stand anywhere in it."""
    found = _FOUND.get(written)
    if found is None:
        found = _FOUND[written] = tuple(word for word in _WORDS if word in written)
    return found


# Rules are asked about one document after the other, and many want its passages.
_LAST: list[Passages] = []


def passages_of(document: Document) -> Passages:
    """The passages of the document; those of the last one are kept."""
    if not _LAST or _LAST[0].document is not document:
        _LAST[:] = [Passages(document)]
    return _LAST[0]
