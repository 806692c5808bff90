"""A lesson in use names a tool that does not exist.

**Why.** Entries marked `example: true` show how the register is filled in. A lesson that the
district pilots or has adopted sends its teachers to look for a tool that nobody made, and what
families read about its privacy is a sample.

**How to mend.** Enter the tool that the schools really use in the register, with its evidence, and
name it here. Until then the lesson stays a draft, or is taught unplugged.

**Source.** Our own rule: nothing is claimed that did not happen.

**Limits.** It trusts the mark `example` in the register.
"""

from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    if lesson.status not in ("pilot", "adopted"):
        return
    tools = frame.all(Tool)
    for number, id in enumerate(lesson.tools):
        tool = tools.get(id)
        if tool and tool.example:
            state = "adopted" if lesson.status == "adopted" else "in a pilot"
            message = f"the lesson is {state}, and “{tool.name}” is made up"
            hint = "Name the real tool of your schools, or write `status: draft`."
            yield Problem(lesson, ("tools", number), message, hint)
