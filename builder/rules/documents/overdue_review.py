"""The next review of a document is overdue.

**Why.** Tools, age rules and laws change within a year. A page that says when it is looked at
again, and then is not, tells families that nobody looks after it.

**How to mend.** Review it, mend what has changed, and write the new `on` and `next`, or the new
`review_by` of a policy. Do not move the date without reading the document.

**Source.** Our own rule, after county and district plans that ask for a yearly review. Depends on
the day: quiet where no day is given.
"""

from collections.abc import Iterator
from datetime import date

from builder.finding import Severity
from builder.model.base import Document
from builder.model.district import Policy
from builder.rules.engine import Frame, Problem, rule
from builder.source import Loc


@rule(Severity.WARNING)
def check(document: Document, frame: Frame, *, today: date) -> Iterator[Problem]:
    for at, day in _due(document):
        if day < today:
            message = f"its review was due by {day}"
            hint = "Review it, then write the new days; do not move the date alone."
            yield Problem(document, at, message, hint)


def _due(document: Document) -> Iterator[tuple[Loc, date]]:
    if document.reviewed:
        yield ("reviewed", "next"), document.reviewed.next
    if isinstance(document, Policy):
        yield ("review_by",), document.review_by
