"""No lesson and no program names this tool for students.

**Why.** Families read the tool register to see what their children use. An entry that nothing needs
makes the list look longer than the practice, and its facts must be verified all the same.

**How to mend.** Name the tool under `tools` of the lesson or session that uses it, or retire the
entry with `status: retired`.

**Source.** Our own rule; the register follows the vetting that county and district plans ask for.

**Limits.** Tools for staff alone are passed over: staff use them outside lessons. Quiet while a
lesson or a program cannot be read.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.model.program import Program
from builder.model.references import named
from builder.model.register import Tool
from builder.rules.engine import Context, Problem, rule


@rule(Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    if any(context.curriculum.unread(kind) for kind in (Lesson, Program)):
        return
    used = named(Tool, context.curriculum)
    for tool in context.curriculum.in_use(Tool):
        if tool.id not in used and "students" in tool.audience_:
            message = f"no lesson or program names the tool “{tool.id}”"
            yield Problem(tool, ("id",), message, "Name it where it is used, or retire the entry.")
