"""A person puts their name to translated passages: which can be signed, and what is then written.

The one idea: the file is brought up to date with the English first, so that nobody signs words
whose English has changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from builder import reviews
from builder.model.curriculum import Curriculum
from builder.model.text import State
from builder.po import Entry, entry
from builder.translations import FOLDER, interface_path, name_of

SITE = "interface"
"""What the words of the site itself are called where a document is named."""


@dataclass(frozen=True)
class Signed:
    """The entries of a file once a person has signed, and what came of each passage."""

    entries: Mapping[str, Entry]
    marked: tuple[str, ...] = ()
    """The addresses that carry the name now and did not before."""
    before: tuple[str, ...] = ()
    """Those that carried it already."""
    left: Mapping[str, str] = field(default_factory=dict)
    """Why each of the others cannot be signed, by address."""


def sign(entries: Mapping[str, Entry], by: str, on: str, only: Collection[str] = ()) -> Signed:
    """Every translated, not stale passage signed; with `only`, those at these addresses."""
    done = dict(entries)
    marked, before, left = [], [], {}
    for address in only or entries:
        one = entries.get(address)
        why = _hindrance(one)
        if one is None or why:
            left[address] = why
        elif any(reviews.reviewer(mark) == by.strip() for mark in _holding(one)):
            before.append(address)
        else:
            done[address] = _signed(one, by, on)
            marked.append(address)
    return Signed(done, tuple(marked), tuple(before), left)


def _hindrance(one: Entry | None) -> str:
    if one is None:
        return "there is no such passage"
    if one.state is State.MISSING:
        return "it is not translated"
    stale = one.state is State.STALE
    return "it is stale: bring the translation up to date first" if stale else ""


def _holding(one: Entry) -> Iterable[str]:
    return (mark for mark in one.comments if reviews.holds(mark, one.english, one.translation))


def _signed(one: Entry, by: str, on: str) -> Entry:
    """The entry with the new review; reviews that have lapsed go, other remarks stay."""
    holding = set(_holding(one))
    kept = [mark for mark in one.comments if mark in holding or not reviews.reviewer(mark)]
    new = reviews.mark(by, on, one.english, one.translation)
    return entry(one.english, one.translation, one.previous, (*kept, new), one.flags)


def names(curriculum: Curriculum) -> Mapping[str, list[str]]:
    """The PO file of each document, without its language, by all that the document is called.

    That is its id, its path, and the two with the folder of its kind: `3-5`, `guides/3-5`,
    `curriculum/guides/3-5.yml`. An id may name several.
    """
    found: dict[str, list[str]] = {SITE: [f"{SITE}.po"]}
    for one in curriculum.entries:
        name = name_of(one.document)
        for called in (one.document.id, one.path, name, name.removesuffix(".po")):
            found.setdefault(called, []).append(name)
    return found


def plain(name: str, root: Path) -> str:
    """What a person typed, as `names` has it: a path from the root, a PO file without language."""
    path = Path(name)
    if path.exists() and path.resolve().is_relative_to(root.resolve()):
        name = path.resolve().relative_to(root.resolve()).as_posix()
    if name.startswith(f"{FOLDER}/"):
        return name.removeprefix(f"{FOLDER}/").partition("/")[2]
    return name


def in_language(name: str, language: str) -> str:
    """The path of a PO file in a language."""
    return interface_path(language) if name == f"{SITE}.po" else f"{FOLDER}/{language}/{name}"
