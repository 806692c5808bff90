"""A lesson asks for more preparation than a teacher has.

**Why.** AI in school is meant to cut work, not to add it. What takes an hour to prepare is not
taught, or taught by those alone who have the hour.

**How to mend.** Give ready sheets in place of things to make, let students cut their cards, or
share what can be prepared once for all classes.

**Source.** El Segundo Unified's strategy: what is asked of teachers must cut workload. The number
is our own; a district sets another in the option `most`.

**Limits.** It believes the minutes that the lesson states.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame, *, most: int = 60) -> Iterator[Problem]:
    minutes = lesson.preparation.minutes
    if minutes > most:
        message = f"the preparation takes {minutes} minutes"
        hint = f"Bring it down to {most} minutes at most, with ready sheets or shared work."
        yield Problem(lesson, ("preparation", "minutes"), message, hint)
