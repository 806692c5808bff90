"""A sentence that families read is too long, or their sentences are too long on the whole.

**Why.** Who reads slowly, or in a new language, has forgotten the beginning of a long sentence when
its end comes. An interpreter has, too.

**How to mend.** Put a full stop where the “and”, “which” or “because” stands, or make a list of the
parts. A district sets other limits with `most` and `average`, both in words.

**Source.** Our own rule, after advice to schools on letters to families: at most 25 words in a
sentence, at most 15 on the average of a document of a hundred words or more.

**Limits.** Each item of a list is a sentence of its own. Numbers, codes and web addresses are not
counted. A full stop after an abbreviation that we do not know may end a sentence too early; then a
long one is missed. Semicolons do not end a sentence.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.base import Document
from builder.readability import sentences
from builder.reading import beginning, longest, measured, read_by
from builder.rules.engine import Frame, Problem, rule, within


@rule(Severity.WARNING)
def check(
    document: Document, frame: Frame, *, most: int = 25, average: int = 15
) -> Iterator[Problem]:
    passages = read_by("families", document, frame.passages(document))
    for passage in passages:
        for one in sentences(passage.words):
            if len(one.words) > most:
                message = f"this sentence has {len(one.words)} words, more than {most}"
                hint = "Make two sentences of it, or a list."
                yield within(document, passage, message, hint, beginning(one))
    found = measured(passages, "en")
    top = longest(passages)
    if found and top and found.words > average * found.sentences:
        message = f"sentences here have {found.words / found.sentences:.1f} words on average"
        hint = f"Bring them to {average}; begin with this one of {len(top[1].words)} words."
        yield within(document, top[0], message, hint, beginning(top[1]))
