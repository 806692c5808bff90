"""A list of links as a table, for a classroom that takes addresses and no packages."""

from __future__ import annotations

from builder.exports.papers import Desk, lesson_of, stops_of
from builder.model.unit import Unit
from builder.spreadsheet import table


def links(desk: Desk, id: str) -> bytes:
    """The student's and the teacher's page of each lesson of a unit, as CSV for spreadsheets.

    Google Classroom imports no cartridge: its teacher pastes the addresses into assignments.
    """
    view = desk.view
    head = ("Order", "Lesson", "Minutes", "Student view", "Teacher view", "The question.")
    rows: list[list[object]] = [[view.words(one).unescape().rstrip(".") for one in head]]
    for number, (stop, _) in enumerate(stops_of(view, view.document(Unit, id)), 1):
        lesson, _ = lesson_of(view, stop.id)
        places = (desk.address(f"lessons/{lesson.id}/{which}") for which in ("student/", ""))
        told = (number, lesson.title.shown, lesson.minutes, *places)
        rows.append([*told, lesson.question.shown])
    return table(rows)
