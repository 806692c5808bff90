"""A source, a resource or a framework was checked on a day that is still to come.

**Why.** The day tells readers that somebody has looked. On a day to come nobody has, so the fact
beside it is less sure than the page says.

**How to mend.** Write the day on which somebody read the source. Leave `checked_on` out until then.

**Source.** Our own rule: nothing is claimed that did not happen. Depends on the day: quiet where no
day is given.
"""

from collections.abc import Iterator
from datetime import date

from builder.model.district import Resources
from builder.model.groups import WithSources
from builder.model.progression import Framework
from builder.rules.checked import checked
from builder.rules.engine import Frame, Problem, rule
from builder.source import Loc


@rule()
def check(
    document: WithSources | Resources | Framework, frame: Frame, *, today: date
) -> Iterator[Problem]:
    for at, day in _checked(document):
        if day > today:
            message = f"nobody can have checked this on {day} yet"
            hint = "Write the day on which somebody read it."
            yield Problem(document, at, message, hint)


def _checked(document: WithSources | Resources | Framework) -> Iterator[tuple[Loc, date]]:
    if isinstance(document, Framework):
        yield ("checked_on",), document.checked_on
    else:
        yield from checked(document)
