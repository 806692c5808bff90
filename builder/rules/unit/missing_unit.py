"""A strand has lessons in a grade band, and no unit that puts them in order.

**Why.** A teacher who takes up a strand wants to know where to begin and how long it takes.

**How to mend.** `curriculum new unit ID --band 3-5` writes a starter. Name the lessons in order,
with their pacing.

**Source.** Our own rule: a unit for each band and strand.

**Limits.** Quiet in a district that has no units at all, where a strand has fewer than two lessons
in a band, and while a unit cannot be read.
"""

from collections import Counter
from collections.abc import Iterator

from builder.finding import Severity
from builder.model.grades import code_band
from builder.model.progression import Strand
from builder.model.unit import Unit
from builder.rules.engine import Context, Problem, rule


@rule(Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    units = context.curriculum.in_use(Unit)
    if not units or context.curriculum.unread(Unit):
        return
    there = {(unit.strand, unit.band) for unit in units}
    for strand in context.curriculum.in_use(Strand):
        lessons = {
            (code_band(one.code), lesson.id)
            for one in strand.outcomes
            for lesson in context.curriculum.taught.get(one.code, ())
        }
        for band, number in sorted(Counter(band for band, _ in lessons).items()):
            if number > 1 and (strand.id, band) not in there:
                message = f"no unit puts the {number} lessons of band {band} in order"
                yield Problem(strand, ("id",), message, "Write a unit for them.")
