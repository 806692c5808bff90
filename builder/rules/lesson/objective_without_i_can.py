"""An objective does not begin with “I can”.

**Why.** Objectives stand on the student's page in the student's voice, so that students can say
themselves whether they got there. “Students will understand …” speaks about them to somebody else.

**How to mend.** Begin with “I can” and a verb that somebody can see or hear: sort, explain, check,
decide.

**Source.** Our own rule, after the student-friendly objectives that teachers expect. A district
with other openings sets them in the option `openings`, separated by commas.

**Limits.** It looks at the first words only.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame, *, openings: str = "I can") -> Iterator[Problem]:
    allowed = tuple(one.strip().casefold() + " " for one in openings.split(",") if one.strip())
    if not allowed:
        return
    for number, objective in enumerate(lesson.objectives):
        if not objective.text.shown.lstrip('“"').casefold().startswith(allowed):
            first = openings.split(",")[0].strip()
            message = f"the objective does not begin with “{first}”"
            hint = "Begin with these words and a verb that somebody can see or hear."
            yield Problem(lesson, ("objectives", number, "text"), message, hint)
