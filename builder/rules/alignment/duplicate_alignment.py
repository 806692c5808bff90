"""An outcome names the same framework code twice.

**Why.** The second adds nothing. Most often another code was meant, and that one is now missing.

**How to mend.** Take the second one out. If another code was meant, correct it.

**Source.** Our own rule.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.progression import Strand
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(strand: Strand, frame: Frame) -> Iterator[Problem]:
    for number, outcome in enumerate(strand.outcomes):
        if outcome.status != "active" or len({*outcome.alignments}) == len(outcome.alignments):
            continue
        for place, alignment in enumerate(outcome.alignments):
            if alignment in outcome.alignments[:place]:
                at = ("outcomes", number, "alignments", place)
                message = f"{outcome.code} names “{alignment}” twice"
                yield Problem(strand, at, message, "Take one out, or correct it.")
