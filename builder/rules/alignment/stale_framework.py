"""The list of a framework's codes was last compared with its source long ago.

**Why.** Frameworks are revised: codes are renumbered, domains renamed, drafts become final. A list
that nobody has compared for two years may promise what the framework no longer says.

**How to mend.** Open the source, compare codes and titles, correct what differs, and only then
write the day under `checked_on`. If there is a newer edition, add it as a file of its own and mark
this one `status: deprecated`.

**Source.** Our own rule, after OECD/EU AILit 2026, whose domains and number of competences changed
between the draft of 2025 and the final edition. The option `months` says how old is too old.

**Limits.** The day is taken at its word. A deprecated framework is left alone.
"""

from collections.abc import Iterator
from datetime import date

from builder.finding import Severity
from builder.model.progression import Framework
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(
    framework: Framework, frame: Frame, *, today: date, months: int = 24
) -> Iterator[Problem]:
    day = framework.checked_on
    if framework.status == "current" and _months(day) + months < _months(today):
        message = f"this list was last compared with its source on {day}"
        hint = "Compare it again, correct it, and write the day."
        yield Problem(framework, ("checked_on",), message, hint)


def _months(day: date) -> float:
    """Months since year 0, the days as a part of the last one."""
    return day.year * 12 + day.month + day.day / 32
