"""A new document: its place, checked before anything is written, and its first words."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from difflib import get_close_matches
from typing import get_args

from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.model.grades import BANDS
from builder.model.kinds import KINDS
from builder.modelines import modeline
from builder.scaffold.drawing import WIDTH, drawn
from builder.scaffold.seeds import seeds

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TOLD = (
    "Words that begin with “Write here” and the id “write-here” wait for yours; `curriculum check` "
    "names those that are left. A line such as “#reviewed:” is a field that you may use: take away "
    "the # before it and before the lines that belong to it. The other lines with # explain the "
    "field below them; keep or delete them."
)


class StarterError(ValueError):
    """Why no starter can be made, in a sentence for the writer."""


@dataclass(frozen=True)
class Starter:
    """A new file: where it belongs and what stands in it."""

    path: str
    text: str


def kind_named(name: str) -> type[Document]:
    """The kind of document of this name; raises StarterError where there is none."""
    kinds = {kind.kind: kind for kind in KINDS}
    if name in kinds:
        return kinds[name]
    near = get_close_matches(name, kinds, 1, 0.5)
    hint = f" Did you mean “{near[0]}”?" if near else ""
    raise StarterError(
        f"There is no kind of document “{name}”.{hint} There are: {', '.join(kinds)}."
    )


def starter(kind: type[Document], id: str, band: str | None, curriculum: Curriculum) -> Starter:
    """The starter of a document; raises StarterError where the id or the band cannot stand."""
    _check_id(kind, id)
    band = _band(kind, id, band)
    _check_free(kind, id, curriculum)
    folder = f"{kind.folder}/{band}" if kind.by_band else kind.folder
    path = f"{folder}/{id}.yml"
    try:
        given = seeds(kind, id, band, curriculum)
    except LookupError as error:
        raise StarterError(str(error.args[0])) from None
    about = " ".join((kind.__doc__ or "").split())
    told = [f"# {line}" for words in (about, _TOLD) for line in textwrap.wrap(words, WIDTH)]
    lines = [*told, "", *drawn(kind, given)]
    return Starter(path, modeline(path, kind.kind) + "\n".join(lines) + "\n")


def _check_id(kind: type[Document], id: str) -> None:
    if _named_by_band(kind) and id not in BANDS:
        raise StarterError(f"The {kind.kind} of a band is named for it: {_listed(BANDS)}.")
    if kind.only and id != kind.only:
        raise StarterError(f"There is one document of this kind; its id is “{kind.only}”.")
    if not _ID.fullmatch(id):
        message = "Use small letters and digits, words joined by single hyphens: check-a-source."
        raise StarterError(f"“{id}” cannot be an id. {message}")
    if len(id) > 64:
        raise StarterError(f"“{id}” has {len(id)} letters; an id has at most 64.")


def _check_free(kind: type[Document], id: str, curriculum: Curriculum) -> None:
    if id in curriculum.all(kind):
        path = curriculum.source_of(curriculum.all(kind)[id]).path
        raise StarterError(
            f"There is a {kind.kind} “{id}” already: {path}. Ids are never used again."
        )
    if id in curriculum.unread(kind):
        message = "and nobody can read it. Mend it: `curriculum check`."
        raise StarterError(f"There is a file of a {kind.kind} “{id}” already, {message}")


def _band(kind: type[Document], id: str, band: str | None) -> str | None:
    """The band of the new document, if it has one."""
    if band is not None and band not in BANDS:
        raise StarterError(f"“{band}” is no band. Write {_listed(BANDS)}.")
    if _named_by_band(kind):
        if band not in (None, id):
            raise StarterError(
                f"The {kind.kind} “{id}” is for band {id}, not {band}. Leave --band out."
            )
        return id
    if kind.by_band and band is None:
        raise StarterError(f"A {kind.kind} belongs to a band. Add --band with {_listed(BANDS)}.")
    fields = [kind.model_fields.get(name) for name in ("band", "bands")]
    if band and not kind.by_band and not any(one and one.is_required() for one in fields):
        raise StarterError(f"A {kind.kind} belongs to no band. Leave --band out.")
    return band


def _named_by_band(kind: type[Document]) -> bool:
    return set(get_args(kind.model_fields["id"].annotation)) == set(BANDS)


def _listed(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
