"""The last day of an exception is over, and what it excused is still there.

**Why.** An exception is a promise to mend something by a day. From that day on the finding is shown
again, and this one with it.

**How to mend.** Mend what the rule finds and delete the exception. If the reason still holds, agree
on a new day with whoever reviews the change.

**Source.** Our own rule.

**Limits.** Only where the day is known: `curriculum check` takes that of the last commit, or the
one given by `--today`.
"""

from collections.abc import Iterator
from datetime import date

from builder.finding import Severity
from builder.rules.engine import Excuse, Frame, Problem, rule


@rule(Severity.WARNING)
def check(excuse: Excuse, frame: Frame, *, today: date) -> Iterator[Problem]:
    if excuse.covers and excuse.exception.until < today:
        message = f"the exception from “{excuse.exception.rule}” ended on {excuse.exception.until}"
        hint = "Mend what the rule finds, then delete the exception."
        yield Problem(excuse.document, (*excuse.at, "until"), message, hint)
