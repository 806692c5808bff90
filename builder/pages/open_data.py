"""What other programs may take, under which licence, and what of it will not change."""

from __future__ import annotations

from builder.model.progression import Strand
from builder.pages import linked
from builder.pages.page import Content, Crumb, page, record
from builder.pages.view import View

# Each path with its media type. Source: IANA, Media Types; RFC 4287, section 7.
_FILES = {
    "curriculum.json": "application/json",
    "case.json": "application/json",
    "progression.json": "application/json",
    "progression.csv": "text/csv",
    "progression-outcomes.csv": "text/csv",
    "progression-frameworks.csv": "text/csv",
}


@page("open-data/", "district")
def open_data(view: View) -> Content:
    """Every data file, the licence, how to cite, and what will not change."""
    title = view.words("Open data")
    about = view.words("All of it as files for other programs, free to use.")
    settings = view.settings
    values = {
        "about": about,
        "others": settings.languages[1:],
        "packages": settings.having(Strand.audience),
        "bands": view.bands,
        "settings": settings,
    }
    crumbs = (Crumb(view.words("For the district"), "district/"), Crumb(title))
    data = linked.dataset(title, about, settings.district.name, _FILES)
    search = (record(title, about, "JSON", "CASE", "CSV", "Atom", "API"),)
    return Content(title, about, "open-data.html.jinja", values, crumbs, data, search)
