"""A session of a program is longer than students stay with it.

**Why.** Sessions come after a whole day of school. Beyond an hour and a half younger students are
tired, and older ones miss the late bus.

**How to mend.** Make two sessions of it. A district sets another limit with `most`.

**Source.** Our own rule, after the usual length of after-school programs.

**Limits.** A conference is left alone: it may take a day. Elsewhere it goes by the minutes that are
written down, not by those it takes.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.program import Program
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(program: Program, frame: Frame, *, most: int = 90) -> Iterator[Problem]:
    if program.setting == "conference":
        return
    for number, session in enumerate(program.sessions):
        if session.minutes > most:
            at = ("sessions", number, "minutes")
            message = f"this session takes {session.minutes} minutes, more than {most}"
            yield Problem(program, at, message, "Make two sessions of it.")
