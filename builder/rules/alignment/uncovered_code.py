"""No outcome meets this code of a framework that the district wants covered.

**Why.** The district says that its curriculum covers the framework. A code that no outcome meets is
a part of it that no student is promised.

**How to mend.** Look for an outcome that serves the code already and lacks only the alignment. If
there is none, write one, or say in the framework's `note` that the code is left out, and why.

**Source.** OECD/EU AILit 2026 with its nineteen competences; that each is met at least once is our
own rule. The option `frameworks` names the frameworks that are to be covered.

**Limits.** Once in any band is enough. Whether the outcome really serves the code, only a reader
can say. Quiet while a strand cannot be read.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.progression import Framework, Strand
from builder.model.references import aligned
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(framework: Framework, frame: Frame, *, frameworks: str = "ailit26") -> Iterator[Problem]:
    if framework.id not in frameworks.replace(",", " ").split() or frame.unread(Strand):
        return
    named = [
        aligned(alignment)
        for one in frame.placed
        if one.in_use
        for alignment in one.outcome.alignments
    ]
    met = {one.code for one in named if one.framework == framework.id}
    for number, one in enumerate(framework.codes):
        if named and one.code not in met:
            message = f"no outcome meets “{one.code}”"
            hint = f"Name “{framework.id}:{one.code}” where an outcome serves it, or write one."
            yield Problem(framework, ("codes", number, "code"), message, hint)
