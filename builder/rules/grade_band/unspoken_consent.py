"""Students below the age of consent use a tool, and the lesson does not speak of consent.

**Why.** The register says that a parent or the school has to agree for students of this age. A
teacher, or a substitute, opens the lesson the evening before and must find there whose families
have agreed and what a student does whose family has not.

**How to mend.** Say it under `preparation` or `safety`: who has given consent and where the teacher
looks it up, and what a student does who has none. For example: “The school has consented for this
class tool. Check the list of families who opted out; those students use the printed answer.”

**Source.** COPPA Rule, 16 CFR 312; the age in the register (`consent_until_age`), which follows the
terms of the tool.

**Limits.** It looks for the words consent, permission, opt out and their forms in `preparation`,
`safety` and `materials`. Whether what they say is right, only a reader can tell. It goes by the
typical age of the lowest grade (California Education Code 48000).
"""

import re
from collections.abc import Iterator

from builder import late
from builder.model.grades import GRADES
from builder.model.lesson import Lesson
from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule

BY_STUDENTS = ("class-account", "individual-account")
AGE_IN_TK = 4  # on 1 September, California Education Code 48000
SPOKEN = late.pattern(r"\b(?:consent|permission|permit|opt(?:s|ed|ing)?[ -]out)", re.IGNORECASE)


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    if lesson.interaction not in BY_STUDENTS or _speaks(lesson):
        return
    tools, age = frame.all(Tool), AGE_IN_TK + GRADES.index(lesson.grades[0])
    for tool in (tools[id] for id in lesson.tools if id in tools):
        if age < tool.consent_until_age:
            message = (
                f"“{tool.name}” needs consent below age {tool.consent_until_age}, "
                f"and the lesson for grade {lesson.grades[0]} does not speak of it"
            )
            hint = (
                "Say under preparation or safety who has consented, and what a student does "
                "whose family has not."
            )
            yield Problem(lesson, ("safety",), message, hint)
            return


def _speaks(lesson: Lesson) -> bool:
    told = (lesson.preparation.text, lesson.safety, *(one.text for one in lesson.materials))
    return any(SPOKEN.search(passage.words) for passage in told)
