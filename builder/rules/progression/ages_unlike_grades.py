"""The typical ages of a band are not those of its grades.

**Why.** Age rules of tools are compared with the ages of a band, and families read them. One year
too many lets twelve-year-olds meet a tool whose terms ask for thirteen.

**How to mend.** Count from the law: on 1 September a child in TK is 4, in kindergarten 5, in grade
n five years more than n. `from` is the age in the lowest grade, `to` one year more than the age in
the highest, since children have a birthday during the school year.

**Source.** California Education Code 48000 for TK and kindergarten; the grades after them are
counted on.

**Limits.** Students who started early or repeat a grade are older or younger; these are the typical
ages.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.grades import GRADES, Band
from builder.rules.engine import Frame, Problem, rule

YOUNGEST = 4
"""The age in TK on 1 September; each grade after it is one year more."""


@rule(Severity.WARNING)
def check(band: Band, frame: Frame) -> Iterator[Problem]:
    if not band.grades or band.typical_ages.from_ > band.typical_ages.to:
        return
    ages = [YOUNGEST + GRADES.index(grade) for grade in band.grades]
    from_, to = min(ages), max(ages) + 1
    told = band.typical_ages
    if (told.from_, told.to) != (from_, to):
        message = f"the typical ages are {told.from_} to {told.to}"
        hint = f"From the grades of the band they follow as {from_} to {to}."
        yield Problem(band, ("typical_ages",), message, hint)
