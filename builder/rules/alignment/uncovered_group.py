"""A grade band meets no code from one part of a framework that the district wants covered.

**Why.** A framework's domains are meant to grow together. If one of them is left out for three or
more years, students practice, for instance, how to use AI and never whether to use it.

**How to mend.** Look at the outcomes of the band: one of them may serve a code of this part
already, and only the alignment is missing. If none does, write one.

**Source.** OECD/EU AILit 2026 with its four domains; that each band meets each of them is our own
rule. The option `frameworks` names the frameworks asked for.

**Limits.** One code is enough. A band without outcomes is left to the rule empty-cell. Quiet while
a strand cannot be read.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.grades import code_band
from builder.model.progression import Framework, Strand
from builder.model.references import aligned
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(framework: Framework, frame: Frame, *, frameworks: str = "ailit26") -> Iterator[Problem]:
    if framework.id not in frameworks.replace(",", " ").split() or frame.unread(Strand):
        return
    groups = {one.code: one.group for one in framework.codes}
    met: dict[str, set[str]] = {}
    for one in frame.placed:
        if one.in_use:
            named = [aligned(alignment) for alignment in one.outcome.alignments]
            codes = {groups.get(each.code, "") for each in named if each.framework == framework.id}
            met.setdefault(code_band(one.outcome.code), set()).update(codes)
    for number, group in enumerate(framework.groups):
        for band in frame.bands:
            if group.id in groups.values() and group.id not in met.get(band.id, {group.id}):
                message = f"no outcome of band {band.id} meets a code of “{group.title}”"
                hint = f"Align an outcome whose code begins with {band.id.upper()} to one of them."
                yield Problem(framework, ("groups", number, "id"), message, hint)
