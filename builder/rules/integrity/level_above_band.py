"""An AI-use level is higher than the grade band allows.

**Why.** The level tells students and families how much AI may do. Each band has a highest level
that the whole district relies on; a lesson or a session above it, or an expectation that names
another maximum, breaks that promise.

**How to mend.** Lower `ai_use_level` and change the task with it. A program for several bands keeps
to the lowest of their limits. If the expectation differs from the band, make `maximum_level` equal
to `maximum_ai_use_level` in progression/bands.

**Source.** Our own limits: TK–2 0, grades 3–5 2, grades 6–8 3, grades 9–12 4. The scale follows the
AI Assessment Scale of Perkins, Roe and Furze (2024), whose levels 1 to 5 are our 0 to 4.
"""

from collections.abc import Iterator

from builder.model.grades import BandId
from builder.model.integrity import Integrity
from builder.model.lesson import Lesson
from builder.model.program import Program
from builder.rules.engine import Frame, Problem, rule
from builder.source import Loc


@rule()
def check(document: Lesson | Program | Integrity, frame: Frame) -> Iterator[Problem]:
    if isinstance(document, Program):
        for number, session in enumerate(document.sessions):
            at = ("sessions", number, "ai_use_level")
            yield from _above(document, session.ai_use_level, at, document.bands, frame)
    elif isinstance(document, Lesson):
        level = document.ai_use_level
        yield from _above(document, level, ("ai_use_level",), (document.band,), frame)
    elif (band := frame.band(document.id)) and document.maximum_level != band.maximum_ai_use_level:
        message = f"the highest level of band {band.id} is {band.maximum_ai_use_level}"
        hint = "Write that number, and the levels up to it."
        yield Problem(document, ("maximum_level",), message, hint)


def _above(
    document: Lesson | Program, level: int, at: Loc, bands: tuple[BandId, ...], frame: Frame
) -> Iterator[Problem]:
    limits = [(band.maximum_ai_use_level, band.id) for id in bands if (band := frame.band(id))]
    most, lowest = min(limits, default=(level, ""))
    if level > most:
        message = f"AI-use level {level} is above the highest of band {lowest}"
        hint = f"Students of this band work at level {most} at most."
        yield Problem(document, at, message, hint)
