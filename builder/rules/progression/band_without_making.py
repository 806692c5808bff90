"""In one grade band students only look at AI and never make anything.

**Why.** Students are meant to become designers and not only users who judge what others made. A
band whose every outcome says “name”, “explain” or “compare” gives them nothing to build.

**How to mend.** Let one outcome of the band begin with what students make: train a sorter, design a
test, write a rule, build a small model. On paper counts.

**Source.** Lynwood Unified's account of its AI work: students as designers and ethical users, not
passive consumers. The option `verbs` lists the words that count as making.

**Limits.** It looks for such a verb after “I can”, “and” or a comma, so “machines that sort and
make predictions” passes too. A band without outcomes is left to the rule empty-cell. Quiet while a
strand cannot be read.
"""

import re
from collections.abc import Iterator
from functools import cache

from builder.finding import Severity
from builder.model.grades import Band, code_band
from builder.model.progression import Strand
from builder.rules.engine import Frame, Problem, rule

# Verbs of the six producing outcomes in the district's skeleton, and their nearest neighbors.
VERBS = (
    "build code compose create design develop draft draw film improve invent make model plan "
    "produce program propose prototype publish record revise train write"
)


@rule(Severity.WARNING)
def check(band: Band, frame: Frame, *, verbs: str = VERBS) -> Iterator[Problem]:
    if frame.unread(Strand):
        return
    own = [
        one.outcome.text.shown
        for one in frame.placed
        if one.in_use and code_band(one.outcome.code) == band.id
    ]
    if own and not any(_making(verbs).search(words) for words in own):
        message = f"in none of the {len(own)} outcomes of band {band.id} do students make something"
        hint = "Let one of them begin with “I can build …”, “I can design …” or “I can write …”."
        yield Problem(band, ("id",), message, hint)


@cache
def _making(verbs: str) -> re.Pattern[str]:
    listed = "|".join(re.escape(one) for one in verbs.replace(",", " ").split())
    return re.compile(rf"(?:\b(?:can|help|and|or|then|to)|,) (?:{listed or '(?!)'})\b", re.I)
