"""What changed since the last edition: one page for families, one for teachers, one with all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from builder import edition_labels, labels
from builder.labels import N_
from builder.model.grades import anchor
from builder.model.kinds import KINDS
from builder.model.register import Tool
from builder.model.text import Text
from builder.pages.page import Content, Crumb, page, record
from builder.pages.view import View
from builder.snapshots import Audience, Change, Value, for_audience

_KINDS = {kind.kind: kind for kind in KINDS}
Shown = Text | Markup

# What each group of the page is called, and the changes that stand in it, in this order.
GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    (N_("New"), frozenset({"added"})),
    (N_("No longer used"), frozenset({"retired", "withdrawn"})),
    (N_("For other grades now"), frozenset({"moved"})),
    (N_("Who uses AI, how far, with which tools"), frozenset({"level", "tools", "interaction"})),
    (N_("Time, devices, goals, order"), frozenset({"time", "devices", "outcomes", "lessons"})),
    (N_("The tools themselves"), frozenset({"phase", "age", "bands"})),
    (N_("New words"), frozenset({"reworded"})),
    (N_("Translated to the end"), frozenset({"translated"})),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One change as a list shows it."""

    kind: Markup
    title: Shown
    path: str | None
    what: Markup | None = None
    before: tuple[Shown, ...] = ()
    after: tuple[Shown, ...] = ()


@page("changes/", "district")
def changes(view: View) -> Content:
    """Everything that changed."""
    way = (Crumb(view.words("For the district"), "district/"),)
    return _content(view, "district", view.words("What has changed"), way)


@page("changes/families/", "families")
def changes_families(view: View) -> Content:
    """What changed that touches a child or a family."""
    way = (Crumb(view.words("For families"), "families/"),)
    return _content(view, "families", view.words("What has changed for families"), way)


@page("changes/teachers/", "teachers")
def changes_teachers(view: View) -> Content:
    """What changed of what is taught and with what."""
    way = (Crumb(view.words("Lessons"), "lessons/"),)
    return _content(view, "teachers", view.words("What has changed for teachers"), way)


def _content(view: View, audience: Audience, title: Markup, way: tuple[Crumb, ...]) -> Content:
    compared = view.comparison
    found = for_audience(compared.changes, audience)
    if compared.since is None:
        about = view.words(
            "This is the first edition. From the next one on, its changes stand here."
        )
    elif not found:
        about = view.words(
            "Nothing has changed since the edition {edition}.", edition=compared.since
        )
    else:
        about = view.words("What is different from the edition {edition}.", edition=compared.since)
    groups = [
        (view.words(words), _rows(view, [one for one in found if one.what in kinds]))
        for words, kinds in GROUPS
        if "translated" not in kinds
    ]
    values: dict[str, Any] = {
        "about": about,
        "groups": [(words, rows) for words, rows in groups if rows],
        "translated": _translated(view, found),
        "first": compared.since is None,
    }
    crumbs = (*way, Crumb(title))
    return Content(title, about, "changes.html.jinja", values, crumbs, {}, (record(title, about),))


def _translated(view: View, found: Iterable[Change]) -> list[tuple[Any, int, list[Row]]]:
    """Each language with the documents that are now in it whole; a reader's own is enough."""
    done = [one for one in found if one.what == "translated"]
    told = []
    for language in view.settings.languages:
        own = [one for one in done if language.id in _several(one.after)]
        if own and view.reader.language in ("en", language.id):
            told.append((language, len(own), _rows(view, [_plain(one) for one in own])))
    return told


def _plain(change: Change) -> Change:
    return change._replace(what="added", before=None, after=None)


def _rows(view: View, changes: Sequence[Change]) -> list[Row]:
    return [_row(view, one) for one in changes]


def _row(view: View, one: Change) -> Row:
    kind = view.words(edition_labels.DOCUMENTS[one.kind])
    title, path = _named(view, one.kind, one.id, one.title)
    if one.what == "retired" and isinstance(one.after, str):
        instead, _ = _named(view, one.kind, one.after, one.after)
        return Row(kind, title, path, view.words("Use instead:"), (), (instead,))
    if one.what == "added":
        return Row(kind, title, path, None, (), _values(view, "bands", one.after))
    if one.what == "reworded" or one.what not in edition_labels.CHANGES:
        return Row(kind, title, path)
    told = view.words(edition_labels.CHANGES[one.what])
    values = (_values(view, one.what, value) for value in (one.before, one.after))
    before, after = values
    return Row(kind, title, path, told, before, after)


def _named(view: View, kind: str, id: str, title: str) -> tuple[Shown, str | None]:
    """A document or an outcome by its name in the reader's language, and where it stands."""
    if kind == "outcome":
        for strand in view.strands:
            for outcome in strand.outcomes:
                if outcome.code == id:
                    return outcome.text, f"strands/{strand.id}/#{anchor(id)}"
    elif id in view.ids(_KINDS[kind]) or view.home(kind, id):
        path = f"glossary/#{id}" if kind == "term" else view.home(kind, id)
        return view.card(_KINDS[kind], id).name, path
    return Markup("<span lang=en dir=ltr>{}</span>").format(title), None


def _several(value: Value | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _values(view: View, what: str, value: Value | None) -> tuple[Shown, ...]:
    """A value in the words that the pages use for it."""
    if value is None:
        return ()
    if what in ("bands", "moved"):
        return tuple(view.band(one).title for one in _several(value))
    if what == "tools":
        known = view.ids(Tool)
        return tuple(view.card(Tool, one).name for one in _several(value) if one in known) or (
            view.words("none"),
        )
    if what == "lessons":
        return tuple(_named(view, "lesson", one, one)[0] for one in _several(value))
    if what == "level":
        return (view.words(labels.LEVELS[int(str(value))]),)
    if what == "phase":
        return (view.words(labels.PHASES[int(str(value))]),)
    if what == "time":
        return (view.words("{number} min", number=value),)
    known_words = {"interaction": labels.INTERACTIONS, "devices": labels.DEVICES}.get(what)
    if known_words:
        return (view.words(known_words[str(value)]),)
    told = _several(value) or (str(value),)
    return tuple(Markup('<bdi class="ltr">{}</bdi>').format(one) for one in told)
