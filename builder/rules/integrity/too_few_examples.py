"""The expectations show too few cases of AI helping learning, or of AI taking it away.

**Why.** Students learn the line from cases on both sides of it. A single case reads as the only one
that counts, or as praise or blame of one habit.

**How to mend.** Add cases under `helps` or `undermines` that students of the band would recognize,
from different subjects.

**Source.** El Segundo Unified's strategy: students learn when AI helps learning and when it
undermines it. The number is our own rule; a district changes it with the option `fewest`.

**Limits.** It counts; whether the cases differ, only a reader can say.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.integrity import Integrity
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(integrity: Integrity, frame: Frame, *, fewest: int = 2) -> Iterator[Problem]:
    for name, cases in (("helps", integrity.helps), ("undermines", integrity.undermines)):
        if len(cases) < fewest:
            message = f"`{name}` has {len(cases)} of at least {fewest} cases"
            hint = "Add a case from another subject that students of this band would recognize."
            yield Problem(integrity, (name,), message, hint)
