"""A document or outcome names what replaces it and is still in use.

**Why.** `replaced_by` sends readers on. While the document itself is in use, nobody can tell which
of the two holds, and the translations of both are kept up.

**How to mend.** Write `status: retired` if the other one has taken its place; else delete the line
`replaced_by`.

**Source.** Our own rule: what is replaced is retired, and keeps its address.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.base import Document
from builder.model.progression import Strand
from builder.rules.engine import Frame, Problem, rule

HINT = "Write `status: retired` as well, or delete the line."


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    if document.replaced_by:
        message = f"“{document.replaced_by}” replaces this, and it is still in use"
        yield Problem(document, ("replaced_by",), message, HINT)
    if isinstance(document, Strand):
        for number, outcome in enumerate(document.outcomes):
            if outcome.replaced_by and outcome.status != "retired":
                message = f"“{outcome.replaced_by}” replaces {outcome.code}, which is still in use"
                yield Problem(document, ("outcomes", number, "replaced_by"), message, HINT)
