"""A document lists the same source twice.

**Why.** The page prints the list; a reader who meets a source twice looks for the difference. When
the address changes, only one of the two is mended.

**How to mend.** Keep one entry and say in it everything that comes from there.

**Source.** Our own rule.

**Limits.** Two entries are the same if their words or their addresses are. Two pages of one site
are two sources.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.groups import WithSources
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(document: WithSources, frame: Frame) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for number, source in enumerate(document.sources):
        for field, same in (
            ("url", (source.url or "").lower().rstrip("/")),
            ("text", source.text.shown.casefold().rstrip(".")),
        ):
            other = first.setdefault(same, source.id) if same else source.id
            if other != source.id:
                message = f"“{other}” is the same source"
                hint = "Keep one of them, with everything that comes from there."
                yield Problem(document, ("sources", number, field), message, hint)
                break
