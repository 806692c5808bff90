"""A sentence for TK to grade 1 is longer than a child can follow by ear.

**Why.** These children do not read yet: somebody reads to them. After eight words or so they hold
the end of the sentence and have lost its beginning, and then they do the wrong step.

**How to mend.** One action in each sentence, the verb first: “Find the card. Hold it up.” A
district sets another limit with `most`, in words.

**Source.** Our own rule. The Common Core supplement on text complexity gives no range below grade
2, so no formula is used here: eight words in a sentence that is read aloud.

**Limits.** Looks at objectives, student steps and student sheets of lessons that begin in TK,
kindergarten or grade 1. The question, the exit ticket and the reflection are left out: the teacher
asks them and says them again in other words.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.readability import sentences
from builder.reading import beginning, read_by
from builder.rules.engine import Frame, Problem, rule, within

BY_EAR = ("TK", "K", "1")
PARTS = ("objectives", "student_steps", "handouts")


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame, *, most: int = 8) -> Iterator[Problem]:
    if lesson.grades[0] not in BY_EAR:
        return
    for passage in read_by("students", lesson, frame.passages(lesson)):
        if passage.address.partition("/")[0] in PARTS:
            for one in sentences(passage.words):
                if len(one.words) > most:
                    message = f"this sentence for the youngest has {len(one.words)} words"
                    hint = f"Say it in sentences of at most {most} words, the action first."
                    yield within(lesson, passage, message, hint, beginning(one))
