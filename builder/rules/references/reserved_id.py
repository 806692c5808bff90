"""A lesson has an id that is the address of another page.

**Why.** A lesson stands at `lessons/` and its id. The page of essential questions stands there too,
under `questions`; two pages at one address cannot both be read.

**How to mend.** Give the lesson another id, before anything has been printed.

**Source.** Our own rule: an address leads to one page.
"""

from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule

RESERVED = ("questions",)


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    if lesson.id in RESERVED:
        message = f"“{lesson.id}” is the address of another page"
        yield Problem(lesson, ("id",), message, "Give the lesson another id.")
