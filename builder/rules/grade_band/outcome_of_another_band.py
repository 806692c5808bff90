"""A lesson teaches or assesses an outcome of another grade band.

**Why.** An outcome is worded for the students of its band. Taught earlier it asks too much, taught
later too little, and the matrix shows it as covered where it is not.

**How to mend.** Name the outcome of the lesson's own band in the same strand. To come back to
something from an earlier band, use `prerequisites`.

**Source.** Our own rule, after the four developmental stages of El Segundo Unified's strategy.
"""

from collections.abc import Iterator

from builder.model.grades import code_band
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    for field, codes in (("teaches", lesson.teaches), ("assesses", lesson.assesses)):
        for number, code in enumerate(codes):
            if code_band(code) != lesson.band:
                message = f"{code} is an outcome of band {code_band(code)}, not {lesson.band}"
                hint = f"Name an outcome whose code begins with {lesson.band.upper()}."
                yield Problem(lesson, (field, number), message, hint)
