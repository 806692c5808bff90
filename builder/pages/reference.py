"""Reference: glossary, tool register, principles."""

from __future__ import annotations

from builder.model.register import Principles, Term, Tool
from builder.pages import linked
from builder.pages.page import Content, Crumb, page, record
from builder.pages.view import View


@page("glossary/", "glossary")
def glossary(view: View) -> Content:
    """Every term: in English, with its idea in the reader's language."""
    terms = sorted(view.documents(Term).values(), key=lambda term: term.term.casefold())
    title = view.words("Glossary")
    about = view.words(
        "{number} school words about AI. The English word stays; the idea is explained.",
        number=len(terms),
    )
    values = {
        "terms": terms,
        "names": {term.id: term.term for term in terms},
        "bands": {band.id: band for band in view.bands},
        "about": about,
    }
    data = linked.glossary(title, terms)
    search = (
        record(title, about),
        *(
            record(one.name, one.explanation, *one.also, at=f"#{one.id}", of=f"term/{one.id}")
            for one in terms
        ),
    )
    return Content(title, about, "glossary.html.jinja", values, (Crumb(title),), data, search)


@page("tools/", "district")
def tools(view: View) -> Content:
    """The register of tools."""
    title = view.words("Tool register")
    about = view.words("Each tool with its age rule, its data agreement and its scores.")
    values = {
        "tools": view.cards(Tool),
        "bands": {one.id: one for one in view.bands},
        "about": about,
    }
    crumbs = (Crumb(view.words("For the district"), "district/"), Crumb(title))
    data = linked.collection(title)
    search = (record(title, about),)
    return Content(title, about, "tools.html.jinja", values, crumbs, data, search)


@page("tools/{id}/", "district", of=Tool)
def tool(view: View, id: str) -> Content:
    """One tool: who may use it, what it receives, how it was scored."""
    one = view.document(Tool, id)
    values = {"tool": one, "bands": [view.band(band) for band in one.bands]}
    crumbs = (
        Crumb(view.words("For the district"), "district/"),
        Crumb(view.words("Tool register"), "tools/"),
        Crumb(one.name),
    )
    search = (record(one.name, one.summary),)
    return Content(one.name, one.summary, "tool.html.jinja", values, crumbs, {}, search)


@page("principles/", "district")
def principles(view: View) -> Content:
    """The principles behind every page."""
    one = view.document(Principles, "principles")
    crumbs = (Crumb(view.words("For the district"), "district/"), Crumb(one.title))
    data = linked.resource(one, one.summary.shown, "principles")
    values = {"principles": one}
    heads = [principle.title.shown for principle in one.principles]
    search = (record(one.title, one.summary, *heads, of="principles/principles"),)
    return Content(one.title, one.summary, "principles.html.jinja", values, crumbs, data, search)
