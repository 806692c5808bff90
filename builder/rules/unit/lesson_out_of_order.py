"""A unit teaches a lesson before one that it builds on.

**Why.** Teachers follow the order of the unit. A lesson that asks for what comes later cannot be
taught where it stands.

**How to mend.** Move it after the lesson that it names under `prerequisites`, or take that
prerequisite out of the lesson.

**Source.** Our own rule.

**Limits.** Only lessons of the same unit are compared; what stands in other units may come before.
"""

from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.model.unit import Unit
from builder.rules.engine import Context, Problem, rule


@rule()
def check(context: Context) -> Iterator[Problem]:
    lessons = context.curriculum.all(Lesson)
    for unit in context.curriculum.in_use(Unit):
        order = {name: number for number, name in enumerate(unit.lesson_ids)}
        for name, number in order.items():
            asked = lessons[name].prerequisites if name in lessons else ()
            for other in asked:
                if order.get(other, -1) > number:
                    message = f"“{name}” stands before “{other}”, on which it builds"
                    hint = f"Move it after “{other}”."
                    yield Problem(unit, ("lessons", number, "id"), message, hint)
