"""A source carries neither a year nor the day on which somebody read it.

**Why.** Facts age, those about AI fastest. Without a year or a day a teacher cannot tell whether
the source was written before today's tools, and nobody knows which edition of a page was meant.

**How to mend.** Write the year of the work into `text`. A web page without one gets the day on
which somebody read it, in `checked_on`. A place to visit is not a source; name it in the lesson.

**Source.** Our own rule, after commentary on staged district action: figures carry their source
and year.

**Limits.** Any number such as 1974 or 2023 counts as a year.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.groups import WithSources
from builder.rules.engine import Frame, Problem, rule

YEAR = late.pattern(r"\b(?:1[5-9]|20)\d\d\b")


@rule(Severity.WARNING)
def check(document: WithSources, frame: Frame) -> Iterator[Problem]:
    for number, source in enumerate(document.sources):
        if source.checked_on is None and not YEAR.search(source.text.shown):
            message = "the source has no year, and nobody says when it was read"
            hint = "Write its year, or read it and write the day as `checked_on`."
            yield Problem(document, ("sources", number, "text"), message, hint)
