"""Courses or chapters are not counted from 1 on without a gap.

**Why.** Teachers take the courses in order, and each builds on the one before. Two with the same
number, or a number that is missing, leave nobody sure which comes first.

**How to mend.** Write the number that the remedy names as `order`, and look at the others once
more. A course or a chapter that is taken away is retired, and the later ones move up.

**Source.** A K-12 strategic plan for AI with three courses in order. Chapters of the handbook are
counted in each of its two parts.

**Limits.** Quiet while a course or a chapter cannot be read.
"""

from collections.abc import Iterator, Sequence

from builder.model.educators import Chapter, Course
from builder.rules.engine import Context, Problem, rule


@rule()
def check(context: Context) -> Iterator[Problem]:
    curriculum = context.curriculum
    if curriculum.unread(Course) or curriculum.unread(Chapter):
        return
    chapters = curriculum.in_use(Chapter)
    yield from _gap(curriculum.in_use(Course))
    yield from _gap([one for one in chapters if one.part == "teaching"])
    yield from _gap([one for one in chapters if one.part == "district"])


def _gap(row: Sequence[Course | Chapter]) -> Iterator[Problem]:
    """The first of a row whose number is not its place."""
    for number, one in enumerate(sorted(row, key=lambda one: one.order), start=1):
        if one.order != number:
            message = f"this is number {number} of its row, and says {one.order}"
            yield Problem(one, ("order",), message, f"Write {number}, or look at the others.")
            return
