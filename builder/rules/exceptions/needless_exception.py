"""An exception stands in a document, and the rule would find nothing there.

**Why.** An exception that nothing needs hides the next fault of its kind, and the reader of the
file believes that something is out of order.

**How to mend.** Delete the exception. If it was written for another part of the document, correct
its `at`.

**Source.** Our own rule.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.rules.engine import Excuse, Frame, Problem, rule


@rule(Severity.WARNING)
def check(excuse: Excuse, frame: Frame) -> Iterator[Problem]:
    if excuse.severity is Severity.WARNING and not excuse.covers:
        message = f"the rule “{excuse.exception.rule}” finds nothing here to except"
        yield Problem(excuse.document, excuse.at, message, "Delete the exception.")
