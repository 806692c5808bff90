"""The home page, and the doors to its three parts."""

from __future__ import annotations

from builder.model.district import Metrics, Policy, Resources, Roadmap
from builder.model.educators import Chapter
from builder.model.family import Guide, Home, Letter, Topic
from builder.model.household import KitchenSheet, Questions
from builder.model.integrity import Integrity
from builder.model.program import Calendar, Program
from builder.model.workshop import Workshop
from builder.pages import linked
from builder.pages.page import Content, Crumb, page, record
from builder.pages.view import View


@page("", "home", shape="wide")
def home(view: View) -> Content:
    """The home page: three doors, the bands, one thing to do tonight."""
    one = view.document(Home, "home")
    values = {
        "home": one,
        "bands": view.bands,
        "guides": view.ids(Guide),
        "there": view.complete if view.reader.language != "en" else {},
    }
    data = {**linked.collection(view.words("Home")), "@type": "WebPage", "name": one.title.shown}
    search = (record(one.title, one.lead),)
    return Content(one.title, one.lead, "home.html.jinja", values, (), data, search)


@page("families/", "families", shape="wide")
def families(view: View) -> Content:
    """Everything for families."""
    title = view.words("For families")
    about = view.words("What your child learns, what stays theirs, and what you can do at home.")
    values = {
        "about": about,
        "bands": view.bands,
        "guides": {card.id: card for card in view.cards(Guide)},
        "letters": {card.id: card for card in view.cards(Letter)},
        "integrity": {card.id: card for card in view.cards(Integrity)},
        "topics": view.cards(Topic),
        "questions": view.cards(Questions),
        "sheets": {card.id: card for card in view.cards(KitchenSheet)},
        "workshops": view.cards(Workshop),
        "programs": view.cards(Program),
        "names": {band.id: band for band in view.bands},
    }
    search = (record(title, about),)
    data = linked.collection(title)
    return Content(title, about, "families.html.jinja", values, (), data, search)


@page("district/", "district")
def district(view: View) -> Content:
    """Everything for the district."""
    title = view.words("For the district")
    about = view.words("What is taught, what is missing, and how far the translations have come.")
    crumbs = (Crumb(title),)
    values = {
        "about": about,
        "chapters": [one for one in view.cards(Chapter) if one.part == "district"],
        "policies": len(view.ids(Policy)),
        "plans": [*view.cards(Roadmap), *view.cards(Metrics)],
        "others": [*view.cards(Calendar), *view.cards(Resources)],
    }
    data = linked.collection(title)
    search = (record(title, about),)
    return Content(title, about, "district.html.jinja", values, crumbs, data, search)
