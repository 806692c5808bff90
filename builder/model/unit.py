"""A unit: lessons of one band in the order in which they are taught, with their pacing."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from builder.model.base import Audience, Document, Id, Part
from builder.model.grades import BandId
from builder.model.text import Line, Prose, Title


class Stop(Part):
    """One lesson of the unit."""

    id: Id
    """The lesson that is taught here, by its id."""
    when: Line
    """When to teach it, such as “Week 1, one class period; then leave a day for the posters.”"""
    why: Line
    """Why it stands here: what it adds, and what to carry over from the lesson before."""


class Unit(Document):
    """Lessons of one band, in order: a strand of the progression, or a project across strands."""

    kind: ClassVar[str] = "unit"
    folder: ClassVar[str] = "curriculum/units"
    audience: ClassVar[Audience] = "lesson"
    everywhere: ClassVar[tuple[str, ...]] = ("title", "summary")

    title: Title
    """What the unit is called, in a few words."""
    summary: Line
    """What students get to know and do in it, in two sentences for a teacher who looks for one."""
    band: BandId
    """The band of its lessons: tk-2, 3-5, 6-8 or 9-12."""
    strand: Id | None = None
    """The strand of the progression that it follows; leave it out for a project across strands."""
    question: Line
    """The one question that runs through all its lessons, in words students could ask."""
    before: Line
    """What students bring along: what they should have done or met before."""
    lessons: Annotated[tuple[Stop, ...], Field(min_length=1)]
    """The lessons in the order in which they are taught."""
    ending: Prose
    """How the unit closes: what students show by then, and what to do where they cannot yet."""
    short_of_time: Line
    """Which lesson to teach where there is time for one only, and what is then left out."""

    @property
    def lesson_ids(self) -> tuple[str, ...]:
        """Its lessons, by id, in order."""
        return tuple(one.id for one in self.lessons)
