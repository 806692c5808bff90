"""Honest work with AI: the overview and a page for each band."""

from __future__ import annotations

from builder.model.integrity import Integrity
from builder.pages import linked
from builder.pages.page import Content, Crumb, page, record
from builder.pages.view import View


@page("integrity/", "teachers")
def integrity_overview(view: View) -> Content:
    """The levels, and the way to each band."""
    title = view.words("Honest work with AI")
    about = view.words("Three promises, one scale and one short form. They hold in every class.")
    values = {
        "about": about,
        "bands": [(band, view.document(Integrity, band.id)) for band in view.bands],
    }
    crumbs = (Crumb(view.words("Lessons"), "lessons/"), Crumb(title))
    data = linked.collection(title)
    search = (record(title, about),)
    return Content(title, about, "integrity-overview.html.jinja", values, crumbs, data, search)


@page("integrity/{id}/", "teachers", of=Integrity)
def integrity(view: View, id: str) -> Content:
    """The expectations of one band, for students, families and teachers."""
    one = view.document(Integrity, id)
    band = view.band(id)
    by_level = {level.level: level for level in one.levels}
    values = {"integrity": one, "band": band, "by_level": by_level}
    crumbs = (
        Crumb(view.words("Lessons"), "lessons/"),
        Crumb(view.words("Honest work with AI"), "integrity/"),
        Crumb(one.title),
    )
    data = linked.resource(one, one.summary.shown, "academic integrity expectations", band)
    search = (record(one.title, one.summary),)
    return Content(one.title, one.summary, "integrity.html.jinja", values, crumbs, data, search)
