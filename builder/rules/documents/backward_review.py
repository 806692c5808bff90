"""The next review of a document is due before the last one took place.

**Why.** One of the two days is a slip of the pen, often the year. Left alone, the document counts
as overdue for ever, or the true date is missed.

**How to mend.** Write into `on` the day of the last review and into `next` a later day.

**Source.** Our own rule.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    review = document.reviewed
    if review is not None and review.next <= review.on:
        message = f"the review of {review.on} is due again by {review.next}"
        hint = "Write a later day into `next`; a year after the review is usual."
        yield Problem(document, ("reviewed", "next"), message, hint)
