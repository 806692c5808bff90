"""Lessons: the teacher's page, the student's page, the handouts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from builder.model.educators import Course
from builder.model.grades import Band
from builder.model.integrity import Integrity, UseLevel
from builder.model.lesson import Lesson
from builder.model.progression import Strand
from builder.model.register import Term, Tool
from builder.model.text import Text
from builder.pages import linked
from builder.pages.page import Content, Crumb, page, record
from builder.pages.sheets import owner_of, sheet, sheets
from builder.pages.view import Card, View
from builder.takeaway import has_sheets


@dataclass(frozen=True, slots=True)
class Taught:
    """An outcome as a lesson names it."""

    code: str
    text: Text
    plain: Text
    strand: str


def outcomes(view: View, codes: tuple[str, ...]) -> tuple[Taught, ...]:
    """The outcomes behind the codes, in the reader's language."""
    by_code = {
        one.code: Taught(one.code, one.text, one.plain, strand.id)
        for strand in view.documents(Strand).values()
        for one in strand.outcomes
    }
    return tuple(by_code[code] for code in codes if code in by_code)


def label(view: View, lesson: Lesson) -> UseLevel | None:
    """The words of the lesson's AI-use level in its band, for the label on the assignment."""
    if lesson.band not in view.ids(Integrity):
        return None
    levels = view.document(Integrity, lesson.band).levels
    return next((one for one in levels if one.level == lesson.ai_use_level), None)


def _way(view: View, *last: Crumb) -> tuple[Crumb, ...]:
    return (Crumb(view.words("Lessons"), "lessons/"), *last)


@page("lessons/{id}/", "teachers", of=Lesson)
def lesson(view: View, id: str) -> Content:
    """The teacher's page."""
    one = view.document(Lesson, id)
    band = view.band(one.band)
    taught = outcomes(view, one.teaches)
    values: dict[str, Any] = {
        "lesson": one,
        "band": band,
        "outcomes": taught,
        "tools": [view.card(Tool, tool) for tool in one.tools],
        "courses": [view.card(Course, course) for course in one.courses],
        "terms": [view.document(Term, term) for term in one.vocabulary],
        "label": label(view, one),
        "before": _with_bands(view, [view.card(Lesson, id) for id in one.prerequisites]),
        "after": _with_bands(view, list(view.followers(id))),
        "units": view.units_of(id),
        "files": view.files(Lesson, id, has_sheets(one)),
    }
    crumbs = _way(view, Crumb(one.title))
    told = [(outcome.code, outcome.text.shown, outcome.strand) for outcome in taught]
    data = linked.lesson(one, band, told, [unit.id for unit in values["units"]])
    uses = [*(f"term/{id}" for id in one.vocabulary), *(f"outcome/{code}" for code in one.teaches)]
    search = (record(one.title, one.summary, uses=uses),)
    return Content(one.title, one.summary, "lesson.html.jinja", values, crumbs, data, search)


def _with_bands(view: View, cards: list[Card]) -> list[tuple[Card, Band]]:
    return [(card, view.band(card.band)) for card in cards]


@page("lessons/{id}/student/", "teachers", of=Lesson)
def lesson_student(view: View, id: str) -> Content:
    """The student's page: plain steps, no answers."""
    one = view.document(Lesson, id)
    values: dict[str, Any] = {
        "lesson": one,
        "band": view.band(one.band),
        "label": label(view, one),
        "terms": [view.document(Term, term) for term in one.vocabulary],
    }
    crumbs = _way(view, Crumb(one.title, f"lessons/{id}/"), Crumb(view.words("Student view")))
    data = _view_of(one, "student page", "student", values["band"])
    return Content(one.title, one.question, "lesson-student.html.jinja", values, crumbs, data)


@page("lessons/{id}/present/", "teachers", of=Lesson, shape="wide")
def lesson_present(view: View, id: str) -> Content:
    """The lesson for the screen of the class: a segment at a time, the teacher's words apart."""
    one = view.document(Lesson, id)
    values: dict[str, Any] = {"lesson": one, "band": view.band(one.band)}
    crumbs = _way(view, Crumb(one.title, f"lessons/{id}/"), Crumb(view.words("Present")))
    data = _view_of(one, "presentation", "teacher", values["band"])
    return Content(one.title, one.question, "lesson-present.html.jinja", values, crumbs, data)


def _view_of(one: Lesson, kind: str, role: str, band: Band) -> Any:
    return linked.part(one, f"lessons/{one.id}/", one.title, one.question, kind, role, band)


@page("lessons/{id}/", "teachers", of=Lesson, each=sheets, shape="sheet")
def lesson_handout(view: View, id: str) -> Content:
    """One sheet to print."""
    one = view.document(Lesson, owner_of(id))
    return sheet(view, one, id, "lessons", (one.band,), label(view, one))
