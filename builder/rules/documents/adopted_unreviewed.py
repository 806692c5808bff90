"""A document is adopted and names no review.

**Why.** “Adopted” on a page is a promise of the district: a person has read this and answers for
it. Without a name, a day and a next date, nobody can be asked, and nobody comes back to it.

**How to mend.** Write `reviewed` with `by`, `on` and `next` after somebody has reviewed it, or
leave the status at draft or pilot.

**Source.** Our own rule, after county and district plans that ask for a yearly review with an
owner: only a decision of the district adopts, and nothing is claimed that did not happen.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    if document.status == "adopted" and document.reviewed is None:
        message = "this is adopted, and no review is named"
        hint = "Add `reviewed: {by: …, on: …, next: …}` after a review, or write `status: draft`."
        yield Problem(document, ("status",), message, hint)
