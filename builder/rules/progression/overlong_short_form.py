"""The short form of an outcome is too long.

**Why.** The short form stands in the cells of the matrix, on cards and in lists of search results,
on a phone too. A long one breaks over many lines, and families skip it.

**How to mend.** Keep the verb and what it is about; leave the conditions to the full sentence.
“Check an answer with a second source” is enough.

**Source.** Our own rule: at most 64 characters. The option `most` sets another number.

**Limits.** Translations may be longer; they are not counted.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.progression import Strand
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(strand: Strand, frame: Frame, *, most: int = 64) -> Iterator[Problem]:
    for number, outcome in enumerate(strand.outcomes):
        length = len(outcome.plain.shown)
        if length > most and outcome.status == "active":
            message = f"the short form has {length} characters"
            hint = f"Say it in at most {most}: the verb and what it is about."
            yield Problem(strand, ("outcomes", number, "plain"), message, hint)
