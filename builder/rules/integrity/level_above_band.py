"""An AI-use level is higher than the grade band allows.

**Why.** The level tells students and families how much AI may do. Each band has a highest level
that the whole district relies on; a lesson above it, or an expectation that names another maximum,
breaks that promise.

**How to mend.** Lower `ai_use_level` in the lesson and change the task with it. If the expectation
differs from the band, make `maximum_level` equal to `maximum_ai_use_level` in progression/bands.

**Source.** Our own limits: TK–2 0, grades 3–5 2, grades 6–8 3, grades 9–12 4. The scale follows the
AI Assessment Scale of Perkins, Roe and Furze (2024), whose levels 1 to 5 are our 0 to 4.
"""

from collections.abc import Iterator

from builder.model.grades import Band
from builder.model.integrity import Integrity
from builder.model.lesson import Lesson
from builder.rules.engine import Context, Problem, rule


@rule()
def check(context: Context) -> Iterator[Problem]:
    bands = context.curriculum.all(Band)
    for lesson in context.curriculum.in_use(Lesson):
        band = bands.get(lesson.band)
        if band and lesson.ai_use_level > band.maximum_ai_use_level:
            message = f"AI-use level {lesson.ai_use_level} is above the highest of band {band.id}"
            hint = f"Students of this band work at level {band.maximum_ai_use_level} at most."
            yield Problem(lesson, ("ai_use_level",), message, hint)
    for integrity in context.curriculum.in_use(Integrity):
        band = bands.get(integrity.id)
        if band and integrity.maximum_level != band.maximum_ai_use_level:
            message = f"the highest level of band {band.id} is {band.maximum_ai_use_level}"
            hint = "Write that number, and the levels up to it."
            yield Problem(integrity, ("maximum_level",), message, hint)
