"""Two documents of one kind have the same title.

**Why.** In lists, search results and links the title is all a reader has. With two the same, a
teacher opens the wrong lesson and a parent the wrong page.

**How to mend.** Put what differs into the title: the grades, the subject, the thing that is made.

**Source.** WCAG 2.1, 2.4.2: titles tell pages apart.

**Limits.** Compares the English titles, small and large letters alike.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Gathered, Problem, rule
from builder.source import Loc


def gather(document: Document, frame: Frame) -> Iterator[str]:
    """The title without its writing."""
    yield " ".join(document.name.shown.casefold().split())


@rule(Severity.WARNING)
def check(gathered: Gathered, frame: Frame) -> Iterator[Problem]:
    first: dict[tuple[str, str], Document] = {}
    for document, (title,) in gathered.notes:
        other = first.setdefault((document.kind, title), document)
        if other is not document and other.id != document.id:
            message = f"the {document.kind} “{other.id}” has this title too"
            hint = "Put what differs into the title, such as the grades or the subject."
            yield Problem(document, _at(document), message, hint)


def _at(document: Document) -> Loc:
    named = {"term": "term", "tool": "name"}
    return (named.get(document.kind, "title"),)
