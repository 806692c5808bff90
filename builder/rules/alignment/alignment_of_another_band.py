"""An outcome is aligned to a framework's code for another grade band.

**Why.** Some frameworks repeat each code in every band with other words. `3-A-i@9-12` on an outcome
for grades 3–5 claims that nine-year-olds do what the framework asks of high school students.

**How to mend.** Write the framework's band that goes with the outcome's; the remedy names it. If
the statement of that band does not fit the outcome, take the alignment out.

**Source.** AI4K12 Five Big Ideas, which states each concept anew for K–2, 3–5, 6–8 and 9–12.

**Limits.** Only frameworks whose file has `bands` are looked at. A band that is part of the code
itself, as in the California standard `K-2.DA.8`, is not seen.
"""

from collections.abc import Iterator, Mapping

from builder.model.grades import code_band
from builder.model.progression import Framework, Strand
from builder.model.references import Aligned, aligned
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(strand: Strand, frame: Frame) -> Iterator[Problem]:
    frameworks = frame.all(Framework)
    for number, outcome in enumerate(strand.outcomes):
        own = code_band(outcome.code)
        for place, alignment in enumerate(outcome.alignments):
            one = aligned(alignment)
            bands = frameworks[one.framework].bands if one.framework in frameworks else None
            if bands and own not in bands.get(one.band, own) and outcome.status == "active":
                at = ("outcomes", number, "alignments", place)
                message = f"“{alignment}” is a code for another band than {own}"
                yield Problem(strand, at, message, _hint(one, own, bands))


def _hint(one: Aligned, own: str, bands: Mapping[str, tuple[str, ...]]) -> str:
    theirs = [name for name, ours in bands.items() if own in ours]
    if not theirs:
        return f"The framework has no band for {own}: take the alignment out."
    return f"Write “{one.framework}:{one.code}@{theirs[0]}”, if that statement fits."
