"""A lesson or a program names a tool that is not for its grade band.

**Why.** Somebody looked at the tool and wrote down for which bands it is fit. A lesson or a program
for another band steps past that look, and families who read the register find another answer there.

**How to mend.** Choose a tool of this band, or work unplugged. If the tool is fit for the band
after all, let its owner add the band under `bands` in the register, with the evidence.

**Source.** Our own rule. Age fit is one of the four criteria of the tool evaluation in the
register.

**Limits.** It holds for a demonstration by the teacher too: students see what the tool gives.
"""

from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.model.program import Program
from builder.rules.engine import Frame, Problem, rule
from builder.rules.tool_use import uses


@rule()
def check(document: Lesson | Program, frame: Frame) -> Iterator[Problem]:
    for use in uses(document, frame):
        for band in use.bands:
            if band not in use.tool.bands:
                message = f"“{use.tool.name}” is not for band {band}"
                bands = ", ".join(use.tool.bands) or "no band"
                hint = f"The register allows it in {bands}; choose another tool, or work unplugged."
                yield Problem(document, use.at, message, hint)
