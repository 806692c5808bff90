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

from builder.model.integrity import Integrity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(document: Lesson | Integrity, frame: Frame) -> Iterator[Problem]:
    band = frame.band(document.band if isinstance(document, Lesson) else document.id)
    if band is None:
        return
    most = band.maximum_ai_use_level
    if isinstance(document, Lesson) and document.ai_use_level > most:
        message = f"AI-use level {document.ai_use_level} is above the highest of band {band.id}"
        hint = f"Students of this band work at level {most} at most."
        yield Problem(document, ("ai_use_level",), message, hint)
    if isinstance(document, Integrity) and document.maximum_level != most:
        message = f"the highest level of band {band.id} is {most}"
        hint = "Write that number, and the levels up to it."
        yield Problem(document, ("maximum_level",), message, hint)
