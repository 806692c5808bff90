"""A lesson lists grades of another band than its folder.

**Why.** The folder, the limits on time and AI use and the list on the site all go by the band. A
lesson for grades 5 and 6 would break the promises of one of its two bands.

**How to mend.** Take out the grades of the other band, or move the file to the folder of the band
it is for. For two bands write two lessons: what fits grade 5 seldom fits grade 6.

**Source.** The bands are those of AI4K12 and the California Computer Science Standards, with TK
added; one band for a lesson is our own rule.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from builder.model.grades import BANDS, Grade, grade_band
from builder.model.lesson import Lesson
from builder.rules.engine import Context, Problem, rule


@rule()
def check(context: Context) -> Iterator[Problem]:
    for lesson in context.curriculum.in_use(Lesson):
        folder = PurePosixPath(context.curriculum.source_of(lesson).path).parent.name
        outside = [grade for grade in lesson.grades if grade_band(grade) != folder]
        if folder not in BANDS:
            message = f"the folder “{folder}” is not a grade band"
            hint = f"Move the file to {_home(lesson, lesson.grades[0])}."
            yield Problem(lesson, ("grades",), message, hint)
        elif outside:
            at = ("grades", lesson.grades.index(outside[0]))
            message = f"{_named(outside)} not of band {folder}, the folder of this lesson"
            hint = f"Take that out, or move the file to {_home(lesson, outside[0])}."
            yield Problem(lesson, at, message, hint)


def _named(grades: list[Grade]) -> str:
    return f"grade {grades[0]} is" if len(grades) == 1 else f"grades {', '.join(grades)} are"


def _home(lesson: Lesson, grade: Grade) -> str:
    return f"{lesson.folder}/{grade_band(grade)}/"
