"""A lesson of a pilot has students use a tool in phase 2 and does not name the rooms.

**Why.** A tool in phase 2 is meant for a few rooms that were chosen and are watched. A teacher who
finds the lesson has to see at once whether it is for this room.

**How to mend.** Name the rooms: `pilot_in: [language-development, special-education]`.

**Source.** A K-12 strategic plan for AI with three phases: teacher in the loop, controlled pilot
with students in language development and special education rooms, wide use.

**Limits.** Kinds of rooms are named, not the rooms themselves: which class takes part is nothing
that a public page says. Demonstrations by the teacher are left alone.
"""

from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule
from builder.rules.tool_use import uses


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    if lesson.status != "pilot" or lesson.pilot_in:
        return
    for use in uses(lesson, frame):
        if use.by_students and use.tool.phase == 2:
            message = f"“{use.tool.name}” is in a pilot (phase 2); the lesson does not say where"
            hint = "Name the rooms: `pilot_in: [language-development, special-education]`."
            yield Problem(lesson, use.at, message, hint)
