"""An after-school program leaves out one of its four areas.

**Why.** Families sign their children up for the whole: what AI is, how to ask a tool well, making
something, and bias and responsible use. Where a part is missing, it is most often the last one.

**How to mend.** Write a session whose `area` is the one that is missing: foundations, requests,
projects or ethics.

**Source.** Lynwood Unified’s narrative on its middle-school after-school program, which names these
four.

**Limits.** A club or a conference is free in what it takes up. What a session is mainly about is
what its `area` says.
"""

from collections.abc import Iterator
from typing import get_args

from builder.finding import Severity
from builder.model.program import Area, Program
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(program: Program, frame: Frame) -> Iterator[Problem]:
    if program.setting != "after-school":
        return
    there = {session.area for session in program.sessions}
    missing = [area for area in get_args(Area) if area not in there]
    if missing:
        message = f"no session is about {' or '.join(missing)}"
        yield Problem(
            program, ("sessions",), message, "Write a session for each of the four areas."
        )
