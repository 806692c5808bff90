"""What families read on a page or sheet is above the sixth grade.

**Why.** A parent reads on a phone, on a bus, perhaps in a third language. Above the sixth grade
many stop reading, and those who most need the page stop first.

**How to mend.** The finding points at the hardest passage. Make two sentences of a long one, say
who does what, take the everyday word. A district sets another grade with `most`; above `unreadable`
it is an error and the rule unreadable-family-text says so.

**Source.** Flesch–Kincaid grade: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
The US Department of Education asks for plain words in notices to parents and names readability
indexes as a check, but sets no grade; grade 6 is our own target.

**Limits.** Looks at the English of a whole document, from a hundred words on. Titles, tables and
lists of sources do not count. The syllables are counted by rules, which err in about one word of a
hundred. A formula sees length, not sense; a parent who reads it aloud sees more.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.base import Document
from builder.reading import hardest, measured, read_by, remedy
from builder.rules.engine import Frame, Problem, rule, within


@rule(Severity.WARNING)
def check(
    document: Document, frame: Frame, *, most: int = 6, unreadable: int = 8
) -> Iterator[Problem]:
    passages = read_by("families", document, frame.passages(document))
    found = measured(passages, "en")
    if found and found.grade is not None and most < round(found.grade, 1) <= unreadable:
        passage = hardest(passages, "en")
        message = f"what families read here is at grade {found.grade:.1f}, above {most}"
        yield within(document, passage, message, remedy(passage, "en"))
