"""A slide has more words than a room can read while somebody speaks.

**Why.** Families read the slide or listen, and those who hear an interpreter cannot do both. In
many languages the same words take a third more room. A full slide is read aloud in the end, with
its back to the families.

**How to mend.** Leave three or four short lines. What the facilitator says belongs in `script` or
`notes`; what families keep belongs on a handout. A district may set its limit in `most`.

**Source.** Our own rule: at most 60 words, title included.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.workshop import Slide, Workshop
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(workshop: Workshop, frame: Frame, *, most: int = 60) -> Iterator[Problem]:
    for number, slide in enumerate(workshop.slides):
        length = _words(slide)
        if length > most:
            message = f"slide {number + 1} has {length} words"
            hint = f"Shorten it to {most}; move the rest to its notes or to a handout."
            yield Problem(workshop, ("slides", number, "text"), message, hint)


def _words(slide: Slide) -> int:
    shown = f"{slide.title.shown} {slide.text.shown}"
    return sum(any(map(str.isalnum, word)) for word in shown.split())
