"""The grades leave one out, or do not stand in order.

**Why.** “Grades 3, 5” reads like a slip, and a teacher of grade 4 passes the lesson by. The first
grade also tells the builder the band, so the list must begin with the lowest.

**How to mend.** Write every grade from the lowest to the highest, each once: `[3, 4, 5]`. If a
lesson really skips a grade, two lessons are clearer.

**Source.** Our own rule; the order TK, K, 1 … 12 follows California Education Code 48000.

**Limits.** Only the first slip in a list is reported.
"""

from collections.abc import Iterator
from itertools import pairwise

from builder.model.grades import GRADES, Band, Grade
from builder.model.lesson import Lesson
from builder.rules.engine import Context, Problem, rule


@rule()
def check(context: Context) -> Iterator[Problem]:
    curriculum = context.curriculum
    documents: tuple[Band | Lesson, ...] = (*curriculum.in_use(Band), *curriculum.in_use(Lesson))
    for document in documents:
        for number, (before, grade) in enumerate(pairwise(document.grades), start=1):
            step = GRADES.index(grade) - GRADES.index(before)
            if step != 1:
                hint = f"Write {_written(document.grades)}, if no grade is meant to be left out."
                yield Problem(document, ("grades", number), _message(before, grade, step), hint)
                break


def _message(before: Grade, grade: Grade, step: int) -> str:
    if step > 1:
        return f"between grade {before} and grade {grade} a grade is left out"
    return f"grade {grade} stands {'twice' if step == 0 else f'after grade {before}'}"


def _written(grades: tuple[Grade, ...]) -> str:
    places = [GRADES.index(grade) for grade in grades]
    return f"[{', '.join(GRADES[min(places) : max(places) + 1])}]"
