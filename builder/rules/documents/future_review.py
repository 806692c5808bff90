"""A document says that it was reviewed on a day that is still to come.

**Why.** The page tells families that a person has read it. On a day to come nobody has.

**How to mend.** Write the day on which the review took place, or leave `reviewed` out until it
has.

**Source.** Our own rule: nothing is claimed that did not happen. Depends on the day: quiet where
no day is given.
"""

from collections.abc import Iterator
from datetime import date

from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(document: Document, frame: Frame, *, today: date) -> Iterator[Problem]:
    review = document.reviewed
    if review is not None and review.on > today:
        message = f"a review on {review.on} has not happened yet"
        hint = "Write the day of the review, or leave `reviewed` out until then."
        yield Problem(document, ("reviewed", "on"), message, hint)
