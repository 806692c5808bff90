"""What students shape outside of class: clubs, conferences, after-school programs."""

from __future__ import annotations

from builder.model.program import Program
from builder.model.register import Tool
from builder.pages import linked
from builder.pages.page import Content, Crumb, page, record
from builder.pages.sheets import owner_of, sheet, sheets
from builder.pages.view import View


def _way(view: View, *last: Crumb) -> tuple[Crumb, ...]:
    return (Crumb(view.words("Lessons"), "lessons/"), *last)


@page("programs/", "teachers")
def programs(view: View) -> Content:
    """All programs."""
    title = view.words("Programs for students")
    about = view.words("Clubs, conferences and after-school programs that students shape.")
    values = {
        "about": about,
        "programs": view.cards(Program),
        "bands": {band.id: band for band in view.bands},
    }
    data, search = linked.collection(title), (record(title, about),)
    crumbs = _way(view, Crumb(title))
    return Content(title, about, "programs.html.jinja", values, crumbs, data, search)


@page("programs/{id}/", "teachers", of=Program)
def program(view: View, id: str) -> Content:
    """A program with its sessions, ready to lead."""
    one = view.document(Program, id)
    used = dict.fromkeys(tool for session in one.sessions for tool in session.tools)
    bands = tuple(view.band(band) for band in one.bands)
    values = {
        "program": one,
        "bands": bands,
        "tools": {tool: view.card(Tool, tool) for tool in used},
        "district": view.settings.district,
    }
    title = view.words("Programs for students")
    crumbs = _way(view, Crumb(title, "programs/"), Crumb(one.title))
    heads = [session.title.shown for session in one.sessions]
    search = (record(one.title, one.summary, *heads),)
    data = linked.teaching(one, one.summary.shown, "student program", *bands)
    return Content(one.title, one.summary, "program.html.jinja", values, crumbs, data, search)


@page("programs/{id}/", "teachers", of=Program, each=sheets, shape="sheet")
def program_handout(view: View, id: str) -> Content:
    """One sheet of a program."""
    one = view.document(Program, owner_of(id))
    return sheet(view, one, id, "programs", one.bands)
