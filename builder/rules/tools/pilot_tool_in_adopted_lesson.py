"""An adopted lesson has students use a tool that is still in a small pilot.

**Why.** Every school may teach an adopted lesson. A tool in phase 2 is meant for a few rooms that
were chosen and are watched; the lesson would carry it into all of them.

**How to mend.** Set the lesson back to `status: pilot`, choose a tool of phase 3, or let the
teacher show the tool. The tool moves to phase 3 when the district has decided so.

**Source.** A K-12 strategic plan for AI with three phases: teacher in the loop, controlled pilot
with students, wide use.

**Limits.** Demonstrations by the teacher are left alone. Drafts have a rule of their own,
`pilot-tool-in-draft-lesson`; whether a lesson of the pilot names its rooms, `pilot-without-rooms`.
"""

from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule
from builder.rules.tool_use import uses


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    if lesson.status != "adopted":
        return
    for use in uses(lesson, frame):
        if use.by_students and use.tool.phase == 2:
            message = f"the lesson is adopted, and “{use.tool.name}” is still in a pilot (phase 2)"
            hint = "Write `status: pilot`, or choose a tool of phase 3."
            yield Problem(lesson, use.at, message, hint)
