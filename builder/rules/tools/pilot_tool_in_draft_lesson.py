"""A draft has students use a tool that is in a small pilot, and does not say it is part of that.

**Why.** A tool in phase 2 is meant for a few rooms that were chosen and are watched. Whoever takes
the draft to class somewhere else widens the pilot without knowing.

**How to mend.** If the lesson belongs to the pilot, write `status: pilot` once it has begun. If
not, choose a tool of phase 3, or let the teacher show the tool.

**Source.** A K-12 strategic plan for AI with three phases: teacher in the loop, controlled pilot
with students, wide use.

**Limits.** Made-up entries (`example: true`) are left alone: nobody pilots them. Demonstrations by
the teacher are left alone too.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule
from builder.rules.tool_use import uses


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    if lesson.status != "draft":
        return
    for use in uses(lesson, frame):
        if use.by_students and use.tool.phase == 2 and not use.tool.example:
            message = f"“{use.tool.name}” is in a pilot (phase 2), and the lesson is a draft"
            hint = "Write `status: pilot` once its pilot has begun, or choose a tool of phase 3."
            yield Problem(lesson, use.at, message, hint)
