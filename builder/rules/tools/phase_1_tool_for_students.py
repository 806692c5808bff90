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
from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule

BY_STUDENTS = ("class-account", "individual-account")


@rule()
def check(lesson: Lesson, frame: Frame, *, demos: bool = False) -> Iterator[Problem]:
    used = lesson.interaction in BY_STUDENTS
    if not used and not (demos and lesson.interaction == "teacher-demo"):
        return
    tools = frame.all(Tool)
    for number, id in enumerate(lesson.tools):
        tool = tools.get(id)
        if tool and tool.phase == 1 and ("students" in tool.audience_ or not used):
            verb = "use" if used else "are shown"
            message = f"students {verb} “{tool.name}”, which is in phase 1: teachers only"
            hint = "Choose a tool of phase 2 or 3, or teach the lesson unplugged."
            yield Problem(lesson, ("tools", number), message, hint)
