"""Who reads a passage: what a child may meet, what a parent must understand, what a teacher gets.

The same words are judged by their reader: limits of readability and wording go by it, and the note
to a translator names it.
"""

from __future__ import annotations

from typing import Literal

from builder.model.base import Document
from builder.model.educators import Chapter, Course
from builder.model.family import Guide, Home, Letter, Topic
from builder.model.grades import Band
from builder.model.groups import WithHandouts
from builder.model.handout import Handout
from builder.model.household import KitchenSheet, Questions
from builder.model.integrity import Integrity
from builder.model.lesson import Lesson
from builder.model.program import Program
from builder.model.progression import GraduateProfile, Strand
from builder.model.register import Principles, Term
from builder.model.text import Text, Words
from builder.model.unit import Unit
from builder.model.workshop import Workshop

Reader = Literal["students", "families", "teachers", "staff"]

_WHOLE: dict[type[Document], Reader] = {
    **dict.fromkeys((Band, Guide, Home, KitchenSheet, Letter, Questions, Topic), "families"),
    **dict.fromkeys((Unit, Course, Chapter), "teachers"),
    **dict.fromkeys((GraduateProfile, Principles, Term), "families"),
}
_STUDENTS = ("question", "objectives", "student_steps", "reflection")
# Families meet these too, but who leads a workshop says and does them.
_LED = ("full", "short", "goals")
_FOR: dict[str, Reader] = {"student": "students", "family": "families", "teacher": "teachers"}


def reader(document: Document, passage: Text) -> Reader:
    """Who reads this passage of the document; what is only typed into a search, its keepers."""
    if isinstance(passage, Words):
        return "staff"
    steps = passage.address.split("/")
    if steps[0] == "handouts" and isinstance(document, WithHandouts):
        return _of_handout(document.handouts, steps)
    if isinstance(document, Lesson):
        return _of_lesson(steps)
    if isinstance(document, Integrity):
        own: dict[str, Reader] = {"teachers": "teachers", "families": "families"}
        return own.get(steps[0], "students")
    if isinstance(document, Program):
        return "families" if steps[0] in ("title", "summary", "families") else "teachers"
    if isinstance(document, Workshop):
        led = steps[0] in _LED or document.audience_at(passage.address) == "staff"
        return "staff" if led else "families"
    if isinstance(document, Strand):
        return "families" if steps[0] in ("title", "about") or steps[-1] == "plain" else "teachers"
    return _WHOLE.get(type(document), "staff")


def _of_lesson(steps: list[str]) -> Reader:
    if steps[0] == "family":
        return "families"
    asked = steps[0] in _STUDENTS or steps == ["assessment", "exit_ticket"]
    return "students" if asked else "teachers"


def _of_handout(handouts: tuple[Handout, ...], steps: list[str]) -> Reader:
    if steps[-1] == "key":
        return "teachers"
    return next((_FOR[one.for_] for one in handouts if one.id == steps[1]), "teachers")
