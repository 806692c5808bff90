"""Children under 13 use a tool that the register does not allow below that age.

**Why.** For a child under 13 a parent, or the school in the parents' place, has to agree before a
tool collects anything. Where the register says `not-allowed`, nobody has.

**How to mend.** Let the teacher show the tool (`teacher-demo`), teach unplugged, or choose a tool
with `school-consent` or `parent-consent`. Grades 6 and 7 count as under 13.

**Source.** COPPA Rule, 16 CFR 312 (2025 amendments). Consent by the school for a solely educational
purpose is long-standing practice of the Federal Trade Commission, not a text of the rule.

**Limits.** Goes by the typical age of the lowest grade (California Education Code 48000). A tool
whose own terms ask for more than that age is reported as `tool-above-age`.
"""

from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.model.program import Program
from builder.rules.engine import Frame, Problem, rule
from builder.rules.tool_use import uses

COPPA = 13  # the children's privacy law protects those below


@rule()
def check(document: Lesson | Program, frame: Frame) -> Iterator[Problem]:
    for use in uses(document, frame):
        if not use.by_students or use.age >= COPPA:
            continue
        if use.tool.under13_basis == "not-allowed" and use.age >= use.tool.min_age:
            message = f"the register does not allow “{use.tool.name}” for children under 13"
            hint = f"Grade {use.grade} begins at age {use.age}: let an adult show it."
            yield Problem(document, use.at, message, hint)
