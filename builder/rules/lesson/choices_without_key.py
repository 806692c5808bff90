"""A student sheet offers boxes to tick, and no key says which are right.

**Why.** A substitute cannot settle a dispute about card 5 without a key, and students notice. Where
several answers are right, the key is the place to say so.

**How to mend.** Add `key:` to the sheet: the answer to each card with its reason, or which answers
to accept.

**Source.** Our own rule: a substitute could teach the lesson from the page; every answer key is
there.

**Limits.** A key that stands in another sheet or in the answer key of the assessment is not seen.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    for number, handout in enumerate(lesson.handouts):
        if handout.for_ == "student" and handout.choices and handout.key is None:
            message = f"“{handout.title}” has boxes to tick, but no key"
            hint = "Add `key:` with the answers, or with the answers to accept."
            yield Problem(lesson, ("handouts", number, "choices"), message, hint)
