"""Handouts as pages of their own: every kind of document that has some shows them alike."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.base import Document
from builder.model.groups import WithHandouts
from builder.model.integrity import UseLevel
from builder.pages import linked
from builder.pages.page import Content, Crumb
from builder.pages.view import View


def sheets(document: Document) -> Iterator[str]:
    """What names each handout among those of all documents of its kind."""
    for one in document.handout_ids:
        yield f"{document.id}/handouts/{one}"


def owner_of(sheet: str) -> str:
    """The id of the document whose handout `sheets` named so."""
    return sheet.partition("/")[0]


def sheet(
    view: View,
    owner: WithHandouts,
    id: str,
    folder: str,
    bands: tuple[str, ...] = (),
    level: UseLevel | None = None,
) -> Content:
    """The handout of `owner` that `sheets` named `id`; its page stands below that of the owner."""
    handout = next(one for one in owner.handouts if id.endswith(f"/{one.id}"))
    back = f"{folder}/{owner.id}/"
    taught = tuple(view.band(band) for band in bands)
    values = {
        "handout": handout,
        "owner": owner.title,
        "back": back,
        "bands": taught,
        "label": level,
        "district": view.settings.district,
        "edition": view.settings.edition,
    }
    about = view.words("A sheet to print for “{title}”.", title=owner.title.shown)
    crumbs = (Crumb(owner.title, back), Crumb(handout.title))
    role = "parent" if handout.for_ == "family" else handout.for_
    data = linked.part(owner, back, handout.title, about, "handout", role, *taught)
    return Content(handout.title, about, "handout.html.jinja", values, crumbs, data)
