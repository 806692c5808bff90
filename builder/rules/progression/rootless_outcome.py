"""An outcome from grade 3 on builds on nothing.

**Why.** A progression is more than a list: a teacher of grade 4 wants to know what the children
already met. An outcome without a root starts from nowhere.

**How to mend.** Name under `builds_on` the outcome of an earlier band in the same strand that comes
nearest. If there is none, the earlier band may be missing one.

**Source.** Our own rule. The first band, TK–2, needs no root.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.grades import BANDS, code_band
from builder.rules.engine import Context, Problem, rule


@rule(Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    for one in context.curriculum.placed:
        outcome = one.outcome
        if one.in_use and not outcome.builds_on and code_band(outcome.code) != BANDS[0]:
            message = f"{outcome.code} builds on no earlier outcome"
            hint = "Add a line `builds_on: […]` with the outcome that comes before it."
            yield Problem(one.strand, (*one.at, "code"), message, hint)
