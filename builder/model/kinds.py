"""The kinds of document that a curriculum may have, and which of them a file is."""

from __future__ import annotations

from builder.model.base import Document
from builder.model.district import Metrics, Policy, Resources, Roadmap
from builder.model.educators import Chapter, Competencies, Course
from builder.model.family import Guide, Home, Letter, Topic
from builder.model.grades import Band
from builder.model.household import KitchenSheet, Questions
from builder.model.integrity import Integrity
from builder.model.lesson import Lesson
from builder.model.program import Calendar, Program
from builder.model.progression import Framework, GraduateProfile, Strand
from builder.model.register import Principles, Term, Tool
from builder.model.search import Synonyms
from builder.model.unit import Unit
from builder.model.workshop import Workshop

KINDS: tuple[type[Document], ...] = (
    Home,
    Band,
    Strand,
    GraduateProfile,
    Framework,
    Lesson,
    Unit,
    Integrity,
    Guide,
    Topic,
    Letter,
    Questions,
    KitchenSheet,
    Workshop,
    Term,
    Tool,
    Principles,
    Synonyms,
    Competencies,
    Course,
    Chapter,
    Program,
    Calendar,
    Policy,
    Roadmap,
    Metrics,
    Resources,
)


def kind_of(path: str) -> type[Document] | None:
    """The kind that a path belongs to, by its folder."""
    folder = path.rpartition("/")[0]
    for kind in KINDS:
        if kind.by_band and folder.rpartition("/")[0] == kind.folder:
            return kind
        if not kind.by_band and folder == kind.folder:
            return kind
    return None
