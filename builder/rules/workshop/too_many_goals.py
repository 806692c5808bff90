"""A workshop sets more goals than an evening can reach.

**Why.** Families leave with one or two things they will do. Eight goals in an hour mean that each
is named and none is tried, and all of it must be said in every language.

**How to mend.** Keep the goals that the agenda gives time to. Put the others into a second
workshop. A district may set its limit in `most`.

**Source.** Our own rule: at most five.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(workshop: Workshop, frame: Frame, *, most: int = 5) -> Iterator[Problem]:
    if len(workshop.goals) > most:
        message = f"the workshop sets {len(workshop.goals)} goals"
        hint = f"Keep at most {most}, those that the agenda gives time to."
        yield Problem(workshop, ("goals",), message, hint)
