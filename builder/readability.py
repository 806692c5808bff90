"""How hard a text is to read: a number in English and Spanish, and none where no formula exists.

The one idea: a formula counts words, sentences and syllables, so these three are found with care
first. Markdown is read as a reader sees it: each paragraph and each item of a list ends a sentence,
and a label of a word or two is none. Numbers, codes such as 3-5.EVA.1 and web addresses are no
words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat

from builder.syllables import syllables

SHORTEST = 100
"""Words below which a number says little: the formulas were made on samples of a hundred words."""
EASY = 2
"""Syllables that a word counts at most which the reader has been taught."""

_FORMULAS = {"en": "Flesch–Kincaid grade", "es": "Fernández Huerta"}
_COUNTED = lru_cache(maxsize=65536)(syllables)

_FENCE = re.compile(r"[ >]*(?:```|~~~)")
_MARK = re.compile(r"(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*")
_TARGET = re.compile(r"\]\([^()\s]{0,2000}\)")
_WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*")
_NO_WORD = re.compile(r"\d|://|@|www\.|\.(?:com|edu|gov|net|org)\b")
_NO_LETTERS = re.compile(r"[\d@]")
_OF_ADDRESSES = ("://", "www.", ".com", ".edu", ".gov", ".net", ".org")
_CLOSING = "”’\"'»)*_`\\]"
_OPENING = "“‘\"'«(*_`\\[¿¡ \t"
# The letter stands before what must stand before it: so the search goes from one mark to the next.
_END = re.compile(rf"([.!?…:](?<![.!?…].)(?:(?<!:)[.!?…]*+)?+)[{re.escape(_CLOSING)}]*+[ \t]+")
_ENDED = re.compile(rf"[.!?…][{re.escape(_CLOSING)}]*$")
_BEGUN = r"(?:^|[\s“‘«(*_])"
_ABBREVIATED = re.compile(
    rf"{_BEGUN}(?:Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|Gov|Sen|Rep|vs|cf|e\.g|i\.e|(?:[A-Z]\.)+[A-Z]"
    r"|Sra|Srta|Dra|Ud|Uds|p\. ?ej|pág|núm|EE|EE\. ?UU|aprox)$"
    rf"|(?:^|{_BEGUN}[A-Z][\w.’]* )[A-Z]$"  # J. Smith, but not: card B. Then
)
_NUMBERED = re.compile(rf"{_BEGUN}(?:No|Nos|Núm|Fig|fig|p|pp|pág|art|Art)$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is written, Markdown and all, with the words in it."""

    written: str
    words: tuple[str, ...]

    @property
    def is_label(self) -> bool:
        """Whether it is no sentence but a word or two on a card or in a list, without an end."""
        return len(self.words) < 4 and not _ENDED.search(self.written)


@dataclass(frozen=True, slots=True)
class Measures:
    """What was counted in a text, and what the formulas of its language make of it.

    `grade` is Flesch–Kincaid's, in English only. `ease` is the reading ease of Flesch in English,
    of Fernández Huerta in Spanish: more is easier. `perspicuity` is Szigriszt-Pazos's, in Spanish
    only; the INFLESZ scale reads it.
    """

    words: int
    sentences: int
    syllables: int
    ease: float
    grade: float | None = None
    perspicuity: float | None = None


def formula(language: str) -> str | None:
    """What the number of this language is called; None where no formula is recognized."""
    return _FORMULAS.get(_plain(language))


def measures(
    words: str, language: str, easy: Collection[str] = (), fewest: int = SHORTEST
) -> Measures | None:
    """The numbers of a Markdown text; None in other languages, and for a text too short to judge.

    English: grade = 0.39·words/sentences + 11.8·syllables/words − 15.59 (Kincaid and others, 1975);
    ease = 206.835 − 1.015·words/sentences − 84.6·syllables/words (Flesch, 1948).

    Spanish: ease = 206.84 − 60·syllables/words − 1.02·words/sentences (Fernández Huerta, 1959);
    perspicuity = 206.835 − 62.3·syllables/words − words/sentences (Szigriszt-Pazos, 1993), read on
    the INFLESZ scale (Barrio-Cantalejo and others, 2008): above 80 very easy, below 40 very hard.

    `easy` are words, in small letters, that the reader has been taught: none counts more than two
    syllables.
    """
    tag = _plain(language)
    if tag not in _FORMULAS:
        return None
    if len(words) < fewest:
        return None
    found = [one for one in sentences(words) if not one.is_label]
    spoken = [word for sentence in found for word in sentence.words]
    if not found or len(spoken) < fewest:
        return None
    heard = sum(map(_COUNTED, spoken, repeat(tag)))
    if easy:
        taught = (word for word in spoken if word.lower() in easy)
        heard -= sum(max(0, _COUNTED(word, tag) - EASY) for word in taught)
    length, weight = len(spoken) / len(found), heard / len(spoken)
    if tag == "es":
        ease = 206.84 - 60 * weight - 1.02 * length
        clear = 206.835 - 62.3 * weight - length
        return Measures(len(spoken), len(found), heard, ease, perspicuity=clear)
    ease = 206.835 - 1.015 * length - 84.6 * weight
    grade = 0.39 * length + 11.8 * weight - 15.59
    return Measures(len(spoken), len(found), heard, ease, grade)


def sentences(words: str) -> tuple[Sentence, ...]:
    """Every sentence of a Markdown text."""
    return tuple(one for paragraph in paragraphs(words) for one in paragraph)


def paragraphs(words: str) -> Iterator[tuple[Sentence, ...]]:
    """The sentences of each paragraph and of each item of a list; code is left out.

    A paragraph stands on one line, as `builder.text.unwrapped` leaves it.
    """
    fenced = False
    for line in words.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced and (found := _of_line(line)):
            yield found


def hardest_words(words: str, language: str, most: int = 2) -> list[str]:
    """The words with the most syllables, from three on, in small letters, the heaviest first."""
    tag = _plain(language)
    weights: dict[str, int] = {}
    for sentence in sentences(words):
        for word in sentence.words:
            if not word.isupper():
                weights.setdefault(word.lower(), _COUNTED(word, tag))
    heavy = [word for word in weights if weights[word] > EASY]
    return sorted(heavy, key=lambda word: (-weights[word], -len(word), word))[:most]


@lru_cache(maxsize=8192)
def _of_line(line: str) -> tuple[Sentence, ...]:
    found = []
    mark = _MARK.match(line)
    start = mark.end() if mark else 0
    for end in (*_ends(line), len(line)):
        written = line[start:end].strip()
        if end > start and (words := _words(written)):
            found.append(Sentence(written, words))
        start = max(start, end)
    return tuple(found)


def _ends(line: str) -> Iterator[int]:
    """Where a sentence ends within the line."""
    for found in _END.finditer(line):
        next_one = line[found.end() : found.end() + 8].lstrip(_OPENING)[:1]
        # After a colon stands a whole sentence, most often a quoted one, or the rest of this one.
        ends = next_one.isupper() if found[1] == ":" else not next_one.islower()
        if ends and found[1] == "." and line[found.end() : found.end() + 1] not in "¿¡":
            before = line[max(0, found.start() - 24) : found.start()]
            numbered = next_one.isdigit() and _NUMBERED.search(before)
            ends = not (_ABBREVIATED.search(before) or numbered)
        if ends:
            yield found.end()


def _words(written: str) -> tuple[str, ...]:
    if "](" in written:
        written = _TARGET.sub("]", written)
    if _NO_LETTERS.search(written) or any(part in written for part in _OF_ADDRESSES):
        written = " ".join(one for one in written.split() if not _NO_WORD.search(one))
    return tuple(_WORD.findall(written))


def _plain(language: str) -> str:
    """The language without its region or script: `es-US` is `es`."""
    return language.partition("-")[0].lower()
