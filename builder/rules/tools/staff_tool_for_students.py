"""Students use a tool that is for staff only.

**Why.** A tool for staff was looked at for adults: its answers, its terms and its contract. Nobody
has asked what it does to a child, or what it keeps of a child's words.

**How to mend.** Let the teacher run it and show what it gives (`teacher-demo`), or choose a tool
whose `audience` in the register names students. Add students there only once the tool has been
evaluated for them.

**Source.** Lynwood Unified's narrative, which keeps some tools for staff; our own register of
tools.

**Limits.** It goes by `interaction` and the register. That a teacher hands over the mouse in a
demonstration, it cannot see.
"""

from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.model.program import Program
from builder.rules.engine import Frame, Problem, rule
from builder.rules.tool_use import uses


@rule()
def check(document: Lesson | Program, frame: Frame) -> Iterator[Problem]:
    for use in uses(document, frame):
        if use.by_students and "students" not in use.tool.audience_:
            message = f"students use “{use.tool.name}”, which is for staff only"
            hint = "Let an adult show it (`teacher-demo`), or choose a tool for students."
            yield Problem(document, use.at, message, hint)
