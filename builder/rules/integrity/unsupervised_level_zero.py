"""Work at level 0 shows an outcome, but nothing says that a teacher is there while it is done.

**Why.** Level 0 means that the work shows what a student can do alone. A promise cannot show that;
a teacher in the room can. Work that leaves the room also puts honest students under suspicion.

**How to mend.** Do the assessed part in class: a segment of kind `assess`, a talk, an exit ticket
collected at the door. If it has to be done at home, choose another level.

**Source.** The AI Assessment Scale, version 2 (Perkins, Roe, Furze, 2024): the level without AI
needs a supervised setting; declaring it is not enough.

**Limits.** A lesson with a segment of kind `assess`, or assessed in class, orally or as a
performance, counts as supervised unless its assessment itself speaks of homework.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule, within

SEEN = ("in-class", "oral", "performance")
SUPERVISED = late.pattern(
    r"\b(?:supervis\w+|in class\b|in the room\b|at the door\b|before (?:they|students|you) leave\b"
    r"|(?:in front of|next to|beside) (?:you|the teacher|an adult)\b|while you (?:watch|walk)\b)",
    re.IGNORECASE,
)
AWAY = late.pattern(
    r"\b(?:(?:for|as) homework\b|take-home\b|due (?:tomorrow|next|on|by)\b"
    r"|(?:finish|complete|work on)\b[^.!?]{0,40} "
    r"(?:at home|tonight|overnight|after school|by tomorrow)\b)",
    re.IGNORECASE,
)


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    if lesson.ai_use_level > 0 or not lesson.assesses:
        return
    hint = "Let students do this part in class, with you in the room, or choose another level."
    exits = [f"segments/{one.id}/" for one in lesson.segments if one.kind == "assess"]
    places = ("assessment/", *exits)
    assessing = [one for one in frame.passages(lesson) if one.address.startswith(places)]
    for passage in assessing:
        away = AWAY.search(passage.shown)
        if away:
            message = f"“{away[0]}” takes assessed work at level 0 out of the teacher’s sight"
            yield within(lesson, passage, message, hint, quote=away[0])
            return
    if exits or lesson.assessment.pattern in SEEN:
        return
    if not any(SUPERVISED.search(passage.shown) for passage in assessing):
        message = "nothing says who is there while students do this work at level 0"
        yield Problem(lesson, ("assessment", "pattern"), message, hint)
