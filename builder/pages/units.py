"""Units: the lessons of a band in order, by strand, and projects across strands."""

from __future__ import annotations

from builder.model.lesson import Lesson
from builder.model.progression import Strand
from builder.model.unit import Unit
from builder.pages import linked
from builder.pages.page import Content, Crumb, page, record
from builder.pages.view import Card, View
from builder.takeaway import lessons_have_sheets


@page("units/", "teachers", shape="wide")
def units(view: View) -> Content:
    """All units, by band: those of strands in the order of the matrix, then projects."""
    strands = view.cards(Strand)
    order = {one.id: one.order for one in strands}
    cards = sorted(view.cards(Unit), key=lambda one: (order.get(one.strand, len(order)), one.id))
    lessons = {one.id: one for one in view.cards(Lesson)}
    groups = [
        (band, [(one, _minutes(one, lessons)) for one in cards if one.band == band.id])
        for band in view.bands
    ]
    title = view.words("Units")
    about = view.words("{number} units: lessons in order, with their pacing.", number=len(cards))
    values = {
        "groups": groups,
        "about": about,
        "names": {one.id: one.name for one in strands},
    }
    crumbs = (Crumb(view.words("Lessons"), "lessons/"), Crumb(title))
    data = linked.collection(title)
    return Content(title, about, "units.html.jinja", values, crumbs, data, (record(title, about),))


def _minutes(unit: Card, lessons: dict[str, Card]) -> int:
    return sum(lessons[one].minutes for one in unit.lesson_ids if one in lessons)


@page("units/{id}/", "teachers", of=Unit)
def unit(view: View, id: str) -> Content:
    """A unit with its lessons in order."""
    one = view.document(Unit, id)
    band = view.band(one.band)
    there = view.ids(Lesson)
    stops = [(stop, view.card(Lesson, stop.id)) for stop in one.lessons if stop.id in there]
    codes = {code for _, card in stops for code in card.teaches}
    shown = {code for _, card in stops for code in card.assesses}
    strands = view.strands
    outcomes = [
        (strand, outcome, outcome.code in shown)
        for strand in strands
        for outcome in strand.outcomes
        if outcome.code in codes
    ]
    values = {
        "unit": one,
        "band": band,
        "stops": stops,
        "minutes": sum(card.minutes for _, card in stops),
        "strand": next((strand for strand in strands if strand.id == one.strand), None),
        "outcomes": outcomes,
        "files": view.files(Unit, id, lessons_have_sheets(card for _, card in stops)),
    }
    crumbs = (
        Crumb(view.words("Lessons"), "lessons/"),
        Crumb(view.words("Units"), "units/"),
        Crumb(one.title),
    )
    data = linked.unit(one, band, [(card.id, card.name.shown) for _, card in stops])
    search = (record(one.title, one.summary),)
    return Content(one.title, one.summary, "unit.html.jinja", values, crumbs, data, search)
