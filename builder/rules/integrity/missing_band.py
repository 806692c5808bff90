"""A grade band has no expectations of honest work.

**Why.** Every student, from the first year on, hears in words for their age what honest work is. A
band without them leaves each teacher to make up rules of their own.

**How to mend.** Write `curriculum/integrity/<band>.yml`; the file of a neighboring band shows the
form.

**Source.** El Segundo Unified's strategy: transparency, attribution and human contribution at every
stage.
"""

from collections.abc import Iterator

from builder.model.integrity import Integrity
from builder.rules.engine import Context, Problem, rule


@rule()
def check(context: Context) -> Iterator[Problem]:
    curriculum = context.curriculum
    stand = {one.id for one in curriculum.in_use(Integrity)} | curriculum.unread(Integrity)
    for band in curriculum.bands:
        if band.id not in stand:
            message = f"band {band.id} has no expectations of honest work"
            yield Problem(band, ("id",), message, f"Write {Integrity.folder}/{band.id}.yml.")
