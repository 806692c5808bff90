"""The changes of a document do not stand newest first, or begin before the document was there.

**Why.** Whoever looks for what is new reads the first entry and stops. A day before the document
came is a slip of the pen, often in the year, and feeds would sort the change far down.

**How to mend.** Put the newest change first. Compare its day with `added_on`, which never changes.

**Source.** Our own rule.

**Limits.** Two entries of one day are found by the rule repeated-id: write them as one.
"""

from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.model.progression import Strand
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(document: Lesson | Strand, frame: Frame) -> Iterator[Problem]:
    later = None
    for number, one in enumerate(document.changes):
        at = ("changes", number, "on")
        if one.on < document.added_on:
            message = f"a change on {one.on} of what was added on {document.added_on}"
            yield Problem(document, at, message, "Mend the day that is wrong.")
        elif later and one.on > later:
            message = f"the change of {one.on} stands below that of {later}"
            yield Problem(document, at, message, "Put the newest change first.")
        later = one.on
