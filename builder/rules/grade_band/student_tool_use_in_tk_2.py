"""A lesson in TK–2 lets children use an AI tool.

**Why.** Children of four to seven cannot judge what a tool gives them or what it takes from them,
and the terms of public chatbots exclude them. In TK–2 they learn about AI without working with it:
no account, no prompt, no voice, face or name into a tool.

**How to mend.** Make the lesson unplugged, or let the teacher show the tool to the whole class.
Set `ai_use_level: 0`.

**Source.** Our own limit, stricter than the children's privacy law COPPA. It agrees with a district
that allows no direct interaction before grade 3 (Middleburgh CSD, New York) and with the AI
Learning Priorities of CSTA and AI4K12 (2025), where no outcome of K–2 is to choose to use AI.
"""

from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule

WITHOUT_STUDENTS = ("unplugged", "teacher-demo")


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    if lesson.band != "tk-2":
        return
    if lesson.interaction not in WITHOUT_STUDENTS:
        message = f"“{lesson.interaction}” lets children of TK–2 use a tool"
        yield Problem(lesson, ("interaction",), message, "Write unplugged or teacher-demo.")
    if lesson.ai_use_level > 0:
        message = f"AI-use level {lesson.ai_use_level} stands in a lesson for TK–2"
        yield Problem(lesson, ("ai_use_level",), message, "Write 0.")
    for number, segment in enumerate(lesson.segments):
        if segment.kind == "tool" and segment.grouping != "whole-class":
            at = ("segments", number, "grouping")
            message = f"in the segment “{segment.id}” a tool runs outside the whole class"
            yield Problem(lesson, at, message, "The teacher shows the tool to the whole class.")
