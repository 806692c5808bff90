"""The roadmap: a picture of its tracks by month, and the same in words.

The picture counts in months from January of the first year, so that years begin at whole places.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.district import Phase, Roadmap, Track
from builder.pages import linked
from builder.pages.page import Content, Crumb, page, record
from builder.pages.view import View

YEAR = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """A phase as it is drawn: after how many months it begins, and how many it takes."""

    phase: Phase
    start: int
    months: int


@dataclass(frozen=True, slots=True)
class Picture:
    """The years along the top, and under them a bar for each phase of each track."""

    years: tuple[int, ...]
    tracks: tuple[tuple[Track, tuple[Bar, ...]], ...]

    @property
    def months(self) -> int:
        """How many months it is wide."""
        return YEAR * len(self.years)


@page("roadmap/", "district", of=Roadmap)
def roadmap(view: View, id: str) -> Content:
    """Tracks and phases, drawn and told."""
    one = view.document(Roadmap, id)
    heads = [phase.title.shown for track in one.tracks for phase in track.phases]
    search = (record(one.title, one.summary, *heads),)
    data = linked.resource(one, one.summary.shown, "roadmap")
    values = {"roadmap": one, "picture": picture(one)}
    crumbs = (Crumb(view.words("For the district"), "district/"), Crumb(one.title))
    return Content(one.title, one.summary, "roadmap.html.jinja", values, crumbs, data, search)


def picture(roadmap: Roadmap) -> Picture:
    """The places of all phases; one that ends before it begins is drawn as a single month."""
    phases = [phase for track in roadmap.tracks for phase in track.phases]
    first = min(_month(phase.from_) for phase in phases) // YEAR
    last = max(_month(max(phase.from_, phase.to)) for phase in phases) // YEAR

    def bar(phase: Phase) -> Bar:
        start = _month(phase.from_) - first * YEAR
        return Bar(phase, start, max(1, _month(phase.to) - _month(phase.from_) + 1))

    tracks = ((track, tuple(bar(phase) for phase in track.phases)) for track in roadmap.tracks)
    return Picture(tuple(range(first, last + 1)), tuple(tracks))


def _month(month: str) -> int:
    """The months that have passed since the year 0."""
    year, _, number = month.partition("-")
    return int(year) * YEAR + int(number) - 1
