"""An outcome is taught, but no lesson looks whether it was learned.

**Why.** Without an exit ticket or another sign, neither the teacher nor the student knows if the
outcome was reached.

**How to mend.** Name the outcome under `assesses` of a lesson that teaches it, and make sure that
its exit ticket shows it.

**Source.** Our own rule: every outcome is taught by a lesson and assessed by one.

**Limits.** An outcome that no lesson teaches is left to the rule untaught-outcome. Retired lessons
do not count. Quiet while a lesson cannot be read.
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
        code = one.outcome.code
        lessons = curriculum.taught.get(code, ())
        if one.in_use and lessons and code not in curriculum.assessed:
            message = f"no lesson assesses {code}"
            names = ", ".join(f"“{lesson.id}”" for lesson in lessons)
            hint = f"It is taught in {names}: name it under `assesses` there."
            yield Problem(one.strand, (*one.at, "code"), message, hint)
