"""A paragraph that families read fills the screen of a phone.

**Why.** Many families open the page on a phone. A block of text without a break looks like the
small print of a contract, and is read like one: not at all.

**How to mend.** Begin a new paragraph, with an empty line, where the thought turns; or make a list
of the steps. A district sets other limits with `words` and `sentences`.

**Source.** Our own rule: at most 90 words, and at most 5 sentences once there are 60 words. Ninety
words are about a dozen lines on a phone.

**Limits.** Several short sentences may stand together below 60 words: eight of five words are no
wall of text. Translations are not looked at; they keep the paragraphs of their English.
"""

from collections.abc import Iterator
from itertools import accumulate

from builder.finding import Severity
from builder.model.base import Document
from builder.readability import Sentence, paragraphs
from builder.reading import beginning, read_by, shortened
from builder.rules.engine import Frame, Problem, rule, within

SHORT = 60


@rule(Severity.WARNING)
def check(
    document: Document, frame: Frame, *, words: int = 90, sentences: int = 5
) -> Iterator[Problem]:
    for passage in read_by("families", document, frame.passages(document)):
        for paragraph in paragraphs(passage.words):
            length = sum(len(one.words) for one in paragraph)
            if length > words or (length >= SHORT and len(paragraph) > sentences):
                told = f" in {len(paragraph)} sentences" if len(paragraph) > 1 else ""
                message = f"this paragraph has {length} words{told}"
                yield within(document, passage, message, _hint(paragraph), beginning(paragraph[0]))


def _hint(paragraph: tuple[Sentence, ...]) -> str:
    if len(paragraph) == 1:
        return "Make several sentences of it, in two paragraphs."
    *before, whole = accumulate((len(one.words) for one in paragraph), initial=0)
    turn = min(range(1, len(paragraph)), key=lambda at: abs(before[at] - whole / 2))
    where = shortened(paragraph[turn])
    return f"Begin a new paragraph where the thought turns, perhaps before “{where}”."
