"""How every student gets into a lesson: language, access, and more for those who are ready."""

from __future__ import annotations

from builder.model.base import Part
from builder.model.text import Prose


class EnglishLanguageDevelopment(Part):
    """California's three levels of English language development."""

    emerging: Prose
    """Substantial support: sentence frames with a word bank, pictures, a partner."""
    expanding: Prose
    """Moderate support: sentence frames."""
    bridging: Prose
    """Light support: prompts that ask for more."""


class UniversalDesign(Part):
    """The three principles of Universal Design for Learning."""

    engagement: Prose
    """How the lesson wakes interest and offers choice."""
    representation: Prose
    """How the same idea comes in several forms: heard, seen, touched."""
    action_expression: Prose
    """How students may show what they learned in several ways."""


class Supports(Part):
    """How every student gets in."""

    eld: EnglishLanguageDevelopment
    """Support at the three California levels of English language development."""
    udl: UniversalDesign
    """The three principles of Universal Design for Learning, each made concrete."""
    access: Prose
    """What students with an IEP or 504 plan need: text-to-speech, large print, more time."""
    extension: Prose
    """What students do who are ready for more."""
