"""Students use a tool in a lesson, and no course prepares their teacher for it.

**Why.** Adults come first: before students work with a tool, their teacher has tried one, knows
what it does with words that are typed in, and has thought about what can go wrong.

**How to mend.** Name under `courses` what a teacher should have taken before this lesson.

**Source.** El Segundo Unified’s strategy: professional learning before students use AI.

**Limits.** A demonstration by the teacher is left alone. Whether a teacher has taken the course,
the district knows. Quiet in a district without courses, and while a course cannot be read.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.educators import Course
from builder.model.lesson import Lesson
from builder.rules.engine import Context, Problem, rule
from builder.rules.tool_use import BY_STUDENTS


@rule(Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    curriculum = context.curriculum
    if not curriculum.in_use(Course) or curriculum.unread(Course):
        return
    for lesson in curriculum.in_use(Lesson):
        if lesson.interaction in BY_STUDENTS and not lesson.courses:
            message = "students use a tool here, and no course for their teacher is named"
            hint = "Name under `courses` what a teacher should have taken first."
            yield Problem(lesson, ("interaction",), message, hint)
