"""Marks of formatting stand where the page shows them as letters.

**Why.** Texts know bold, stressed, lists, quotes, code and links. Headings, tables, footnotes and
crossed-out words are not read, nor is a bold that is opened and never closed; titles know no marks
at all. Families see the stars, hear them read aloud, and translators carry them on.

**How to mend.** Close what is opened, with no blank inside: `**bold**`. A heading becomes a field
of its own or a bold line, a table a handout with `table`, a footnote a `source`. In a title take
the marks out.

**Source.** Our own rule: what is on the page is what its writer meant.

**Limits.** Says the first mark of a passage. Single stars and lines to write on are left alone.
Code in backticks may hold any mark.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.model.text import Text
from builder.rules.engine import Frame, Problem, rule, within

CODE = late.pattern(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
BOLD = late.pattern(r"(?<![*\w])\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?![*\w])")
# What every such mark holds, the mark itself, what it is, the remedy.
OTHERS = (
    ("#", late.pattern(r"^ {0,3}#{1,6} (?!of\b)\S", re.M), "a heading", "Make it a bold line."),
    (
        "---",
        late.pattern(r"\|[ \t]{0,9}:?-{3}|-{3}:?[ \t]{0,9}\|"),
        "a table",
        "Write a handout with `table`, or a list.",
    ),
    (
        "[^",
        late.pattern(r"\[\^[^\]\s]{1,20}\]"),
        "a footnote",
        "Name it under `sources`, or in the text.",
    ),
    (
        "][",
        late.pattern(r"\]\[[^\]\n]{0,60}\]"),
        "a link",
        "Write the address behind it: [words](https://…).",
    ),
    ("~~", late.pattern(r"~~[^~\n]{1,80}~~"), "crossed-out words", "Take the words out."),
)
IN_TITLE = late.pattern(r"(?<![*\w])\*[^\s*][^*\n]{0,80}\*(?![*\w])|`[^`\n]+`|\]\(https?:")


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.passages(document):
        found = _mark(passage)
        if found:
            what, quote, hint = found
            message = f"the page shows the marks of {what} as letters"
            yield within(document, passage, message, hint, quote=quote)


def _mark(passage: Text) -> tuple[str, str, str] | None:
    """What is marked, the mark itself, and the remedy."""
    words = passage.words
    if passage.form == "title":
        mark = ("*" in words or "`" in words or "](" in words) and (
            IN_TITLE.search(words) or BOLD.search(words)
        )
        return ("formatting", mark[0], "Take the marks out: a title is plain.") if mark else None
    linked, bold = "](" in words, "**" in words
    if not (bold or linked or "#" in words or "--" in words or "[" in words or "~~" in words):
        return None
    words = CODE.sub(" ", words) if "`" in words else words
    for cue, pattern, what, hint in OTHERS:
        if cue in words and (found := pattern.search(words)):
            return what, found[0].strip(), hint
    if not bold and not linked:
        return None
    left = type(passage).read(words)
    if "**" in left and BOLD.search(left):
        return "bold words", "**", "Open and close it with no blank inside: **bold**."
    if "](" in left:
        return "a link", "](", "Write [words](https://…) with no blank in the address."
    return None
