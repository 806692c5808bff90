"""An outcome builds on one that is not earlier in its own strand.

**Why.** `builds_on` says what students bring with them. They cannot bring what they learn in the
same band or a later one. And the matrix shows each strand as one line, which a step into another
strand would break.

**How to mend.** Name an outcome of the same strand in an earlier band. If two strands belong
together in class, let one lesson teach both outcomes.

**Source.** Our own rule, after the progression of the district's four stages.
"""

from collections.abc import Iterator

from builder.model.entries import Placed
from builder.model.grades import BANDS, code_band, code_strand
from builder.rules.engine import Context, Problem, rule


@rule()
def check(context: Context) -> Iterator[Problem]:
    for one in context.curriculum.placed:
        for number, target in enumerate(one.outcome.builds_on):
            if target not in context.curriculum.outcomes:
                continue
            said = _said(one, target)
            if said:
                yield Problem(one.strand, (*one.at, "builds_on", number), *said)


def _said(one: Placed, target: str) -> tuple[str, str] | None:
    if code_strand(target) != code_strand(one.outcome.code):
        message = f"{target} belongs to another strand, {code_strand(target)}"
        return message, "Name an outcome of this strand, or teach both in one lesson."
    own, other = code_band(one.outcome.code), code_band(target)
    if BANDS.index(other) < BANDS.index(own):
        return None
    when = "the same band" if other == own else f"a later band, {other}"
    return f"{target} is of {when}", f"Name an outcome of a band before {own}."
