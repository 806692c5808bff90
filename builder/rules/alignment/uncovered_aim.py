"""A grade band has no outcome that serves one of the aims of the graduate profile.

**Why.** The profile says whom the district wants to see graduate, and that every band works on
every aim. An aim that rests for three or more years is a promise to families that is not kept.

**How to mend.** Look at the outcomes of the band: one of them may serve the aim already and lack
only its name under `graduate_profile`. If none does, write one.

**Source.** El Segundo Unified's strategy, whose graduate profile has four aims; that each band
serves each of them is our own rule.

**Limits.** A band without outcomes is left to the rule empty-cell. Quiet while a strand cannot be
read.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.grades import code_band
from builder.model.progression import GraduateProfile, Strand
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(profile: GraduateProfile, frame: Frame) -> Iterator[Problem]:
    if frame.unread(Strand):
        return
    served: dict[str, set[str]] = {}
    for one in frame.placed:
        if one.in_use:
            aims = served.setdefault(code_band(one.outcome.code), set())
            aims.update(one.outcome.graduate_profile)
    for number, aim in enumerate(profile.aims):
        for band in frame.bands:
            if aim.id not in served.get(band.id, {aim.id}):
                message = f"no outcome of band {band.id} serves the aim “{aim.id}”"
                code = band.id.upper()
                hint = (
                    f"Name it under `graduate_profile` of an outcome whose code begins with {code}."
                )
                yield Problem(profile, ("aims", number, "id"), message, hint)
