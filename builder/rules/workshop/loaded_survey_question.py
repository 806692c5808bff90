"""A survey question pushes to an answer, or asks two things at once.

**Why.** A family who is asked “Wasn’t it great?” is being polite, not heard. And nobody can tell
what “no” means to “Was it clear and useful?” The survey decides what comes next; it has to hear
those for whom this did not work.

**How to mend.** Ask one thing, in words that leave every answer open: “Could you follow the
workshop?” Split a double question in two, or leave out the half you do not need.

**Source.** Our own rule; common practice in writing surveys.

**Limits.** Knows common patterns only. A question may push in ways that no pattern shows.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.district import Metrics
from builder.model.workshop import Question, Workshop
from builder.rules.engine import Frame, Problem, rule
from builder.source import Loc

PUSHES = late.pattern(
    r"\b(?:do|did|would|was|were|is|are|does)n[’']t (?:you|it|this|that|they|the)\b"
    r"|\bhow much (?:do|did) you (?:like|love|enjoy)\b"
    r"|\bhow (?:great|wonderful|amazing|excellent|fantastic|much better)\b"
    r"|\b(?:our|this|the) (?:great|wonderful|amazing|excellent|fantastic|outstanding)\b",
    re.IGNORECASE,
)
_QUALITY = (
    r"(?:useful|helpful|clear|interesting|easy|fun|enjoyable|informative|relevant|good|friendly"
    r"|welcoming|long|short|understandable|organized|practical|safe|comfortable)"
)
_THING = (
    r"(?:the )?(?:workshop|game|handouts?|slides?|interpreters?|food|child ?care|room|time|day"
    r"|speakers?|teachers?|headsets?|invitation)"
)
TWO = late.pattern(
    rf"\b{_QUALITY},? and(?:/or)? (?:\w+ )?{_QUALITY}\b|\b{_THING} and {_THING}\b", re.IGNORECASE
)


@rule(Severity.WARNING)
def check(document: Workshop | Metrics, frame: Frame) -> Iterator[Problem]:
    for at, question in _questions(document):
        words = question.text.shown
        pushes, two = PUSHES.search(words), TWO.search(words)
        if pushes:
            message = f"“{pushes[0]}” pushes to an answer"
            hint = "Ask so that every answer is as easy to give: “Could you follow the workshop?”"
            yield Problem(document, at, message, hint, pushes[0])
        elif two:
            message = f"the question asks two things at once: “{two[0]}”"
            hint = "Ask one of them, or make two questions."
            yield Problem(document, at, message, hint, two[0])


def _questions(document: Workshop | Metrics) -> Iterator[tuple[Loc, Question]]:
    """Every question with the place of its words."""
    if isinstance(document, Workshop):
        surveys: list[tuple[Loc, tuple[Question, ...]]] = [(("survey",), document.survey.questions)]
    else:
        surveys = [(("surveys", at), one.questions) for at, one in enumerate(document.surveys)]
    for at, questions in surveys:
        for number, question in enumerate(questions):
            yield (*at, "questions", number, "text"), question
