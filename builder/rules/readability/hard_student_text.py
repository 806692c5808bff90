"""What students read is harder than their grades read with ease.

**Why.** Instructions that are hard to read test reading, not the lesson. Students who still learn
English meet them first. So what students read sits below the texts they study.

**How to mend.** The finding points at the hardest passage. Make two sentences of a long one, put
the action first, and take the everyday word. A word of the glossary may stay: students have learned
it, and it counts as easy here. A district sets other grades with `limits`, such as “3-5 6, 6-8 9”;
a band that is not named there has none.

**Source.** Flesch–Kincaid grade: 0.39 × words per sentence + 11.8 × syllables per word − 15.59. The
limits are our own: 5.5 for grades 3–5, 8 for grades 6–8, 10.5 for grades 9–12, low in the ranges of
the Common Core supplement on text complexity, or below them.

**Limits.** Looks at the whole of a document, from a hundred words on, and never at TK–2, whose
youngest do not read yet. Titles, tables and boxes to tick do not count. The syllables are counted
by rules, which err in about one word of a hundred. A formula sees length, not sense: a short text
can still be unclear.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.grades import BANDS
from builder.model.integrity import Integrity
from builder.model.lesson import Lesson
from builder.model.program import Program
from builder.model.register import Term
from builder.reading import grades, hardest, measured, read_by, remedy, taught
from builder.rules.engine import Frame, Problem, rule, within

LIMITS = "3-5 5.5, 6-8 8, 9-12 10.5"


@rule(Severity.WARNING)
def check(
    document: Lesson | Program | Integrity, frame: Frame, *, limits: str = LIMITS
) -> Iterator[Problem]:
    limit = grades(limits).get(_band(document))
    passages = read_by("students", document, frame.passages(document))
    if limit is None or not passages:
        return
    found = measured(passages, "en", taught(frame.all(Term)))
    if found and found.grade is not None and round(found.grade, 1) > limit:
        passage = hardest(passages, "en")
        message = f"what students read here is at grade {found.grade:.1f}, above {limit:g}"
        yield within(document, passage, message, remedy(passage, "en"))


def _band(document: Lesson | Program | Integrity) -> str:
    """The band by whose limit it goes: of several the youngest."""
    if isinstance(document, Program):
        return min(document.bands, key=BANDS.index)
    return document.band if isinstance(document, Lesson) else document.id
