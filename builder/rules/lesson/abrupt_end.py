"""The lesson ends without talk, exit ticket or reflection.

**Why.** What students take along is settled in the last minutes. A lesson that ends in the middle
of practice or of a tool leaves them with whatever came last.

**How to mend.** End with a segment of kind `discuss`, `assess` or `reflect`, even a short one.

**Source.** Lynwood Unified's narrative: emphasis on questioning and evaluation. That the end is the
place for it is our own rule.

**Limits.** It goes by the kind of the last segment, not by what it says.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule

ENDS = ("discuss", "assess", "reflect")


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    last = lesson.segments[-1]
    if last.kind not in ENDS:
        message = f"the lesson ends with a segment of kind `{last.kind}`"
        hint = "End with a segment in which students talk, show what they learned or reflect."
        at = ("segments", len(lesson.segments) - 1, "kind")
        yield Problem(lesson, at, message, hint)
