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
    minutes: WholeNumber
    title: Title
    lead: Line
    """Who leads: a role."""
    script: Prose
    """What the facilitator says and does."""


class Form(Part):
    """One form of the workshop: the full one or the short one."""

    minutes: WholeNumber
    agenda: Annotated[tuple[AgendaItem, ...], Field(min_length=1)]


class Slide(Part):
    """One slide with notes."""

    id: Id
    title: Title
    text: Prose
    notes: Prose


class Activity(Part):
    """What families do together: no login, no device."""

    title: Title
    minutes: WholeNumber
    text: Prose


class Invitation(Part):
    """The flyer, at most 120 words."""

    title: Title
    text: Prose


class Question(Part):
    """One question of the survey; without answers it is an open one."""

    id: Id
    text: Line
    answers: tuple[Step, ...] = ()


class Survey(Part):
    """Anonymous, at most six questions, nothing about a child."""

    intro: Line
    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=6)]


class InterpreterSheet(Part):
    """For interpreters, a week ahead."""

    text: Prose
    terms: tuple[Id, ...]


class Workshop(Document):
    """A kit in two forms."""

    kind: ClassVar[str] = "workshop"
    folder: ClassVar[str] = "curriculum/workshops"

    title: Title
    summary: Line
    audience_: Line
    """Whom it is for."""
    bands: Annotated[tuple[BandId, ...], Field(min_length=1)]
    goals: Annotated[tuple[Step, ...], Field(min_length=1)]
    full: Form
    """The 60- or 90-minute form."""
    short: Form
    """The 15-minute form for an existing meeting."""
    slides: tuple[Slide, ...]
    activity: Activity
    handouts: Annotated[tuple[Handout, ...], Field(min_length=1)]
    invitation: Invitation
    reminder: Prose
    survey: Survey
    logistics: Annotated[tuple[Section, ...], Field(min_length=1)]
    interpreter_sheet: InterpreterSheet
    follow_up: Prose
