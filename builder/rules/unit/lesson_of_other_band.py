"""A unit holds a lesson of another grade band.

**Why.** A teacher follows the unit in order. A lesson written for older or younger children does
not fit their time, their reading or what they may do with a tool.

**How to mend.** Take the lesson out, write one for this band, or correct `band` of the unit.

**Source.** Our own rule.

**Limits.** Lessons that cannot be read are told elsewhere.
"""

from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.model.unit import Unit
from builder.rules.engine import Context, Problem, rule


@rule()
def check(context: Context) -> Iterator[Problem]:
    lessons = context.curriculum.all(Lesson)
    for unit in context.curriculum.in_use(Unit):
        for number, name in enumerate(unit.lesson_ids):
            if name in lessons and lessons[name].band != unit.band:
                message = f"“{name}” is a lesson of band {lessons[name].band}, not {unit.band}"
                hint = "Take it out, or name a lesson of this band."
                yield Problem(unit, ("lessons", number, "id"), message, hint)
