"""A summary is longer than the two sentences it has room for.

**Why.** The summary stands on cards, in search results and in the messages in which a page is
shared. What is longer is cut off in the middle of a word, and every language needs more room than
English.

**How to mend.** Keep what a reader decides by: what is done, and what for. The rest is on the
page. A district may set its limit, in letters, in `most`.

**Source.** Our own rule: at most 240 letters.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.base import Document
from builder.model.text import Text
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(document: Document, frame: Frame, *, most: int = 240) -> Iterator[Problem]:
    summary = getattr(document, "summary", None)
    if isinstance(summary, Text) and len(summary.shown) > most:
        message = f"the summary has {len(summary.shown)} letters"
        hint = f"Shorten it to {most}: what is done, and what for."
        yield Problem(document, ("summary",), message, hint)
