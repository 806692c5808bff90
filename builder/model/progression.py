"""The progression: strands with their outcomes, the graduate profile, frameworks as code lists."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from builder.model.base import Audience, Code, Dated, Document, Id, Part
from builder.model.grades import BandId
from builder.model.text import Line, Prose, Text, Title
from builder.validation import Day, WholeNumber

Alignment = Annotated[str, Field(pattern=r"^[a-z0-9-]+:[^@\s]+(@[^@\s]+)?$")]
Foreign = Annotated[str, Field(pattern=r"^[^@\s]+$")]
"""What an alignment can name: it stands on either side of the `@`."""


class Outcome(Part):
    """What a student can do by the end of a band."""

    code: Code
    """Band, strand and number, such as 3-5.EVA.1; never changed, never used again."""
    text: Line
    """A full sentence that begins with “I can”."""
    plain: Line
    """The short form for families and tables, at most 64 characters."""
    builds_on: tuple[Code, ...] = ()
    """Outcomes of the same strand in earlier bands."""
    graduate_profile: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Aims of the graduate profile that it serves, by id."""
    alignments: Annotated[tuple[Alignment, ...], Field(min_length=1)]
    """Codes of registered frameworks: `framework:code` or `framework:code@band`."""
    status: Literal["active", "retired"] = "active"
    """Whether lessons may still teach it: active or retired."""
    replaced_by: Code | None = None
    """The code of what to teach instead, once this is retired."""
    retired_because: Line | None = None
    """Why this is retired; needed where nothing replaces it."""

    @property
    def slug(self) -> str:
        return self.code


class Strand(Dated):
    """One line of learning through all four bands."""

    kind: ClassVar[str] = "strand"
    folder: ClassVar[str] = "progression"
    for_staff: ClassVar[tuple[str, ...]] = ("changes",)

    code: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    """Three capital letters, the middle of its outcomes' codes."""
    order: WholeNumber
    """Its row in the matrix, counted from 1."""
    title: Title
    """What the strand is called, in a few words."""
    about: Prose
    """Why the strand matters, in one paragraph for families."""
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=1)]
    """Its outcomes, band by band."""


class Aim(Part):
    """One aim of the graduate profile."""

    id: Id
    """Names this aim; outcomes refer to it. Small letters, words joined by hyphens."""
    title: Title
    """The aim in a few words, such as “Effective communicator”."""
    text: Line
    """What such a graduate does, in one sentence."""


class GraduateProfile(Document):
    """What the district wants for every graduate."""

    kind: ClassVar[str] = "profile"
    folder: ClassVar[str] = "progression/profile"
    only: ClassVar[str] = "graduate-profile"

    title: Title
    """The name of the profile."""
    about: Prose
    """What the profile is for, in a paragraph for families."""
    aims: Annotated[tuple[Aim, ...], Field(min_length=1)]
    """The aims, in the order they are shown."""


class Group(Part):
    """A heading under which a framework lists codes."""

    id: Id
    """Names this group; codes refer to it. Small letters, words joined by hyphens."""
    title: str
    """The framework’s own heading, in English."""


class FrameworkCode(Part):
    """One code of a framework."""

    code: Foreign
    """The code as the framework writes it, or our own slug where it has none."""
    group: Id
    """The group it stands in, by its id."""
    text: str
    """Its sense in our words, or its short name."""


class Framework(Document):
    """A published framework as a closed list of codes; its words are not translated."""

    kind: ClassVar[str] = "framework"
    folder: ClassVar[str] = "progression/frameworks"
    audience: ClassVar[Audience] = "staff"

    title: str
    """Its full title, in English."""
    publisher: str
    """Who publishes it."""
    version: str
    """Year or number of the edition listed here."""
    status: Literal["current", "deprecated"] = "current"  # type: ignore[assignment]
    """Whether new alignments may use it: current or deprecated."""
    retired_because: str | None = None  # type: ignore[assignment]
    """Why new alignments no longer use it, in English, once it is deprecated."""
    license: str  # type: ignore[assignment]
    """The licence of the framework itself, or how its words may be used."""
    source: str
    """How to cite it: author, year, title, address."""
    checked_on: Day
    """The day the list was last compared with the source, such as 2026-11-22."""
    note: str | None = None
    """What is paraphrased and how far it is verified."""
    bands: dict[Foreign, tuple[BandId, ...]] | None = None
    """Its own bands and ours, where its codes repeat in each band."""
    groups: tuple[Group, ...]
    """The headings of the framework, in order."""
    codes: Annotated[tuple[FrameworkCode, ...], Field(min_length=1)]
    """Every code that alignments may name; the list is closed."""

    @property
    def name(self) -> Text:
        return Title(self.title)
