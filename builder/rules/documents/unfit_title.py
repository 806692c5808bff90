"""A title is too long for a list, or ends like a sentence.

**Why.** Titles stand on buttons, in lists, in search results and at the head of printed pages.
What is longer than a line is cut there, and other languages need a third more room. A full stop at
the end makes a heading look like running text.

**How to mend.** Keep the words by which a reader recognizes it; move the rest to the summary. Take
the full stop away. A district may set its limit, in letters, in `most`.

**Source.** Our own rule: at most 70 letters.

**Limits.** Titles of published frameworks are left as they are. Only the title of the document is
looked at, not those of its parts.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.base import Document
from builder.model.progression import Framework
from builder.rules.engine import Frame, Problem, rule

ABBREVIATED = ("U.S.", "L.A.", "etc.", "a.m.", "p.m.", "Jr.", "…", "...")


@rule(Severity.WARNING)
def check(document: Document, frame: Frame, *, most: int = 70) -> Iterator[Problem]:
    if isinstance(document, Framework):
        return
    title = document.name.shown
    at = ({"term": "term", "tool": "name"}.get(document.kind, "title"),)
    if len(title) > most:
        message = f"the title has {len(title)} letters"
        hint = f"Shorten it to {most}; the summary has room for the rest."
        yield Problem(document, at, message, hint)
    if title.endswith(".") and not title.endswith(ABBREVIATED):
        message = "the title ends with a full stop"
        yield Problem(document, at, message, "Take the full stop away.")
