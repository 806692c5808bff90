"""The words that a starter holds until its writer writes their own, so that none is forgotten."""

from __future__ import annotations

import re
from datetime import date

BEGINNING = "Write here"
ID = "write-here"
DAY = date(2000, 1, 1)


def to_write(doc: str) -> str:
    """Words that ask for what the explanation of a field says."""
    sentence = doc.partition(". ")[0].rstrip(".")
    if not sentence[1:2].isupper():
        sentence = sentence[:1].lower() + sentence[1:]
    return f"{BEGINNING}: {sentence}{'' if sentence.endswith(('?', '?”')) else '.'}"


def is_starter(value: object) -> bool:
    """Whether a value still is what a starter put there."""
    if isinstance(value, date):
        return value == DAY
    words = str(value)
    return words.startswith(f"{BEGINNING}:") or re.fullmatch(rf"{ID}(-[0-9]+)?", words) is not None
