"""No card shows this photograph.

**Why.** Whatever stands in the folder is published. A photograph that nobody sees takes up room and
is kept in order for nothing; more often the card that should show it was forgotten.

**How to mend.** Name it at the card, under `picture: {photo: …, alt: …}`; or delete the file.

**Source.** Our own rule.

**Limits.** Quiet while a document that may have cards cannot be read.
"""

from collections.abc import Iterator

from builder import images
from builder.finding import Severity
from builder.model.groups import WithHandouts
from builder.rules import pictures
from builder.rules.engine import Frame, Gathered, Problem, rule


def gather(document: WithHandouts, frame: Frame) -> Iterator[str]:
    """The photographs that its cards name."""
    return pictures.noted(document, "photo")


@rule(Severity.WARNING)
def check(gathered: Gathered, frame: Frame) -> Iterator[Problem]:
    root = frame.curriculum.root
    there = images.images(root) if root else ()
    return pictures.orphaned(gathered, frame, "photo", there)
