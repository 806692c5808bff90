"""A lesson or a program in use names a tool that does not exist.

**Why.** Entries marked `example: true` show how the register is filled in. What the district pilots
or has adopted sends its teachers to look for a tool that nobody made, and what families read about
its privacy is a sample.

**How to mend.** Enter the tool that the schools really use in the register, with its evidence, and
name it here. Until then it stays a draft, or is taught unplugged.

**Source.** Our own rule: nothing is claimed that did not happen.

**Limits.** It trusts the mark `example` in the register.
"""

from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.model.program import Program
from builder.rules.engine import Frame, Problem, rule
from builder.rules.tool_use import uses


@rule()
def check(document: Lesson | Program, frame: Frame) -> Iterator[Problem]:
    if document.status not in ("pilot", "adopted"):
        return
    state = "adopted" if document.status == "adopted" else "in a pilot"
    for use in uses(document, frame):
        if use.tool.example:
            message = f"the {document.kind} is {state}, and “{use.tool.name}” is made up"
            hint = "Name the real tool of your schools, or write `status: draft`."
            yield Problem(document, use.at, message, hint)
