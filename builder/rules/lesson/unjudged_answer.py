"""Students meet an AI answer, and nothing asks them to keep, change or reject it.

**Why.** An answer that is only looked at is believed. Deciding about it, with a reason, is the
habit that the whole progression builds.

**How to mend.** Add a step, a reflection or boxes on a sheet: keep, change or reject, and the words
that made you decide.

**Source.** Lynwood Unified's narrative: emphasis on rigor, questioning and evaluation. Keep, change
or reject is our own form of it, from grade 3 on.

**Limits.** Looks at lessons with a `tool` segment or written samples. It looks for keep, change and
reject, or two of them, in one passage, and for words such as accept or reject, agree or disagree,
fact-check; a step in quite other words is not seen.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.model.text import Text
from builder.rules.engine import Frame, Problem, rule

SAID = {"objectives", "segments", "student_steps", "assessment", "reflection", "handouts"}
KEEP = late.pattern(r"\b(?:keep|keeps|kept|accept\w*|agree\w*)\b", re.IGNORECASE)
CHANGE = late.pattern(
    r"\b(?:chang\w+|change|mend\w*|fix\w*|revis\w+|correct(?:s|ed)?)\b", re.IGNORECASE
)
REJECT = late.pattern(
    r"\b(?:reject\w*|disagree\w*|discard\w*|drop(?:s|ped)?|leave (?:it )?out|cross (?:it )?out"
    r"|throw (?:it )?out)\b",
    re.IGNORECASE,
)
JUDGE = late.pattern(r"\b(?:fact-check\w*|mark (?:it |each )?(?:right|true))\b", re.IGNORECASE)


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    tools = [number for number, one in enumerate(lesson.segments) if one.kind == "tool"]
    if lesson.band == "tk-2" or not (tools or lesson.samples):
        return
    if any(_judges(passage) for passage in frame.passages(lesson)):
        return
    at = ("segments", tools[0], "title") if tools else ("samples", 0, "title")
    message = "students meet an AI answer here, but nothing asks them to keep, change or reject it"
    hint = "Add a step: “Keep, change or reject each part. Which words made you decide?”"
    yield Problem(lesson, at, message, hint)


def _judges(passage: Text) -> bool:
    """Whether the passage asks for a decision; a key only knows what it should be."""
    steps = passage.address.split("/")
    if steps[0] not in SAID or steps[-1] in ("key", "answer_key"):
        return False
    words = passage.words
    asked = sum(1 for one in (KEEP, CHANGE, REJECT) if one.search(words))
    return asked > 1 or bool(JUDGE.search(words))
