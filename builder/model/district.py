"""What leaders decide and show: policies, the roadmap, metrics, resources."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from builder.model.base import Audience, Document, Id, Part, Source, Step
from builder.model.family import Section
from builder.model.part import Month, web_address
from builder.model.text import Line, Prose, Title
from builder.model.workshop import Question
from builder.validation import Day, Flag


class Policy(Document):
    """A board policy, or the regulation that goes with it; a form until a board has adopted it."""

    kind: ClassVar[str] = "policy"
    folder: ClassVar[str] = "curriculum/policies"
    audience: ClassVar[Audience] = "staff"
    careful: ClassVar[bool] = True

    title: Title
    """What it is called."""
    summary: Line
    """What it settles, in one or two sentences."""
    form: Literal["board-policy", "regulation"]
    """Which it is: board-policy (what the board adopts, rarely changed) or regulation (how staff
    carry it out, changed as needed).
    """
    example: Flag
    """Whether this is a form that a district fills in, which no board has adopted."""
    owner: Line
    """The role, not the person, that keeps it current."""
    approver: Line
    """Who adopts it, and who is heard before."""
    adopted_on: Day | None = None
    """The day it was adopted, such as 2026-11-22; written only after it happened."""
    review_by: Day
    """The day by which it is looked at again, such as 2027-06-30."""
    triggers: Annotated[tuple[Step, ...], Field(min_length=1)]
    """What makes it due earlier, one line each."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    """Its sections in order."""
    sources: tuple[Source, ...] = ()
    """The laws and guidance that it rests on."""


class Phase(Part):
    """A stretch of the roadmap."""

    id: Id
    """Names this phase; never changed. Small letters, words joined by hyphens."""
    title: Title
    """The phase in a few words."""
    from_: Month
    """Its first month, such as 2026-08."""
    to: Month
    """Its last month, such as 2027-06."""
    does: Annotated[tuple[Step, ...], Field(min_length=1)]
    """What is done, one line each."""
    shows: Line
    """How anybody can see that it is done."""


class Track(Part):
    """Phases that follow each other, or overlap."""

    id: Id
    """Names this track; never changed. Small letters, words joined by hyphens."""
    title: Title
    """The track in a few words."""
    text: Line
    """What the track is about and who leads it."""
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    """The phases in the order of their first month."""


class Roadmap(Document):
    """Where the district is going with AI in its schools, and by when."""

    kind: ClassVar[str] = "roadmap"
    folder: ClassVar[str] = "curriculum/roadmap"
    only: ClassVar[str] = "roadmap"
    audience: ClassVar[Audience] = "staff"

    title: Title
    """What the page is called."""
    summary: Line
    """The roadmap in one or two sentences."""
    example: Flag
    """Whether this is a made-up example that a district replaces."""
    about: Prose
    """How to read it: which tracks run side by side, and why the order is as it is."""
    tracks: Annotated[tuple[Track, ...], Field(min_length=1)]
    """The tracks, in the order they are shown."""
    next_steps: Prose
    """How the roadmap is changed: who looks at it when, and on what ground."""
    sources: tuple[Source, ...] = ()
    """The plans it was made after."""


class Metric(Part):
    """One thing that is measured, and what it cannot tell."""

    id: Id
    """Names this metric; never changed. Small letters, words joined by hyphens."""
    title: Title
    """The metric in a few words."""
    asks: Line
    """The question that it answers, for the board."""
    measured: Line
    """How it is measured, from what, by whom and how often."""
    target: Line
    """What is aimed at, or how the target will be set once there is a first figure."""
    cannot: Line
    """What it does not tell, or how it could mislead."""


class Questionnaire(Part):
    """An anonymous survey."""

    id: Id
    """Names this survey; never changed. Small letters, words joined by hyphens."""
    title: Title
    """What it is called."""
    for_: Literal["families", "students", "staff"]
    """Who answers: families, students or staff."""
    intro: Line
    """Why we ask, and that nobody gives a name."""
    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=8)]
    """At most eight questions, none about a child by name."""


class Checklist(Part):
    """What one group of people needs to have."""

    id: Id
    """Names this list; never changed. Small letters, words joined by hyphens."""
    title: Title
    """For whom it is, in a few words."""
    items: Annotated[tuple[Step, ...], Field(min_length=1)]
    """What they have when they are ready, one line each."""


class Metrics(Document):
    """How the district knows whether it helps: few figures, each with its limits."""

    kind: ClassVar[str] = "metrics"
    folder: ClassVar[str] = "curriculum/metrics"
    only: ClassVar[str] = "metrics"
    audience: ClassVar[Audience] = "staff"

    title: Title
    """What the page is called."""
    summary: Line
    """The page in one or two sentences."""
    example: Flag
    """Whether this is a form without results that a district fills in."""
    about: Prose
    """What is measured and what is not, and why."""
    metrics: Annotated[tuple[Metric, ...], Field(min_length=1)]
    """The metrics, in the order they are shown."""
    surveys: tuple[Questionnaire, ...]
    """The surveys, written out."""
    readiness: tuple[Checklist, ...]
    """A checklist for each audience."""
    review: Prose
    """The yearly review: who meets, what they look at, what they decide."""
    triggers: Annotated[tuple[Step, ...], Field(min_length=1)]
    """What makes a review due earlier, one line each."""
    sources: tuple[Source, ...] = ()
    """Where goals and figures come from."""


class Resource(Part):
    """Something good that others made."""

    id: Id
    """Names this resource; never changed. Small letters, words joined by hyphens."""
    title: str
    """Its title as published; not translated."""
    publisher: str
    """Who publishes it."""
    url: Annotated[str, AfterValidator(web_address)]
    """Its address; it begins with https://."""
    text: Line
    """What it is good for and what to look out for, in one or two sentences."""
    license: str
    """How it may be used, such as CC BY-NC-SA 4.0, or “All rights reserved; link only”."""
    checked_on: Day
    """The day somebody last read it there, such as 2026-11-22."""


class Shelf(Part):
    """Resources for one purpose."""

    id: Id
    """Names this group; never changed. Small letters, words joined by hyphens."""
    title: Title
    """What they are for, in a few words."""
    resources: Annotated[tuple[Resource, ...], Field(min_length=1)]
    """The resources, the most useful first."""


class Resources(Document):
    """What others made and what it is good for."""

    kind: ClassVar[str] = "resources"
    folder: ClassVar[str] = "curriculum/resources"
    only: ClassVar[str] = "resources"
    audience: ClassVar[Audience] = "staff"

    title: Title
    """What the page is called."""
    summary: Line
    """The page in one or two sentences."""
    about: Prose
    """How resources were chosen, and what being listed does not mean."""
    shelves: Annotated[tuple[Shelf, ...], Field(min_length=1)]
    """Groups of resources."""
