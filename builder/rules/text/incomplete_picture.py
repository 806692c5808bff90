"""A card’s picture has no file, two files, or nothing to say for those who cannot see it.

**Why.** Who listens to the page hears the words of the picture, in their own language. Without them
they hear the name of a file, or nothing, and cannot tell whether they missed something.

**How to mend.** Name one `drawing` or one `photo`. Write under `alt` what it shows, not the answer.
Where the picture only adorns the card, write `decorative: true` instead; it is then passed over.

**Source.** WCAG 2.1 AA, 1.1.1: what is no text has words for the same purpose, or can be ignored.

**Limits.** Whether the words say what matters in the picture, only eyes can tell.
"""

from collections.abc import Iterator

from builder.model.groups import WithHandouts
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(document: WithHandouts, frame: Frame) -> Iterator[Problem]:
    for number, handout in enumerate(document.handouts):
        for place, card in enumerate(handout.cards):
            one, at = card.picture, ("handouts", number, "cards", place, "picture")
            if one and bool(one.drawing) == bool(one.photo):
                message = "this picture needs one file: a drawing or a photo"
                yield Problem(document, at, message, "Write “drawing: NAME” or “photo: NAME”.")
            if one and bool(one.alt) == one.decorative:
                message = "this picture needs words, or the mark that it is decoration; not both"
                hint = "Write under “alt” what it shows, or “decorative: true”."
                yield Problem(document, at, message, hint)
