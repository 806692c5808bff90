"""A card names a drawing that is not there.

**Why.** Children who cannot read yet have the picture alone. Without it the card is empty for them,
and the set cannot be played.

**How to mend.** Correct the name; it is that of the file in curriculum/drawings, without “.svg”. Or
draw it, with plain shapes in black and white, and put the file there.

**Source.** Our own rule: a substitute teacher can teach the lesson from its page tomorrow.

**Limits.** Whether the drawing shows what its words say, only eyes can tell.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath

from builder import drawings
from builder.model.groups import WithHandouts
from builder.rules.engine import Frame, Gathered, Problem, rule


def gather(document: WithHandouts, frame: Frame) -> Iterator[str]:
    """The drawings that its cards name, each with the places of handout and card."""
    for number, handout in enumerate(document.handouts):
        for place, card in enumerate(handout.cards):
            if card.picture and card.picture.drawing:
                yield f"{number} {place} {card.picture.drawing}"


@rule()
def check(gathered: Gathered, frame: Frame) -> Iterator[Problem]:
    root = frame.curriculum.root
    known = {PurePosixPath(one).stem for one in drawings.drawings(root)} if root else set()
    for document, notes in gathered.notes:
        for note in notes:
            number, place, name = note.split(" ")
            if name not in known:
                at = ("handouts", int(number), "cards", int(place), "picture", "drawing")
                near = get_close_matches(name, known, 1, 0.6)
                hint = f"Did you mean “{near[0]}”?" if near else "Draw it, or correct the name."
                yield Problem(document, at, f"there is no drawing “{name}”", hint)
