"""A lesson stands in no unit.

**Why.** Teachers who follow the units never meet it, and nobody has said what comes before it.

**How to mend.** Name it in the unit of its strand and band, with when and why it is taught there.

**Source.** Our own rule.

**Limits.** Quiet in a district that has no units at all, and while a unit cannot be read.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.model.unit import Unit
from builder.rules.engine import Context, Problem, rule


@rule(Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    units = context.curriculum.in_use(Unit)
    if not units or context.curriculum.unread(Unit):
        return
    placed = {name for unit in units for name in unit.lesson_ids}
    for lesson in context.curriculum.in_use(Lesson):
        if lesson.id not in placed:
            hint = "Name it in the unit of its strand and band."
            yield Problem(lesson, ("id",), "no unit names this lesson", hint)
