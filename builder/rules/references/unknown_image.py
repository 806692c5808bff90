"""A card names a photograph that is not there.

**Why.** Children who cannot read yet have the picture alone. Without it the card is empty for them,
and the set cannot be played.

**How to mend.** Correct the name; it is that of the file in curriculum/images, without its ending.
Or put the photograph there, as JPEG, PNG or WebP.

**Source.** Our own rule: a substitute teacher can teach the lesson from its page tomorrow.

**Limits.** Whether the photograph shows what its words say, only eyes can tell.
"""

from collections.abc import Iterator

from builder import images
from builder.model.groups import WithHandouts
from builder.rules import pictures
from builder.rules.engine import Frame, Gathered, Problem, rule


def gather(document: WithHandouts, frame: Frame) -> Iterator[str]:
    """The photographs that its cards name."""
    return pictures.noted(document, "photo")


@rule()
def check(gathered: Gathered, frame: Frame) -> Iterator[Problem]:
    root = frame.curriculum.root
    known = images.names(root) if root else []
    return pictures.unknown(gathered, "photo", known, "Put it there")
