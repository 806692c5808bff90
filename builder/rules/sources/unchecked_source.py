"""A source gives an address on the web and not the day on which somebody read it there.

**Why.** Pages move and change. With the day, a teacher who finds something else there knows what
happened; and the curriculum can say which sources nobody has looked at for years.

**How to mend.** Open the address, read that it says what the document says, and write the day as
`checked_on`.

**Source.** Our own rule, after the resource lists that district plans ask for.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.groups import WithSources
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(document: WithSources, frame: Frame) -> Iterator[Problem]:
    for number, source in enumerate(document.sources):
        if source.url and source.checked_on is None:
            message = "nobody says when this address was last read"
            hint = "Read it there, then write that day as `checked_on`."
            yield Problem(document, ("sources", number, "url"), message, hint)
