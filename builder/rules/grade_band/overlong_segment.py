"""One segment takes more minutes than students of the band stay with one thing.

**Why.** Attention is shorter than a lesson. A change of activity, of partner or of place brings it
back; the youngest need one every few minutes.

**How to mend.** Split the segment where students could talk, move or show what they have. The most
minutes for each band stand in progression/bands as `longest_segment`.

**Source.** Our own numbers: 10 minutes in TK–2, 15 in grades 3–5, 20 in grades 6–8, 25 in grades
9–12. No official number was found.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    band = frame.band(lesson.band)
    for number, segment in enumerate(lesson.segments):
        if band and segment.minutes > band.longest_segment:
            at = ("segments", number, "minutes")
            message = f"the segment “{segment.id}” takes {segment.minutes} minutes"
            hint = f"Split it: in band {band.id} a segment takes {band.longest_segment} at most."
            yield Problem(lesson, at, message, hint)
