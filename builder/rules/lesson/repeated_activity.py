"""Two lessons have a long sentence of their segments in common.

**Why.** Students who meet the same activity twice have learned it the first time. Copied sentences
are also how a card of the other lesson, or a wrong number, gets into this one.

**How to mend.** Write the activity for the idea of this lesson. If both really need the same
routine, name it in a few words and let the earlier lesson explain it.

**Source.** Our own rule: no lesson could be mistaken for another one of the set.

**Limits.** Only sentences of `fewest` words or more that agree word for word are seen; the same
activity in other words is not. Each lesson is named once for every earlier lesson, with its first
common sentence.
"""

import re
from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Context, Problem, rule

SENTENCE = re.compile(r"[^.!?\n]+")
WORDS = re.compile(r"[^\W_]+")


@rule(Severity.WARNING)
def check(context: Context, *, fewest: int = 12) -> Iterator[Problem]:
    first: dict[int, Lesson] = {}
    for lesson in context.curriculum.in_use(Lesson):
        own: set[str] = set()
        for number, field, sentence in _sentences(lesson, 2 * fewest):
            words = WORDS.findall(sentence.lower())
            if len(words) < fewest:
                continue
            other = first.setdefault(hash(" ".join(words)), lesson)
            if other is not lesson and other.id not in own:
                own.add(other.id)
                message = f"this sentence also stands in the lesson “{other.title}”"
                hint = (
                    "Write the activity for the idea of this lesson, or name the routine shortly."
                )
                at = ("segments", number, field)
                yield Problem(lesson, at, message, hint, quote=" ".join(sentence.split()))


def _sentences(lesson: Lesson, shortest: int) -> Iterator[tuple[int, str, str]]:
    """The sentences of the segments that may be long enough, each with its place."""
    for number, segment in enumerate(lesson.segments):
        for field, passage in (("teacher", segment.teacher), ("students", segment.students)):
            for sentence in SENTENCE.findall(passage.words):
                if len(sentence) > shortest:
                    yield number, field, sentence.strip(" >*_“”")
