"""What families read: guides, theme pages, letters and workshop kits."""

from __future__ import annotations

from builder.model.family import Guide, Letter, Topic
from builder.model.household import KitchenSheet, Questions
from builder.model.integrity import Integrity
from builder.model.register import Term
from builder.model.text import Text
from builder.model.workshop import Workshop
from builder.pages import linked
from builder.pages.page import Content, Crumb, page, record
from builder.pages.sheets import owner_of, sheet, sheets
from builder.pages.view import View
from builder.takeaway import has_sheets


def _way(view: View, *last: Crumb) -> tuple[Crumb, ...]:
    return (Crumb(view.words("For families"), "families/"), *last)


@page("guides/{id}/", "families", of=Guide)
def guide(view: View, id: str) -> Content:
    """The family guide of a band."""
    one = view.document(Guide, id)
    band = view.band(one.band)
    values = {
        "guide": one,
        "band": band,
        "term": view.document(Term, one.word.term),
        "has_integrity": id in view.ids(Integrity),
        "has_letter": id in view.ids(Letter),
        "has_sheet": id in view.ids(KitchenSheet),
        "district": view.settings.district,
    }
    data = linked.family(one, one.summary.shown, "family guide", band)
    search = (record(one.title, one.summary, uses=[f"term/{one.word.term}"]),)
    crumbs = _way(view, Crumb(one.title))
    return Content(one.title, one.summary, "guide.html.jinja", values, crumbs, data, search)


@page("topics/{id}/", "families", of=Topic)
def topic(view: View, id: str) -> Content:
    """A family page on one theme."""
    one = view.document(Topic, id)
    values = {"topic": one, "district": view.settings.district}
    data = linked.family(one, one.summary.shown, "family page")
    crumbs = _way(view, Crumb(one.title))
    heads = [section.title.shown for section in one.sections]
    search = (record(one.title, one.summary, *heads),)
    return Content(one.title, one.summary, "topic.html.jinja", values, crumbs, data, search)


@page("questions/{id}/", "families", of=Questions)
def questions(view: View, id: str) -> Content:
    """Questions that families ask, with answers."""
    one = view.document(Questions, id)
    values = {"questions": one, "district": view.settings.district}
    data = linked.questions(one)
    crumbs = _way(view, Crumb(one.title))
    search = (
        record(one.title, one.summary),
        *(
            record(
                each.ask, each.answer, at=(at := f"#{group.id}-{each.id}"), of=f"questions/{id}{at}"
            )
            for group in one.groups
            for each in group.questions
        ),
    )
    return Content(one.title, one.summary, "questions.html.jinja", values, crumbs, data, search)


@page("sheets/{id}/", "families", of=KitchenSheet, shape="sheet")
def kitchen_sheet(view: View, id: str) -> Content:
    """The sheet of a band for the kitchen table."""
    one = view.document(KitchenSheet, id)
    return _sent_home(view, one, one.lead, "kitchen-sheet.html.jinja")


@page("letters/{id}/", "families", of=Letter, shape="sheet")
def letter(view: View, id: str) -> Content:
    """The letter a school sends home."""
    one = view.document(Letter, id)
    return _sent_home(view, one, one.what, "letter.html.jinja")


def _sent_home(view: View, one: KitchenSheet | Letter, summary: Text, template: str) -> Content:
    band, settings = view.band(one.band), view.settings
    values = {
        one.kind: one,
        "band": band,
        "district": settings.district,
        "edition": settings.edition,
    }
    data = linked.family(one, summary.shown, f"family {one.kind}", band)
    crumbs = _way(view, Crumb(one.title))
    search = (record(one.title, summary),)
    return Content(one.title, summary, template, values, crumbs, data, search)


@page("workshops/{id}/", "families", of=Workshop)
def workshop(view: View, id: str) -> Content:
    """A workshop kit."""
    one = view.document(Workshop, id)
    bands = tuple(view.band(band) for band in one.bands)
    terms = [view.document(Term, term) for term in one.interpreter_sheet.terms]
    files = view.files(Workshop, id, has_sheets(one))
    values = {"workshop": one, "bands": bands, "terms": terms, "files": files}
    data = linked.family(one, one.summary.shown, "workshop kit", *bands)
    crumbs = _way(view, Crumb(one.title))
    uses = [f"term/{term.id}" for term in terms]
    search = (record(one.title, one.summary, uses=uses),)
    return Content(one.title, one.summary, "workshop.html.jinja", values, crumbs, data, search)


@page("workshops/{id}/", "families", of=Workshop, each=sheets, shape="sheet")
def workshop_handout(view: View, id: str) -> Content:
    """One sheet of a workshop."""
    one = view.document(Workshop, owner_of(id))
    return sheet(view, one, id, "workshops", one.bands)
