"""A title or label is more than twice as long in the translation as in English.

**Why.** Buttons, menus, headings and the cells of the matrix are made for short words. A long one
breaks over several lines on a phone and pushes away what the parent is looking for.

**How to mend.** Say it shorter. An explanation belongs in the words below the title.

**Source.** Our own rule. Translations of short English titles often grow by half; twice as long
with room left over is more than the language needs.

**Limits.** Looks at titles, at the short forms of outcomes and at the words of the site itself,
and only at those wider than `most` Latin letters; a Chinese, Japanese or Korean character counts as
two. Sentences of the site itself are free. Whether words really overflow, only the browser knows.
"""

import unicodedata
from collections.abc import Iterator

from builder.finding import Severity
from builder.rules.engine import Flaw, Frame, Translation, rule

_TIMES, _SENTENCE = 2, 4


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame, *, most: int = 70) -> Iterator[Flaw]:
    for english, told in translation.told:
        if english.form != "title" and not english.address.endswith("/plain"):
            continue
        if 2 * len(told.words) <= most or _sentence(english.words):
            continue
        asked, given = _width(english.words), _width(told.words)
        if given > most and given > _TIMES * asked:
            message = f"this is {given} letters wide, the English {asked}"
            hint = f"Say it in {max(most, _TIMES * asked)} letters or fewer."
            yield Flaw(english.address, message, hint)


def _sentence(words: str) -> bool:
    """Whether the site says this in running words, where there is room."""
    return words.endswith((".", "?", "!")) and words.count(" ") >= _SENTENCE - 1


def _width(words: str) -> int:
    """How many Latin letters take the same room."""
    return sum(_room(letter) for letter in words)


def _room(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
