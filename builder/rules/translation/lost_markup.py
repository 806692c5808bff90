"""The translation has lost a paragraph, a list item or another mark of the English.

**Why.** A step that has slipped out of its list or a blank that is gone changes what the page asks.
Stars that stand as letters look like a fault of the school.

**How to mend.** Give the translation as many paragraphs, list items, quoted lines, bold words and
links as the English has, each on its line. Chinese, Japanese and Korean: put quotation marks
outside the stars, `「**…**」`, or Markdown takes the stars for letters.

**Source.** Our own rule, after the convention that Markdown stays as it is. When stars make words
bold: CommonMark 0.31, “Emphasis and strong emphasis”.

**Limits.** It counts. Two items that have changed places look the same to it. Marks that the
translation has more than the English are left to added-markup. Words in italics are free, because
many languages set the English school word so.
"""

import re
from collections.abc import Callable, Iterator

from builder import late
from builder.finding import Severity
from builder.model.text import Text
from builder.rules.engine import Flaw, Frame, Translation, rule

_MARKED = late.pattern(r"[*>\n]|___|\]\(")
_PARAGRAPH = late.pattern(r"\n[ \t]*\n")
_ITEM = late.pattern(r"^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]", re.MULTILINE)
_QUOTED = late.pattern(r"^[ \t]*>", re.MULTILINE)
_BLANK = late.pattern(r"_{3,}")

_PROSE: tuple[tuple[str, Callable[[str], int]], ...] = (
    ("list items", lambda words: len(_ITEM.findall(words))),
    ("quoted lines", lambda words: len(_QUOTED.findall(words))),
    ("paragraphs", lambda words: len(_PARAGRAPH.findall(words)) + 1),
)
_LINE: tuple[tuple[str, Callable[[str], int]], ...] = (
    ("bold parts", lambda words: words.count("**") // 2),
    ("links", lambda words: words.count("](")),
)


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    for english, told in translation.told:
        if not (_MARKED.search(english.words) or _MARKED.search(told.words)):
            continue
        if english.form == "words":  # looked through, never shown
            continue
        message = _difference(english, told) or _letters(english, told)
        if message:
            hint = "Set the marks as in the English, and each item and paragraph on its line."
            yield Flaw(english.address, message, hint)


def _difference(english: Text, told: Text) -> str:
    """The first thing of which the translation has less than the English; paragraphs, also more."""
    counted = {"title": (), "line": _LINE, "prose": _PROSE + _LINE}[english.form]
    for name, count in counted:
        asked, given = count(english.words), count(told.words)
        if asked > given or (asked < given and name == "paragraphs"):
            return f"{name}: {asked} in the English, {given} in the translation"
    if _BLANK.search(english.words) and not _BLANK.search(told.words):
        return "the English has blanks to write in, the translation none"
    return ""


def _letters(english: Text, told: Text) -> str:
    """Stars that a reader would see."""
    if "*" in told.words and told.shown.count("*") > english.shown.count("*"):
        return "stars stand on the page as letters"
    return ""
