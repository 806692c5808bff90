"""The limits of a grade band contradict each other.

**Why.** Lessons are measured against these limits, and families are told the ages. If the shortest
lesson is longer than the longest, or a segment longer than the whole, no lesson can be right.

**How to mend.** Correct the number that was mistyped. In a range, `from` is the smaller one; the
longest segment fits into the longest lesson.

**Source.** Our own limits and grade bands, after published lessons of Common Sense Education and
aiEDU.

**Limits.** Whether a limit suits the children, it cannot say. That the expectations of honest work
name the same highest level is left to the rule level-above-band.
"""

from collections.abc import Iterator

from builder.model.grades import Band, grade_band
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(band: Band, frame: Frame) -> Iterator[Problem]:
    for field in ("typical_ages", "lesson_minutes", "block_minutes"):
        limits = getattr(band, field)
        if limits and limits.from_ > limits.to:
            message = f"the range begins at {limits.from_} and ends at {limits.to}"
            yield Problem(band, (field,), message, "Write the smaller number under `from`.")
    longest = max(band.lesson_minutes.from_, band.lesson_minutes.to)
    if not 0 < band.longest_segment <= longest:
        message = f"the longest segment takes {band.longest_segment} minutes"
        hint = f"Write a number from 1 to {longest}, the minutes of the longest lesson."
        yield Problem(band, ("longest_segment",), message, hint)
    for number, grade in enumerate(band.grades):
        if grade_band(grade) != band.id:
            message = f"grade {grade} belongs to band {grade_band(grade)}, not to {band.id}"
            yield Problem(band, ("grades", number), message, "Move it to that band’s file.")
