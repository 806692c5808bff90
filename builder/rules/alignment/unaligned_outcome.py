"""An outcome has no code of a framework that the district wants for every outcome.

**Why.** The district tells its board and its families that the curriculum follows the framework.
An outcome without a code of it stands outside that promise, and the framework's page shows a hole.

**How to mend.** Read the framework and name the code that the outcome really serves. A loose link
is worse than none: if nothing fits, put the strand into the option `exempt`.

**Source.** LACOE AI Implementation Plan: literacy guidance aligned with national frameworks. The
option `frameworks` names those asked for, at first OECD/EU AILit 2026. The strand SAF is exempt at
first, since AILit gives no competence of its own to personal data.

**Limits.** A framework that has no file here is not asked for.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.grades import code_strand
from builder.model.progression import Framework, Strand
from builder.model.references import aligned
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(
    strand: Strand, frame: Frame, *, frameworks: str = "ailit26", exempt: str = "SAF"
) -> Iterator[Problem]:
    asked = [id for id in frameworks.replace(",", " ").split() if id in frame.all(Framework)]
    spared = exempt.replace(",", " ").split()
    for number, outcome in enumerate(strand.outcomes):
        if outcome.status != "active" or code_strand(outcome.code) in spared:
            continue
        named = {aligned(one).framework for one in outcome.alignments}
        for id in asked:
            if id not in named:
                message = f"{outcome.code} has no code of the framework “{id}”"
                hint = f"Add the code that fits best, such as “{id}:{_example(frame, id)}”."
                yield Problem(strand, ("outcomes", number, "alignments"), message, hint)


def _example(frame: Frame, id: str) -> str:
    framework = frame.all(Framework)[id]
    return framework.codes[0].code + "".join(f"@{one}" for one in [*(framework.bands or ())][:1])
