"""Children under 13 use a tool that the register does not allow below that age.

**Why.** For a child under 13 a parent, or the school in the parents' place, has to agree before a
tool collects anything. Where the register says `not-allowed`, nobody has.

**How to mend.** Let the teacher show the tool (`teacher-demo`), teach unplugged, or choose a tool
with `school-consent` or `parent-consent`. Grades 6 and 7 count as under 13.

**Source.** COPPA Rule, 16 CFR 312 (2025 amendments). Consent by the school for a solely educational
purpose is long-standing practice of the Federal Trade Commission, not a text of the rule.

**Limits.** Goes by the typical age of the lowest grade of the lesson (California Education Code
48000). A tool whose own terms ask for more than that age is reported as `tool-above-age`.
"""

from collections.abc import Iterator

from builder.model.grades import GRADES
from builder.model.lesson import Lesson
from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule

BY_STUDENTS = ("class-account", "individual-account")
AGE_IN_TK = 4  # on 1 September, California Education Code 48000
COPPA = 13  # the children's privacy law protects those below


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    age = AGE_IN_TK + GRADES.index(lesson.grades[0])
    if lesson.interaction not in BY_STUDENTS or age >= COPPA:
        return
    tools = frame.all(Tool)
    for number, id in enumerate(lesson.tools):
        tool = tools.get(id)
        if tool and tool.under13_basis == "not-allowed" and age >= tool.min_age:
            message = f"the register does not allow “{tool.name}” for children under 13"
            hint = f"Grade {lesson.grades[0]} begins at age {age}: write teacher-demo or unplugged."
            yield Problem(lesson, ("tools", number), message, hint)
