"""A card names a photograph that is not there.

**Why.** Children who cannot read yet have the picture alone. Without it the card is empty for them,
and the set cannot be played.

**How to mend.** Correct the name; it is that of the file in curriculum/images, without its ending.
Or put the photograph there, as JPEG, PNG or WebP.

**Source.** Our own rule: a substitute teacher can teach the lesson from its page tomorrow.

**Limits.** Whether the photograph shows what its words say, only eyes can tell.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from builder import images
from builder.model.groups import WithHandouts
from builder.rules.engine import Frame, Gathered, Problem, rule


def gather(document: WithHandouts, frame: Frame) -> Iterator[str]:
    """The photographs that its cards name, each with the places of handout and card."""
    for number, handout in enumerate(document.handouts):
        for place, card in enumerate(handout.cards):
            if card.picture and card.picture.photo:
                yield f"{number} {place} {card.picture.photo}"


@rule()
def check(gathered: Gathered, frame: Frame) -> Iterator[Problem]:
    root = frame.curriculum.root
    known = images.names(root) if root else []
    for document, notes in gathered.notes:
        for note in notes:
            number, place, name = note.split(" ")
            if name not in known:
                at = ("handouts", int(number), "cards", int(place), "picture", "photo")
                near = get_close_matches(name, known, 1, 0.6)
                hint = (
                    f"Did you mean “{near[0]}”?" if near else "Put it there, or correct the name."
                )
                yield Problem(document, at, f"there is no photograph “{name}”", hint)
