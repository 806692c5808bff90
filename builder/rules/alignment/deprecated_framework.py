"""An outcome is aligned to a framework that is marked as deprecated.

**Why.** Frameworks are revised, and codes of an old edition can mean something else in the new one,
or nothing. A teacher who follows the link reads a page that its publisher has replaced.

**How to mend.** Name the code of the current edition that comes nearest, after reading it: the
numbers seldom stay the same. Then take the old one out.

**Source.** Our own rule, after OECD/EU AILit 2026, whose final edition has another fourth domain
and fewer competences than the draft of 2025.

**Limits.** Whether a framework is out of date, only its `status` says. Retired outcomes are left
alone.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.progression import Framework, Strand
from builder.model.references import aligned
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(strand: Strand, frame: Frame) -> Iterator[Problem]:
    old = {one.id for one in frame.all(Framework).values() if one.status == "deprecated"}
    if not old:
        return
    for number, outcome in enumerate(strand.outcomes):
        for place, alignment in enumerate(outcome.alignments):
            framework = aligned(alignment).framework
            if framework in old and outcome.status == "active":
                at = ("outcomes", number, "alignments", place)
                message = f"the framework “{framework}” is deprecated"
                hint = "Name the code of the current edition that comes nearest instead."
                yield Problem(strand, at, message, hint)
