"""Students use a tool whose terms ask for an older age than theirs.

**Why.** The terms of most public chatbots ask for 13 or 18 years. A child who signs in all the same
does so outside the terms, and nobody protects what the child types. “13 and up” does not fit all of
grades 6–8: typical students are 13 on 1 September only from grade 8 on.

**How to mend.** Let the teacher show the tool (`teacher-demo`), or teach unplugged. Where the terms
ask for 13, an education edition with a data agreement and a basis for children under 13 will do.
Nothing of the school's stands in for an age above 13: choose another tool.

**Source.** California Education Code 48000 for the typical age of a grade (TK 4, K 5, grade 1 6,
and so on); COPPA Rule, 16 CFR 312; the terms as the register states them.

**Limits.** Goes by the lowest grade and the typical age, not by the age of a student. In a program
students count as users of a tool where the session has an AI-use level above 0. It trusts the
register; whether the terms have changed since, only a person can see.
"""

from collections.abc import Iterator

from builder.model.grades import GRADES
from builder.model.lesson import Lesson
from builder.model.program import Program
from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule
from builder.rules.tool_use import AGE_IN_TK, uses

COPPA = 13  # below it the children's privacy law lets a school or parent consent


@rule()
def check(document: Lesson | Program, frame: Frame) -> Iterator[Problem]:
    for use in uses(document, frame):
        tool = use.tool
        if use.by_students and use.age < tool.min_age and (lacking := _lacking(tool)):
            message = (
                f"“{tool.name}” asks for age {tool.min_age}, and grade {use.grade} "
                f"begins at age {use.age}"
            )
            hint = f"Let an adult show it, or choose another tool; this one {lacking}."
            yield Problem(document, use.at, message, hint)


def _lacking(tool: Tool) -> str:
    """What keeps an education edition from standing in for the age, in words."""
    if tool.min_age > COPPA:
        return f"fits {_first_grade(tool.min_age)}"
    if tool.edition != "education":
        return "is no education edition"
    if tool.dpa.status == "none":
        return "has no data agreement"
    return "has no basis for children under 13" if tool.under13_basis == "not-allowed" else ""


def _first_grade(age: int) -> str:
    number = age - AGE_IN_TK
    return f"from grade {GRADES[number]} on" if number < len(GRADES) else "no grade of school"
