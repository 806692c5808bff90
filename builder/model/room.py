"""How much room words have where only short ones fit: a title, a button, a cell of the matrix.

The one idea: room is counted in Latin letters, and a Chinese, Japanese or Korean character takes
that of two.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from builder.model.text import Text

MOST = 70
"""So many Latin letters fit anywhere."""
_TIMES, _SENTENCE = 2, 4


def limit(passage: Text, most: int = MOST) -> int | None:
    """How many letters a translation of the passage may have; None where there is room.

    It may be twice as wide as the English, and always as wide as fits anywhere.
    """
    short = passage.form == "title" or passage.address.endswith("/plain")
    if not short or _sentence(passage.words):
        return None
    return max(most, _TIMES * width(passage.words))


def width(words: str) -> int:
    """How many Latin letters take the same room."""
    return len(words) if words.isascii() else sum(map(_room, words))


def _sentence(words: str) -> bool:
    """Whether the site says this in running words, where there is room."""
    return words.endswith((".", "?", "!")) and words.count(" ") >= _SENTENCE - 1


@cache
def _room(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
