"""The progression: strands with their outcomes, the graduate profile, frameworks as code lists."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from builder.model.base import Code, Document, Id, Part
from builder.model.grades import BandId
from builder.model.text import Line, Prose, Text, Title
from builder.validation import Day, WholeNumber

Alignment = Annotated[str, Field(pattern=r"^[a-z0-9-]+:[^@\s]+(@[^@\s]+)?$")]


class Outcome(Part):
    """What a student can do by the end of a band."""

    code: Code
    """Band, strand, number; never changed, never used again."""
    text: Line
    """A full sentence that begins with “I can”."""
    plain: Line
    """The short form for families and tables, at most 64 characters."""
    builds_on: tuple[Code, ...] = ()
    """Outcomes of the same strand in earlier bands."""
    graduate_profile: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Aims of the graduate profile that it serves."""
    alignments: Annotated[tuple[Alignment, ...], Field(min_length=1)]
    """Codes of registered frameworks: `framework:code` or `framework:code@band`."""
    status: Literal["active", "retired"] = "active"
    """Whether lessons may still teach it."""
    replaced_by: Code | None = None
    """What to teach instead, once retired."""

    @property
    def slug(self) -> str:
        return self.code


class Strand(Document):
    """One line of learning through all four bands."""

    kind: ClassVar[str] = "strand"
    folder: ClassVar[str] = "progression"

    code: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    """Three capital letters, the middle of its outcomes' codes."""
    order: WholeNumber
    """Its row in the matrix."""
    title: Title
    """What the strand is called."""
    about: Prose
    """Why it matters, for families."""
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=1)]
    """Its outcomes, band by band."""


class Aim(Part):
    """One aim of the graduate profile."""

    id: Id
    title: Title
    text: Line


class GraduateProfile(Document):
    """What the district wants for every graduate."""

    kind: ClassVar[str] = "profile"
    folder: ClassVar[str] = "progression/profile"

    title: Title
    """The name of the profile."""
    about: Prose
    """What the profile is for."""
    aims: Annotated[tuple[Aim, ...], Field(min_length=1)]
    """The aims."""


class Group(Part):
    """A heading under which a framework lists codes."""

    id: Id
    title: str


class FrameworkCode(Part):
    """One code of a framework."""

    code: str
    """As the framework writes it, or our slug where it has none."""
    group: Id
    """The group it stands in."""
    text: str
    """Its sense in our words, or its short name."""


class Framework(Document):
    """A published framework as a closed list of codes; its words are not translated."""

    kind: ClassVar[str] = "framework"
    folder: ClassVar[str] = "progression/frameworks"
    audience: ClassVar[Literal["family", "lesson", "staff"]] = "staff"

    title: str
    """Its full title, in English."""
    publisher: str
    """Who publishes it."""
    version: str
    """Year or number of the edition listed here."""
    license: str  # type: ignore[assignment]
    """The framework's own licence."""
    status: Literal["current", "deprecated"] = "current"  # type: ignore[assignment]
    """Whether new alignments may use it."""
    source: str
    """How to cite it."""
    checked_on: Day
    """The day the list was last compared with the source."""
    note: str | None = None
    """What is paraphrased and how far it is verified."""
    bands: dict[str, tuple[BandId, ...]] | None = None
    """Its own bands and ours, where its codes repeat in each band."""
    groups: tuple[Group, ...]
    """Its headings."""
    codes: Annotated[tuple[FrameworkCode, ...], Field(min_length=1)]
    """The closed list."""

    @property
    def name(self) -> Text:
        return Title(self.title)
