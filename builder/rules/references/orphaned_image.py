"""No card shows this photograph.

**Why.** Whatever stands in the folder is published. A photograph that nobody sees takes up room and
is kept in order for nothing; more often the card that should show it was forgotten.

**How to mend.** Name it at the card, under `picture: {photo: …, alt: …}`; or delete the file.

**Source.** Our own rule.

**Limits.** Quiet while a document that may have cards cannot be read.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import get_args

from builder import images
from builder.finding import Severity
from builder.model.groups import WithHandouts
from builder.rules.engine import Frame, Gathered, Problem, rule


def gather(document: WithHandouts, frame: Frame) -> Iterator[str]:
    """The photographs that its cards name."""
    for handout in document.handouts:
        for card in handout.cards:
            if card.picture and card.picture.photo:
                yield card.picture.photo


@rule(Severity.WARNING)
def check(gathered: Gathered, frame: Frame) -> Iterator[Problem]:
    root = frame.curriculum.root
    if root is None or any(frame.curriculum.unread(kind) for kind in get_args(WithHandouts)):
        return
    shown = {note for _, notes in gathered.notes for note in notes}
    for path in images.images(root):
        if PurePosixPath(path).stem not in shown:
            message = "no card shows this photograph"
            yield Problem(path, (), message, "Name it at its card, or delete the file.")
