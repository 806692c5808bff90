"""A lesson's tools and its interaction contradict each other.

**Why.** Families and the office read from `interaction` and `tools` what children use. A lesson
that is called unplugged and names a tool tells them two things; one that lets students use a tool
and names none hides which.

**How to mend.** If no tool runs, write `interaction: unplugged`, and take out `tools` and segments
of the kind `tool`. If one runs, name it under `tools` and say who works with it.

**Source.** Our own rule: openness about how and why tools are used.
"""

from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    if lesson.interaction == "unplugged":
        yield from _unplugged(lesson)
    elif not lesson.tools:
        message = f"the interaction is “{lesson.interaction}”, and no tool is named"
        hint = "Name the tool under `tools`, or write `interaction: unplugged`."
        yield Problem(lesson, ("interaction",), message, hint)


def _unplugged(lesson: Lesson) -> Iterator[Problem]:
    for number, tool in enumerate(lesson.tools):
        message = f"the lesson is unplugged and names the tool “{tool}”"
        yield Problem(lesson, ("tools", number), message, "Take it out, or say who works with it.")
    for number, segment in enumerate(lesson.segments):
        if segment.kind == "tool":
            message = f"the lesson is unplugged, and in “{segment.id}” a tool runs"
            hint = "Choose another kind: `tool` only where a tool runs."
            yield Problem(lesson, ("segments", number, "kind"), message, hint)
