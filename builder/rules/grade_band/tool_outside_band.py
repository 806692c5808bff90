"""A lesson names a tool that is not for its grade band.

**Why.** Somebody looked at the tool and wrote down for which bands it is fit. A lesson for another
band steps past that look, and families who read the register find another answer there.

**How to mend.** Choose a tool of this band, or teach the lesson unplugged. If the tool is fit for
the band after all, let its owner add the band under `bands` in the register, with the evidence.

**Source.** Our own rule. Age fit is one of the four criteria of the tool evaluation in the
register.

**Limits.** It holds for a demonstration by the teacher too: students see what the tool gives.
"""

from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    tools = frame.all(Tool)
    for number, id in enumerate(lesson.tools):
        tool = tools.get(id)
        if tool and lesson.band not in tool.bands:
            message = f"“{tool.name}” is not for band {lesson.band}"
            bands = ", ".join(tool.bands) or "no band"
            hint = f"The register allows it in {bands}; choose another tool, or teach unplugged."
            yield Problem(lesson, ("tools", number), message, hint)
