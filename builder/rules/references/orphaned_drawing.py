"""No card shows this drawing.

**Why.** A drawing that nobody sees takes up room and has to be kept in order for nothing. More
often the card that should show it was forgotten.

**How to mend.** Name it at the card, under `picture: {drawing: …, alt: …}`; or delete the file.

**Source.** Our own rule.

**Limits.** Quiet while a document that may have cards cannot be read.
"""

from collections.abc import Iterator

from builder import drawings
from builder.finding import Severity
from builder.model.groups import WithHandouts
from builder.rules import pictures
from builder.rules.engine import Frame, Gathered, Problem, rule


def gather(document: WithHandouts, frame: Frame) -> Iterator[str]:
    """The drawings that its cards name."""
    return pictures.noted(document, "drawing")


@rule(Severity.WARNING)
def check(gathered: Gathered, frame: Frame) -> Iterator[Problem]:
    root = frame.curriculum.root
    there = drawings.drawings(root) if root else ()
    return pictures.orphaned(gathered, frame, "drawing", there)
