"""A lesson is shorter or longer than lessons of its band are.

**Why.** A lesson that does not fit the period is cut by the bell, and what is cut is the exit
ticket and the talk at the end. For the youngest, time is attention.

**How to mend.** Move minutes between segments, or split the lesson in two. A lesson for a block
schedule says `block: true`. The limits stand in progression/bands; a district with other periods
changes them there, or allows some `leeway` in minutes in the settings.

**Source.** No official California length of a lesson was found. The ranges are our own, after
published lessons of Common Sense Education and aiEDU.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame, *, leeway: int = 0) -> Iterator[Problem]:
    band = frame.band(lesson.band)
    if band is None:
        return
    allowed = band.block_minutes if lesson.block else band.lesson_minutes
    if allowed is None:
        message = f"band {band.id} has no block lessons"
        yield Problem(lesson, ("block",), message, "Delete the line, or split the lesson.")
    elif not allowed.from_ - leeway <= lesson.minutes <= allowed.to + leeway:
        kind = "a block lesson" if lesson.block else "a lesson"
        message = f"the segments take {lesson.minutes} minutes"
        hint = f"In band {band.id} {kind} takes {allowed.from_} to {allowed.to} minutes."
        yield Problem(lesson, ("segments",), message, hint)
