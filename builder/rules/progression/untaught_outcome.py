"""No lesson teaches this outcome.

**Why.** Families and teachers read the outcomes as a promise. One that no lesson teaches is not
kept.

**How to mend.** Name the outcome under `teaches` of a lesson of its band that really teaches it, or
write such a lesson. While the lesson is being written, the warning is the reminder.

**Source.** Our own rule: the matrix and the lessons tell the same story.

**Limits.** Retired lessons do not count. Whether the lesson teaches it well, only a reader can say.
Quiet while a lesson cannot be read.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Context, Problem, rule


@rule(Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    curriculum = context.curriculum
    if curriculum.unread(Lesson):
        return
    for one in curriculum.placed:
        if one.in_use and one.outcome.code not in curriculum.taught:
            message = f"no lesson teaches {one.outcome.code}"
            hint = "Name it under `teaches` of a lesson of its band."
            yield Problem(one.strand, (*one.at, "code"), message, hint)
