"""Lessons wait for each other in a circle.

**Why.** If each of several lessons asks for another one first, no teacher can begin with any of
them.

**How to mend.** Follow the path in the message and take out the step that matters least. A link
between lessons that go well together is not a prerequisite.

**Source.** Our own rule.

**Limits.** Each circle is reported once, at its first lesson in the order of the files. Where
circles share steps, mending one may show the next.
"""

from collections.abc import Iterator

from builder.model.cycles import cycles
from builder.model.lesson import Lesson
from builder.rules.engine import Context, Problem, rule


@rule()
def check(context: Context) -> Iterator[Problem]:
    lessons = context.curriculum.all(Lesson)
    graph = {lesson.id: lesson.prerequisites for lesson in lessons.values()}
    for circle in cycles(graph):
        first, following = circle[0], circle[1 % len(circle)]
        at = ("prerequisites", graph[first].index(following))
        path = " → ".join([*circle, first])
        message = f"these lessons wait for each other: {path}"
        if len(circle) == 1:
            message = f"the lesson waits for itself: {path}"
        yield Problem(lessons[first], at, message, "Take one step out of the circle.")
