"""A grade band learns to use AI and has no outcome on honest work or safety beside it.

**Why.** What students may do grows together with what they answer for. A band that practices
requests and projects with AI, and never whose work it is or what must stay private, teaches half.

**How to mend.** Write an outcome for the same band in a strand on honest work or on safety. A
district whose strands have other letters names them in the options `uses` and `safeguards`.

**Source.** El Segundo Unified's strategy: understanding grows together with responsibility.

**Limits.** One such outcome for the band is enough. Whether lessons teach it, the rule
untaught-outcome asks. Quiet while a strand cannot be read.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.grades import code_band, code_strand
from builder.model.progression import Strand
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(
    strand: Strand, frame: Frame, *, uses: str = "USE", safeguards: str = "INT SAF"
) -> Iterator[Problem]:
    if strand.code not in uses.replace(",", " ").split() or frame.unread(Strand):
        return
    guards = safeguards.replace(",", " ").split()
    codes = [one.outcome.code for one in frame.placed if one.in_use]
    told = {code_band(code) for code in codes if code_strand(code) in guards}
    for number, outcome in enumerate(strand.outcomes):
        band = code_band(outcome.code)
        if outcome.status == "active" and band not in told:
            told.add(band)
            message = f"band {band} uses AI and has no outcome on honest work or safety"
            hint = f"Add an outcome for the band in a strand such as {' or '.join(guards)}."
            yield Problem(strand, ("outcomes", number, "code"), message, hint)
