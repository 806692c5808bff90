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

import hashlib
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Gathered, Problem, rule

SENTENCE = late.pattern(r"[^.!?\n]+")
WORDS = late.pattern(r"[^\W_]+")


FEWEST = 10  # words of a sentence that is noted; `check` asks for more


def gather(lesson: Lesson, frame: Frame) -> Iterator[str]:
    """The sentences of the segments, each in a few letters."""
    for _, _, sentence in _sentences(lesson, FEWEST):
        yield _short(sentence)


@rule(Severity.WARNING)
def check(gathered: Gathered, frame: Frame, *, fewest: int = 12) -> Iterator[Problem]:
    first: dict[str, Document] = {}
    for lesson, notes in gathered.notes:
        others = {note: first.setdefault(note, lesson) for note in notes}
        repeated = {note: other for note, other in others.items() if other is not lesson}
        if repeated and isinstance(lesson, Lesson):
            yield from _told(lesson, repeated, fewest)


def _told(lesson: Lesson, repeated: dict[str, Document], fewest: int) -> Iterator[Problem]:
    """One finding for each lesson that has a sentence of this one."""
    own: set[str] = set()
    for number, field, sentence in _sentences(lesson, fewest):
        other = repeated.get(_short(sentence))
        if other is not None and other.id not in own:
            own.add(other.id)
            message = f"this sentence also stands in the lesson “{other.name}”"
            hint = "Write the activity for the idea of this lesson, or name the routine shortly."
            at = ("segments", number, field)
            yield Problem(lesson, at, message, hint, quote=" ".join(sentence.split()))


def _short(sentence: str) -> str:
    """A sentence's words in a few letters."""
    words = " ".join(WORDS.findall(sentence.lower()))
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def _sentences(lesson: Lesson, fewest: int) -> Iterator[tuple[int, str, str]]:
    """The sentences of the segments with that many words, each with its place."""
    for number, segment in enumerate(lesson.segments):
        for field, passage in (("teacher", segment.teacher), ("students", segment.students)):
            for sentence in SENTENCE.findall(passage.words):
                if len(sentence) > 2 * fewest and len(WORDS.findall(sentence)) >= fewest:
                    yield number, field, sentence.strip(" >*_“”")
