"""A lesson writes out a handout that none of its materials names.

**Why.** Teachers print what the list of materials tells them to. A sheet that is not on the list
stays in the file, and students sit without it.

**How to mend.** Add a line to `materials` with `handout:` and the id of the sheet, and say how many
copies it needs; or delete the sheet.

**Source.** Our own rule: a substitute teacher can teach the lesson from its page tomorrow.

**Limits.** Workshops have no list of materials, so their handouts are not looked at.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    listed = {material.handout for material in lesson.materials}
    for number, handout in enumerate(lesson.handouts):
        if handout.id not in listed:
            at = ("handouts", number, "id")
            message = f"no material names the handout “{handout.id}”"
            yield Problem(lesson, at, message, f"Add a material with `handout: {handout.id}`.")
