"""A card names a drawing that is not there.

**Why.** Children who cannot read yet have the picture alone. Without it the card is empty for them,
and the set cannot be played.

**How to mend.** Correct the name; it is that of the file in curriculum/drawings, without “.svg”. Or
draw it, with plain shapes in black and white, and put the file there.

**Source.** Our own rule: a substitute teacher can teach the lesson from its page tomorrow.

**Limits.** Whether the drawing shows what its words say, only eyes can tell.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from builder import drawings
from builder.model.groups import WithHandouts
from builder.rules import pictures
from builder.rules.engine import Frame, Gathered, Problem, rule


def gather(document: WithHandouts, frame: Frame) -> Iterator[str]:
    """The drawings that its cards name."""
    return pictures.noted(document, "drawing")


@rule()
def check(gathered: Gathered, frame: Frame) -> Iterator[Problem]:
    root = frame.curriculum.root
    known = {PurePosixPath(one).stem for one in drawings.drawings(root)} if root else set()
    return pictures.unknown(gathered, "drawing", known, "Draw it")
