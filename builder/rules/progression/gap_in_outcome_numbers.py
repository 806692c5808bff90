"""The outcomes of a strand and band skip a number.

**Why.** A code is an address for ever: in links, in printed plans, in other people's platforms. A
number that is missing was either taken away without a trace, or will be given to something else.

**How to mend.** If the outcome once stood here, bring it back with `status: retired` and
`replaced_by`. If it was never published, number the ones after it anew.

**Source.** Our own rule: codes are never used again, and what is retired stays readable.

**Limits.** It cannot see that the last number was taken away.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.grades import code_strand
from builder.model.progression import Strand
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(strand: Strand, frame: Frame) -> Iterator[Problem]:
    own = [one.code for one in strand.outcomes if code_strand(one.code) == strand.code]
    for number, outcome in enumerate(strand.outcomes):
        before, _, last = outcome.code.rpartition(".")
        previous = f"{before}.{int(last) - 1}"
        if outcome.code in own and last != "1" and previous not in own:
            message = f"{outcome.code} stands here, and {previous} is missing"
            hint = "Bring it back with `status: retired`, or number anew what was never published."
            yield Problem(strand, ("outcomes", number, "code"), message, hint)
