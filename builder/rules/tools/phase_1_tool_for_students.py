"""Students use a tool that is still being tried by teachers only.

**Why.** In phase 1 teachers rate what a tool gives before any student meets it. A lesson that hands
it to students skips the step that was to protect them.

**How to mend.** Wait for phase 2, choose another tool, or let the teacher show what it gives
(`teacher-demo`), looking at each answer first. A district where phase 1 tools are not shown to
students at all sets `demos: true`.

**Source.** A K-12 strategic plan for AI with three phases: teacher in the loop, controlled pilot
with students, wide use. Phase 1 tools never in lessons where students use them.

**Limits.** A tool that is for staff only is reported as `staff-tool-for-students`, not here.
"""

from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.model.program import Program
from builder.rules.engine import Frame, Problem, rule
from builder.rules.tool_use import uses


@rule()
def check(document: Lesson | Program, frame: Frame, *, demos: bool = False) -> Iterator[Problem]:
    for use in uses(document, frame):
        if not use.by_students and not (demos and _shown(document)):
            continue
        if use.tool.phase == 1 and ("students" in use.tool.audience_ or not use.by_students):
            verb = "use" if use.by_students else "are shown"
            message = f"students {verb} “{use.tool.name}”, which is in phase 1: teachers only"
            hint = "Choose a tool of phase 2 or 3, or work unplugged."
            yield Problem(document, use.at, message, hint)


def _shown(document: Lesson | Program) -> bool:
    return isinstance(document, Program) or document.interaction == "teacher-demo"
