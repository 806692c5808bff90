"""A source or a resource was last checked more than two years ago.

**Why.** A page that was right then may say something else now, or be gone. In AI two years change
the tools, the age rules and the law.

**How to mend.** Open it, compare it with what the document says, mend the document, and write the
new day as `checked_on`. A district may set its limit in `months`.

**Source.** Our own rule, after commentary on staged district action whose figures were out of date
within two years. Depends on the day: quiet where no day is given.

**Limits.** The day tells when somebody looked, not whether the fact still holds.
"""

from collections.abc import Iterator
from datetime import date

from builder.finding import Severity
from builder.model.district import Resources
from builder.model.groups import WithSources
from builder.rules.checked import checked
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(
    document: WithSources | Resources, frame: Frame, *, today: date, months: int = 24
) -> Iterator[Problem]:
    for at, day in checked(document):
        if _months(day, today) >= months:
            message = f"this was last checked on {day}"
            hint = "Read it again, mend what has changed, and write the new day."
            yield Problem(document, at, message, hint)


def _months(day: date, today: date) -> int:
    """The whole months that lie behind, this day not counted."""
    passed = (today.year - day.year) * 12 + today.month - day.month
    return passed if today.day > day.day else passed - 1
