"""A workshop kit for families: agenda, script, slides, activity, handouts and all round it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from builder.model.base import Document, Id, Part, Step
from builder.model.family import Section
from builder.model.grades import BandId
from builder.model.handout import Handout
from builder.model.text import Line, Prose, Title
from builder.validation import WholeNumber


class AgendaItem(Part):
    """A stretch of the workshop with the facilitator's words."""

    id: Id
    """Names this item; never changed. Small letters, words joined by hyphens."""
    minutes: WholeNumber
    """How many minutes it takes."""
    title: Title
    """What happens, in a few words."""
    lead: Line
    """The role that leads it, such as “Family liaison”."""
    script: Prose
    """What the facilitator says and does; words to say aloud stand as quotes."""


class Form(Part):
    """One form of the workshop: the full one or the short one."""

    minutes: WholeNumber
    """How many minutes it takes in all; the agenda adds up to it."""
    agenda: Annotated[tuple[AgendaItem, ...], Field(min_length=1)]
    """What happens, step by step."""


class Slide(Part):
    """One slide with notes."""

    id: Id
    """Names this slide; never changed. Small letters, words joined by hyphens."""
    title: Title
    """The heading of the slide."""
    text: Prose
    """What families read on the slide: few words."""
    notes: Prose
    """What the facilitator says and does with it."""


class Activity(Part):
    """What families do together: no login, no device."""

    title: Title
    """What it is called, in a few words."""
    minutes: WholeNumber
    """How many minutes it takes."""
    text: Prose
    """What families do, step by step."""


class Invitation(Part):
    """The flyer, at most 120 words."""

    title: Title
    """The headline of the flyer."""
    text: Prose
    """Time, place, what families get; at most 120 words."""


class Question(Part):
    """One question of the survey; without answers it is an open one."""

    id: Id
    """Names this question; never changed. Small letters, words joined by hyphens."""
    text: Line
    """What is asked, in one short sentence."""
    answers: tuple[Step, ...] = ()
    """Answers to tick; leave them out for an open question."""


class Survey(Part):
    """Anonymous, at most six questions, nothing about a child."""

    intro: Line
    """Why we ask, and that nobody gives a name."""
    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=6)]
    """At most six questions, none about a child."""


class InterpreterSheet(Part):
    """For interpreters, a week ahead."""

    text: Prose
    """How the evening runs and what is hard to translate."""
    terms: tuple[Id, ...]
    """Glossary terms to prepare, by id."""


class Workshop(Document):
    """A kit in two forms."""

    kind: ClassVar[str] = "workshop"
    folder: ClassVar[str] = "curriculum/workshops"
    for_staff: ClassVar[tuple[str, ...]] = (
        "script",
        "notes",
        "logistics",
        "interpreter_sheet",
        "follow_up",
    )

    title: Title
    """What the workshop is called."""
    summary: Line
    """What families do and take home, in one or two sentences."""
    audience_: Line
    """Whom it is for, in one sentence."""
    bands: Annotated[tuple[BandId, ...], Field(min_length=1)]
    """The bands it is for: tk-2, 3-5, 6-8, 9-12."""
    goals: Annotated[tuple[Step, ...], Field(min_length=1)]
    """What families can do afterwards, one line each."""
    full: Form
    """The long form, 60 or 90 minutes."""
    short: Form
    """The 15-minute form for an existing meeting."""
    slides: tuple[Slide, ...]
    """The slides, in the order they are shown."""
    activity: Activity
    """What families do together, without a login or a device."""
    handouts: Annotated[tuple[Handout, ...], Field(min_length=1)]
    """Every sheet, written out."""
    invitation: Invitation
    """The words of the flyer, at most 120."""
    reminder: Prose
    """The short message a few days before."""
    survey: Survey
    """The anonymous survey at the end."""
    logistics: Annotated[tuple[Section, ...], Field(min_length=1)]
    """Rooms, interpreters, childcare and devices, in short sections."""
    interpreter_sheet: InterpreterSheet
    """What interpreters get a week ahead."""
    follow_up: Prose
    """What happens afterwards, and when."""
