"""The pages of the checks: what each looks for, why, and how to mend it."""

from __future__ import annotations

from typing import ClassVar, Literal

from builder.model.base import Audience, Document, Id, Part
from builder.model.text import Line, Prose, Title


class Check(Part):
    """One check, under the name that its findings carry."""

    id: Id
    """Its name."""
    severity: Literal["error", "warning"]
    """How much a finding weighs."""
    summary: Line
    """The fault, in a sentence."""
    why: Prose
    """What harm the fault does."""
    mend: Prose
    """What to write instead."""
    source: Prose
    """The law, framework or decision behind it."""
    limits: Prose | None = None
    """What it cannot see."""


class Checks(Document):
    """The checks of one family; made from the builder's code, not read from a file."""

    kind: ClassVar[str] = "checks"
    folder: ClassVar[str] = "curriculum/checks"
    audience: ClassVar[Audience] = "staff"

    title: Title
    """The name of the family."""
    about: Line
    """What its checks are for."""
    checks: tuple[Check, ...]
    """The checks, by name."""
