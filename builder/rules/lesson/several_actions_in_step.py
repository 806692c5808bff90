"""A step on the student's page asks for several actions.

**Why.** Students tick off one step at a time. The second half of a double step is what gets lost,
first by those who read slowly or in a new language.

**How to mend.** Make two steps, or leave out what the teacher says anyway.

**Source.** Our own rule: one short action each. The K-12 strategic plan asks for instructions
distilled to plain ones.

**Limits.** It knows common classroom verbs at the start of a sentence, and “and then”. Up to grade
5 two such sentences are too many, from grade 6 on three; the options change that. Two verbs joined
by “and” pass, as do sentences that only explain (“Keep it secret.”, “No names.”).
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule

# Verbs of something that is done, seen and finished; look, listen, think and keep go with another.
ACTION = late.pattern(
    r"(?:^|(?<=[.!?;”] ))(?:then |next,? |now )?(?:add|answer|ask|build|change|check|choose|circle"
    r"|clap|collect|color|compare|copy|count|cross|cut|deal|decide|defend|draw|explain|fill|find"
    r"|finish|fold|give|glue|hand|lay|list|make|mark|match|measure|move|name|number|open|pair|pick"
    r"|place|plan|point|post|put|rate|read|record|repeat|rewrite|ring|roll|say|score|share|show|sort"
    r"|stand|star|swap|take|talk|tap|tell|test|tick|touch|trace|try|turn|type|underline|visit|vote"
    r"|walk|weigh|write)\b",
    re.IGNORECASE,
)
THEN = late.pattern(r"\band then\b", re.IGNORECASE)


@rule(Severity.WARNING)
def check(
    lesson: Lesson, frame: Frame, *, to_grade_5: int = 1, from_grade_6: int = 2
) -> Iterator[Problem]:
    most = to_grade_5 if lesson.band in ("tk-2", "3-5") else from_grade_6
    for number, step in enumerate(lesson.student_steps):
        words = step.text.shown
        then, actions = THEN.search(words), ACTION.findall(words)
        if not then and len(actions) <= most:
            continue
        message = f"this step asks for {len(actions)} actions, one after the other"
        if then:
            message = f"“{then[0]}” makes two steps of this one"
        hint = "Make a step of each, or leave out what the teacher says anyway."
        at = ("student_steps", number, "text")
        yield Problem(lesson, at, message, hint, quote=then[0] if then else "")
