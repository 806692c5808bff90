"""Addresses that an edition had and this one has no page for: each leads to the nearest page.

A document keeps its own address for ever, which a rule holds; but a sheet may go from its lesson,
and a page from the builder.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder import bare, templates
from builder.site import Site


def forwards(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every file that leads on, by its path in the site."""
    there = {one.path for one in site.addresses}
    tags = {one.id for one in site.settings.languages}
    # Below the home of a language stands a page of its own, whatever a snapshot says.
    published = {
        path
        for one in site.edition.before
        for path in one.pages
        if path.partition("/")[0] not in tags
    }
    for path in sorted(published - there):
        to = nearest(path, there)
        steps = "../" * (path.count("/") - to.count("/"))
        for language in site.settings.languages:
            reader = site.reader(language.id, path)
            prefix = "" if language.id == "en" else f"{language.id}/"
            values = {"to": steps, "direction": language.direction, "policy": bare.STYLED}
            page = templates.render("forward.html.jinja", reader, values)
            yield f"{prefix}{path}index.html", page.encode()


def nearest(path: str, there: set[str]) -> str:
    """The page above the path, step by step, at the latest the home page."""
    while path and path not in there:
        path = path.rstrip("/").rpartition("/")[0]
        path = f"{path}/" if path else ""
    return path
