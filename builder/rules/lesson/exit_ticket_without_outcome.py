"""The lesson has an exit ticket, but names no outcome that the ticket shows.

**Why.** A teacher who collects thirty tickets should know what they tell. Coverage, too, counts
only what `assesses` names.

**How to mend.** Name the outcome that the ticket shows under `assesses`, one of those the lesson
teaches.

**Source.** Our own rule: the exit ticket shows the outcome and nothing else.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    if not lesson.assesses:
        message = "the exit ticket shows no outcome: `assesses` is empty"
        hint = "Name the outcome that it shows under `assesses`."
        yield Problem(lesson, ("assessment", "exit_ticket"), message, hint)
