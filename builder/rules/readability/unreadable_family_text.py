"""What families read on a page or sheet is above the eighth grade: many cannot use it.

**Why.** A letter about a child’s safety or rights that a parent cannot read has not been sent. At
this grade a family page has failed at its one purpose.

**How to mend.** Write it anew, as you would say it at the school gate: action first, short
sentences, everyday words. The finding points at the hardest passage. A district sets another grade
with `most`.

**Source.** Flesch–Kincaid grade: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
The US Department of Education asks for plain words in notices to parents and names readability
indexes as a check, but sets no grade; grade 8 as the end is our own.

**Limits.** As those of hard-family-text: the English of a whole document from a hundred words on,
syllables counted by rules, length seen and not sense.
"""

from collections.abc import Iterator

from builder.model.base import Document
from builder.reading import hardest, measured, read_by, remedy
from builder.rules.engine import Frame, Problem, rule, within


@rule()
def check(document: Document, frame: Frame, *, most: int = 8) -> Iterator[Problem]:
    passages = read_by("families", document, frame.passages(document))
    found = measured(passages, "en")
    if found and found.grade is not None and round(found.grade, 1) > most:
        passage = hardest(passages, "en")
        message = f"what families read here is at grade {found.grade:.1f}, above {most}"
        yield within(document, passage, message, remedy(passage, "en"))
