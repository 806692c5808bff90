"""The AI-use level and the way the class works with tools contradict each other.

**Why.** Students read the level as a rule. A lesson at level 0 in which they type into a tool
breaks it on the spot; a level that allows AI in a lesson without any has no meaning, and at level 3
or 4 students direct the tool, which they cannot do when only the teacher types.

**How to mend.** Change the one that is wrong: `ai_use_level` to what students may really do, or
`interaction` to who really works with a tool.

**Source.** Our own rule, after the AI Assessment Scale (Perkins, Furze, Roe).

**Limits.** A lesson that only plans a task at a higher level is at level 0 itself; the level of the
planned task belongs in its text.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule

# From this level on students direct the tool themselves.
DIRECTED = 3


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    level, interaction = lesson.ai_use_level, lesson.interaction
    if interaction == "unplugged" and level > 0:
        message = f"AI-use level {level} in a lesson where nobody uses a tool"
        hint = "Write 0, or say under `interaction` who works with a tool."
    elif interaction == "teacher-demo" and level >= DIRECTED:
        message = f"at AI-use level {level} students direct the tool, but only the teacher types"
        hint = "Write 2 or less, or give students a class account."
    elif interaction in ("class-account", "individual-account") and level == 0:
        message = "students work in a tool, but AI-use level 0 allows them no AI"
        hint = "Write the level that the task allows, or make it a demonstration by the teacher."
    else:
        return
    yield Problem(lesson, ("ai_use_level",), message, hint)
