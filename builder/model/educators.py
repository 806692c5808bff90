"""What educators learn and look up: courses with their modules, competencies, the handbook."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from builder.model.base import Audience, Document, Id, Key, Part, Source, Step
from builder.model.family import Section
from builder.model.handout import Handout
from builder.model.text import Line, Prose, Title
from builder.validation import WholeNumber


class Competency(Part):
    """One thing that an educator can do."""

    id: Id
    """Names this competency; modules refer to it. Small letters, words joined by hyphens."""
    title: Title
    """The competency in a few words, such as “Critical evaluation”."""
    text: Line
    """What an educator who has it does, in one sentence."""
    looks_like: Annotated[tuple[Step, ...], Field(min_length=1)]
    """What can be seen in a classroom or an office, one line each."""


class Competencies(Document):
    """What the courses lead to."""

    kind: ClassVar[str] = "competencies"
    folder: ClassVar[str] = "curriculum/competencies"
    only: ClassVar[str] = "competencies"
    audience: ClassVar[Audience] = "staff"

    title: Title
    """What the page is called."""
    summary: Line
    """What the competencies are for, in one or two sentences."""
    about: Prose
    """How they were chosen and how they are used; what they are not used for."""
    competencies: Annotated[tuple[Competency, ...], Field(min_length=1)]
    """The competencies, in the order they are shown."""
    sources: tuple[Source, ...] = ()
    """Where they come from."""


class Activity(Part):
    """What participants of a module do together."""

    id: Id
    """Names this activity; never changed. Small letters, words joined by hyphens."""
    title: Title
    """What happens, in a few words."""
    minutes: WholeNumber
    """How many minutes it takes."""
    text: Prose
    """What participants do and make, ready to lead; words to say aloud stand as quotes."""


class Check(Part):
    """A question that shows whether the point was understood."""

    id: Id
    """Names this question; never changed. Small letters, words joined by hyphens."""
    ask: Line
    """The question or the case, in one or two sentences."""
    answer: Annotated[Line, Key()]
    """What a good answer has, and a likely wrong one."""


class Module(Part):
    """One sitting of a course."""

    id: Id
    """Names this module; never changed. Small letters, words joined by hyphens."""
    title: Title
    """What the module is called, in a few words."""
    minutes: WholeNumber
    """How many minutes it takes; its activities add up to it."""
    competencies: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The educator competencies that it works on, by id."""
    goal: Line
    """What participants can do afterwards, in one sentence."""
    activities: Annotated[tuple[Activity, ...], Field(min_length=1)]
    """What participants do, in order."""
    checks: Annotated[tuple[Check, ...], Field(min_length=1)]
    """Checks for understanding, with what a good answer has."""
    facilitator: Prose
    """Notes for whoever leads: what to prepare, what comes up, what to say to it."""


class Badge(Part):
    """What a person who finishes the course can say; its definition is published, never a person.

    Source: 1EdTech Open Badges 3.0, Achievement.
    """

    name: Title
    """The name of the achievement."""
    description: Line
    """What somebody who has it has shown, in one or two sentences."""
    criteria: Annotated[tuple[Step, ...], Field(min_length=1)]
    """What has to be shown, one line each; attendance alone is none."""


class Course(Document):
    """A professional-learning course: modules in order, led by a colleague."""

    kind: ClassVar[str] = "course"
    folder: ClassVar[str] = "curriculum/courses"
    audience: ClassVar[Audience] = "staff"

    title: Title
    """What the course is called."""
    summary: Line
    """What participants learn and make, in two sentences."""
    order: WholeNumber
    """Its place among the courses, counted from 1."""
    roles: Annotated[
        tuple[Literal["teachers", "aides", "counselors", "leaders", "office"], ...],
        Field(min_length=1),
    ]
    """Whom it is for: teachers, aides, counselors, leaders, office."""
    when: Line
    """When it is held and on what time: work days or summer, paid, by choice."""
    before: Line
    """What participants bring along, or the course they have done before."""
    modules: Annotated[tuple[Module, ...], Field(min_length=1)]
    """The modules in order."""
    between: Prose
    """What participants try with their own classes or work, and how a coach helps without judging.
    """
    handouts: tuple[Handout, ...] = ()
    """Every sheet, written out."""
    badge: Badge
    """What is shown by whoever finishes."""
    sources: tuple[Source, ...] = ()
    """Where facts come from."""

    @property
    def minutes(self) -> int:
        """The minutes of all modules."""
        return sum(one.minutes for one in self.modules)


class Chapter(Document):
    """A chapter of the handbook: how to do one thing well, for teachers or for the district."""

    kind: ClassVar[str] = "chapter"
    folder: ClassVar[str] = "curriculum/handbook"
    audience: ClassVar[Audience] = "staff"

    title: Title
    """What the chapter is called; say what it helps with."""
    summary: Line
    """What a reader can do after it, in one or two sentences."""
    part: Literal["teaching", "district"]
    """Whom it is for: teaching (teachers) or district (leaders and offices)."""
    order: WholeNumber
    """Its place in its part, counted from 1."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    """The chapter in short sections, each under a heading that says its point."""
    try_: Line
    """One thing to try or to settle this week."""
    lessons: tuple[Id, ...] = ()
    """Lessons that show it in class, by id."""
    handouts: tuple[Handout, ...] = ()
    """Sheets, cards and forms, written out."""
    sources: tuple[Source, ...] = ()
    """Where facts come from."""
