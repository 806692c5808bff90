"""The essential question is no question, or one that yes or no would answer.

**Why.** The essential question carries the whole lesson. One that ends in a period asks nothing,
and one that begins with “Can” or “Is” is over after one word.

**How to mend.** Begin with how, why, what, which, who or when, and end with a question mark. “Can
an answer be wrong?” becomes “How can an answer be wrong and still sound right?”

**Source.** Lynwood Unified's narrative: emphasis on questioning. Our own rule.

**Limits.** It goes by the first word of each question. A question that offers a choice with “or”,
or has “how” or “why” in it, passes.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule

CLOSED = late.pattern(
    r"\W{0,8}(?:is|are|am|was|were|do|does|did|can|could|will|would|should|shall|may|might|must|has"
    r"|have|had|(?:is|are|do|does|did|ca|could|wo|would|should)n[’']t)\b",
    re.IGNORECASE,
)
OPEN = late.pattern(r"\b(?:or|how|why)\b", re.IGNORECASE)
QUESTION = late.pattern(r"[^.!?]+[.!?]*")


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    words = lesson.question.shown
    if not words.rstrip(' ”’")*').endswith("?"):
        message = "the essential question does not end with a question mark"
        hint = "Ask something that the lesson lets students answer, and end with a question mark."
        yield Problem(lesson, ("question",), message, hint)
        return
    asked = [one for one in QUESTION.findall(words) if one.rstrip(' ”’")*').endswith("?")]
    if not OPEN.search(words) and all(CLOSED.match(one) for one in asked):
        first = asked[0].split()[0]
        message = f"yes or no would answer a question that begins with “{first}”"
        hint = "Begin with how, why, what, which, who or when."
        yield Problem(lesson, ("question",), message, hint)
