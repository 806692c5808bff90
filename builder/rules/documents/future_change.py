"""A document says that it came, or was changed, on a day that is still to come.

**Why.** Feeds tell teachers what is new. An entry of next month stays above all others until then,
and other systems take the document for changed on a day that nobody has seen.

**How to mend.** Write the day on which the change reaches readers; the day of the pull request is
near enough.

**Source.** Our own rule: nothing is claimed that did not happen. Depends on the day: quiet where
no day is given.
"""

from collections.abc import Iterator
from datetime import date

from builder.model.base import Dated
from builder.model.lesson import Lesson
from builder.model.progression import Strand
from builder.rules.engine import Frame, Problem, rule
from builder.source import Loc


@rule()
def check(document: Lesson | Strand, frame: Frame, *, today: date) -> Iterator[Problem]:
    for at, day in _days(document):
        if day > today:
            message = f"{day} has not come yet"
            yield Problem(document, at, message, "Write the day on which it reaches readers.")


def _days(document: Dated) -> Iterator[tuple[Loc, date]]:
    yield ("added_on",), document.added_on
    for number, one in enumerate(document.changes):
        yield ("changes", number, "on"), one.on
