"""The translation has stray spaces, straight quotation marks or letters built in an odd way.

**Why.** Two ways to write the same letter look alike and differ for search: “é” as one sign and
as “e” with an accent. Stray spaces and typewriter quotes come from copying and look careless.

**How to mend.** Take the spaces out. Write the quotation marks of the language: «…», “…”, 「…」.
Letters in pieces: type the word anew, or save it in normal form C (NFC).

**Source.** Our own rule, after the convention of one form for each letter (normal form C, NFC).

**Limits.** What the English has too is left alone, such as two spaces between blanks to fill in.
"""

import unicodedata
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.rules.engine import Flaw, Frame, Translation, rule

_DOUBLE = late.pattern(r"(?<=[^\s>])  +(?=[^\s])")
_BEFORE = late.pattern(r"[^\W\d_] [,.;](?=\s|$)")
_HINTS = {
    "two spaces in a row": "Take one of them out.",
    "a space before a comma or full stop": "Take it out.",
    "a space at the beginning or end": "Take it out.",
    "a straight quotation mark": "Write the quotation marks of the language.",
}


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    for english, told in translation.told:
        if not unicodedata.is_normalized("NFC", told.words):
            message = "a letter is built of pieces (not in normal form C)"
            hint = "Type the word anew, or save the file in NFC."
            yield Flaw(english.address, message, hint, _pieces(told.words))
        for message, quote in _untidy(english.words, told.words):
            yield Flaw(english.address, message, _HINTS[message], quote)


def _untidy(english: str, told: str) -> Iterator[tuple[str, str]]:
    """What is untidy in the translation and not in the English."""
    if "  " in told and "  " not in english and _DOUBLE.search(told):
        yield "two spaces in a row", ""
    if (found := _BEFORE.search(told)) and not _BEFORE.search(english):
        yield "a space before a comma or full stop", found[0]
    if told != told.strip() and english == english.strip():
        yield "a space at the beginning or end", ""
    if '"' in told and '"' not in english:
        yield "a straight quotation mark", ""


def _pieces(words: str) -> str:
    """The first word that changes in normal form C."""
    found = (one for one in words.split() if unicodedata.normalize("NFC", one) != one)
    return next(found, "")
