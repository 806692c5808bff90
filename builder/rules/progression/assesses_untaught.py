"""A lesson assesses an outcome that it does not teach.

**Why.** An exit ticket on something that was not taught tests what students brought from home.

**How to mend.** Add the outcome to `teaches` if the lesson teaches it, or take it out of
`assesses`.

**Source.** Our own rule: the exit ticket shows the outcome and nothing else.
"""

from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    for number, code in enumerate(lesson.assesses):
        if code not in lesson.teaches:
            message = f"the lesson assesses {code} and does not teach it"
            hint = "Add it to `teaches`, or take it out here."
            yield Problem(lesson, ("assesses", number), message, hint)
