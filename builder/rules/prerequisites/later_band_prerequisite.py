"""A lesson asks for a lesson that comes in a later grade band.

**Why.** Students reach the later band after this lesson, so the prerequisite cannot have been
taught.

**How to mend.** Name a lesson of the same band or an earlier one, move what is needed into this
lesson, or take the prerequisite out.

**Source.** Our own rule: understanding grows from TK to grade 12, as the district's four stages do.

**Limits.** Within a band the order of grades is not compared; bands are taught in any order of
lessons that fits the school.
"""

from collections.abc import Iterator

from builder.model.grades import BANDS
from builder.model.lesson import Lesson
from builder.rules.engine import Context, Problem, rule


@rule()
def check(context: Context) -> Iterator[Problem]:
    lessons = context.curriculum.all(Lesson)
    for lesson in context.curriculum.in_use(Lesson):
        for number, target in enumerate(lesson.prerequisites):
            before = lessons.get(target)
            if before and BANDS.index(before.band) > BANDS.index(lesson.band):
                message = f"“{target}” is taught in band {before.band}, after this lesson"
                hint = f"Name a lesson of band {lesson.band} or earlier, or take this out."
                yield Problem(lesson, ("prerequisites", number), message, hint)
