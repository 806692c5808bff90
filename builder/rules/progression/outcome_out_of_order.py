"""An outcome stands in its file after one with a later code.

**Why.** The strand's page, the matrix and the exports show outcomes in the order of the file. Out
of order, a teacher reads what grades 6–8 do before what grades 3–5 do, or number 2 before number 1.

**How to mend.** Move the outcome up to its place: band by band, and by number within the band. Its
translations stay with it, since they follow the code.

**Source.** Our own rule: a strand is one line of learning from TK to grade 12.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.grades import BANDS, code_band
from builder.model.progression import Strand
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(strand: Strand, frame: Frame) -> Iterator[Problem]:
    last, code = (0, 0), ""
    for number, outcome in enumerate(strand.outcomes):
        place = _place(outcome.code)
        if place < last:
            message = f"{outcome.code} stands after {code}"
            hint = "Move it up: band by band, and by number within the band."
            yield Problem(strand, ("outcomes", number, "code"), message, hint)
        else:
            last, code = place, outcome.code


def _place(code: str) -> tuple[int, int]:
    return BANDS.index(code_band(code)), int(code.rpartition(".")[2])
