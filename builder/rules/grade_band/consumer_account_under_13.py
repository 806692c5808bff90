"""Children under 13 each have an account with the public edition of a tool.

**Why.** An account of a child's own collects a name and all that the child types. The public
edition of a tool has no contract with the school, so nobody has promised what becomes of it.

**How to mend.** Use the education edition, under a data agreement, and say in the register on which
basis children under 13 may use it. Or let the teacher show the tool.

**Source.** COPPA Rule, 16 CFR 312 (2025 amendments); California Education Code 49073.1 on contracts
for pupil records. That children of grades 3–5 get no account of their own on a public tool, and
that grades 6 and 7 count as under 13, is our own rule.

**Limits.** Goes by the typical age of the lowest grade. A tool whose own terms ask for more than
that age is reported as `tool-above-age`.
"""

from collections.abc import Iterator

from builder.model.grades import GRADES
from builder.model.lesson import Lesson
from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule

AGE_IN_TK = 4  # on 1 September, California Education Code 48000
COPPA = 13  # the children's privacy law protects those below


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    age = AGE_IN_TK + GRADES.index(lesson.grades[0])
    if lesson.interaction != "individual-account" or age >= COPPA:
        return
    tools = frame.all(Tool)
    for number, id in enumerate(lesson.tools):
        tool = tools.get(id)
        if tool and tool.edition == "consumer" and age >= tool.min_age:
            message = f"each child of grade {lesson.grades[0]} has an account with “{tool.name}”"
            hint = "It is the public edition: use an education edition, or write teacher-demo."
            yield Problem(lesson, ("tools", number), message, hint)
