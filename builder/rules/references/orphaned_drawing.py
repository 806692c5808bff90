"""No card shows this drawing.

**Why.** A drawing that nobody sees takes up room and has to be kept in order for nothing. More
often the card that should show it was forgotten.

**How to mend.** Name it at the card, under `picture: {drawing: …, alt: …}`; or delete the file.

**Source.** Our own rule.

**Limits.** Quiet while a document that may have cards cannot be read.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import get_args

from builder import drawings
from builder.finding import Severity
from builder.model.groups import WithHandouts
from builder.rules.engine import Frame, Gathered, Problem, rule


def gather(document: WithHandouts, frame: Frame) -> Iterator[str]:
    """The drawings that its cards name."""
    for handout in document.handouts:
        for card in handout.cards:
            if card.picture and card.picture.drawing:
                yield card.picture.drawing


@rule(Severity.WARNING)
def check(gathered: Gathered, frame: Frame) -> Iterator[Problem]:
    root = frame.curriculum.root
    if root is None or any(frame.curriculum.unread(kind) for kind in get_args(WithHandouts)):
        return
    shown = {note for _, notes in gathered.notes for note in notes}
    for path in drawings.drawings(root):
        if PurePosixPath(path).stem not in shown:
            message = "no card shows this drawing"
            yield Problem(path, (), message, "Name it at its card, or delete the file.")
