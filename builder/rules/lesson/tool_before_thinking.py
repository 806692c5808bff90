"""A tool runs before students have thought for themselves.

**Why.** Whoever has seen a finished answer seldom has another idea afterwards. A first idea,
however rough, is what students hold the answer of the tool against.

**How to mend.** Put a segment of kind `think` before the first one of kind `tool`: a guess, a list,
a sketch, two sentences on paper.

**Source.** Lynwood Unified's narrative: student thinking precedes tool use. Staged district
guidance asks for the same.

**Limits.** It goes by the kinds of the segments, not by what they say.
"""

from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    for number, segment in enumerate(lesson.segments):
        if segment.kind == "think":
            return
        if segment.kind == "tool":
            message = "the tool comes first here, before students have thought for themselves"
            if number:
                message = "a tool runs here, and no `think` segment came before it"
            hint = "Let students guess, list or sketch first, in a segment of kind `think`."
            yield Problem(lesson, ("segments", number, "kind"), message, hint)
            return
