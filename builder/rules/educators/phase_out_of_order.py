"""A phase of the roadmap ends before it begins, or stands after a later one.

**Why.** The picture is drawn from the months. A phase that runs backward cannot be drawn, and one
out of its order makes a reader look for a reason where there is none.

**How to mend.** Correct the months, or move the phase to its place: those that begin first stand
first. Phases may overlap.

**Source.** Our own rule; county and district plans for AI let phases overlap.

**Limits.** Each track is looked at alone.
"""

from collections.abc import Iterator

from builder.model.district import Roadmap
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(roadmap: Roadmap, frame: Frame) -> Iterator[Problem]:
    for place, track in enumerate(roadmap.tracks):
        before = ""
        for number, phase in enumerate(track.phases):
            at = ("tracks", place, "phases", number)
            if phase.to < phase.from_:
                message = f"the phase ends in {phase.to}, before it begins in {phase.from_}"
                yield Problem(roadmap, (*at, "to"), message, "Correct one of the two months.")
            if phase.from_ < before:
                message = f"the phase begins in {phase.from_}, and the one above it in {before}"
                yield Problem(roadmap, (*at, "from"), message, "Put the earlier phase first.")
            before = max(before, phase.from_)
