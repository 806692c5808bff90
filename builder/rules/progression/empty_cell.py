"""A strand has no outcome for one of the grade bands.

**Why.** The progression promises that every strand grows through all the grades. An empty cell in
the matrix means that students drop a line of learning for three or more years.

**How to mend.** Write an outcome for the band and build it on the one before. Its code takes the
next free number. A retired outcome does not fill a cell.

**Source.** The four developmental stages of El Segundo Unified's strategy; no empty cell is our own
rule. A district may ask for more than one outcome in each cell with the option `fewest`.

**Limits.** Only bands that have a file in progression/bands are asked for.
"""

from collections.abc import Iterator

from builder.model.grades import code_band
from builder.model.progression import Strand
from builder.rules.engine import Context, Problem, rule


@rule()
def check(context: Context, *, fewest: int = 1) -> Iterator[Problem]:
    for strand in context.curriculum.in_use(Strand):
        codes = [one.code for one in strand.outcomes if one.status == "active"]
        for band in context.curriculum.bands:
            number = sum(code_band(code) == band.id for code in codes)
            if number < fewest:
                words = f"{number} of {fewest} outcomes" if number else "no outcome"
                message = f"this strand has {words} for band {band.id}"
                hint = f"Add an outcome with a code such as {band.id.upper()}.{strand.code}.1."
                yield Problem(strand, ("outcomes",), message, hint)
