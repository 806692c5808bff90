"""A step on the student's page is too long to keep in mind while doing it.

**Why.** The student page is the plain version: students look at a step, look away and do it. What
does not fit into one look is read by the teacher instead.

**How to mend.** Keep the verb and the thing. Move the reason to the segment, and details to the
sheet.

**Source.** Our own limits. The K-12 strategic plan asks for instructions distilled to plain ones. A
district sets other limits in the options, in words for each band.

**Limits.** It counts words, not how hard they are.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(
    lesson: Lesson,
    frame: Frame,
    *,
    tk_2: int = 10,
    grades_3_5: int = 12,
    grades_6_8: int = 16,
    grades_9_12: int = 20,
) -> Iterator[Problem]:
    limits = {"tk-2": tk_2, "3-5": grades_3_5, "6-8": grades_6_8, "9-12": grades_9_12}
    most = limits[lesson.band]
    for number, step in enumerate(lesson.student_steps):
        words = len(step.text.shown.split())
        if words > most:
            message = f"this step has {words} words"
            hint = f"In band {lesson.band} a step has {most} words at most; split or shorten it."
            yield Problem(lesson, ("student_steps", number, "text"), message, hint)
