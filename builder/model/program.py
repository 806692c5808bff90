"""Programs that students shape: a club, a conference they lead, an after-school program."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from builder.model.base import Audience, Careful, Document, Id, Part, Source
from builder.model.grades import BandId
from builder.model.handout import Handout
from builder.model.part import Month
from builder.model.text import Line, Prose, Title
from builder.validation import Flag, WholeNumber

Area = Literal["foundations", "requests", "projects", "ethics"]


class Session(Part):
    """One meeting, ready to lead."""

    id: Id
    """Names this session; never changed. Small letters, words joined by hyphens."""
    title: Title
    """What the session is called, in a few words."""
    minutes: WholeNumber
    """How many minutes it takes."""
    area: Area
    """What it is mainly about: foundations (what AI is), requests (asking a tool well), projects
    (making something) or ethics (bias, fairness, responsible use).
    """
    goal: Line
    """What students can do or have made by the end, in one sentence."""
    ai_use_level: Annotated[WholeNumber, Field(ge=0, le=4)]
    """The highest AI-use level of the session, 0 to 4."""
    tools: tuple[Id, ...] = ()
    """Tools of the register that are used, by id."""
    get_ready: Line
    """What the adult prepares and brings."""
    run: Prose
    """The session step by step with minutes; words to say aloud stand as quotes."""
    watch_for: Line
    """What is likely to come up, and what to say to it."""


class Program(Document):
    """A program outside of class, or one that students lead."""

    kind: ClassVar[str] = "program"
    folder: ClassVar[str] = "curriculum/programs"
    audience: ClassVar[Audience] = "lesson"
    everywhere: ClassVar[tuple[str, ...]] = ("title", "summary", "families")

    title: Title
    """What the program is called."""
    summary: Line
    """What students do and make, in two sentences."""
    setting: Literal["club", "conference", "after-school"]
    """Where it lives: club, conference (led by students) or after-school."""
    bands: Annotated[tuple[BandId, ...], Field(min_length=1)]
    """The bands it is for: tk-2, 3-5, 6-8, 9-12."""
    purpose: Prose
    """Why students should have it, without naming a tool; who decides what in it."""
    people: Prose
    """How many students and adults, which roles students hold, what the adult does and leaves."""
    sessions: Annotated[tuple[Session, ...], Field(min_length=1)]
    """The sessions in order, each written out."""
    without_devices: Prose
    """How it runs where there are no devices, or a family says no to tools."""
    safety: Annotated[Prose, Careful()]
    """What is not typed, shown or recorded, and whom to tell."""
    families: Prose
    """What families are told: what their child does, when, and whom to ask."""
    ending: Prose
    """How it closes: what is shown to whom, what is asked of students for next time."""
    handouts: tuple[Handout, ...] = ()
    """Every sheet, written out."""
    sources: tuple[Source, ...] = ()
    """Where facts come from."""

    @property
    def minutes(self) -> int:
        """The minutes of all sessions."""
        return sum(one.minutes for one in self.sessions)


class Event(Part):
    """One entry of the calendar."""

    id: Id
    """Names this entry; never changed. Small letters, words joined by hyphens."""
    month: Month
    """The month, such as 2026-08."""
    title: Title
    """What happens, in a few words."""
    time: Literal["work-day", "summer", "early-release", "coaching", "evening"]
    """Which time it takes: work-day, summer, early-release, coaching or evening."""
    text: Line
    """Who comes, for how long, and what is done, in one or two sentences."""
    course: Id | None = None
    """The course that is held, by its id, if one is."""


class Calendar(Document):
    """When people learn and meet in the school year."""

    kind: ClassVar[str] = "calendar"
    folder: ClassVar[str] = "curriculum/calendar"
    only: ClassVar[str] = "calendar"
    audience: ClassVar[Audience] = "staff"

    title: Title
    """What the page is called."""
    summary: Line
    """What the calendar shows, in one or two sentences."""
    example: Flag
    """Whether this is a made-up example that a district replaces."""
    about: Prose
    """How the year is thought: what comes first, what is by choice, what is paid."""
    events: Annotated[tuple[Event, ...], Field(min_length=1)]
    """The entries by month."""
