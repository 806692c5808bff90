"""`docs/sources.md` is true: what five documents ask for is found where each row says.

The last column of a row is a small language: files with headings, rules, fields and pages, each
with a remark in brackets if it needs one; at the end what is out of scope or not carried yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pytest
from markupsafe import Markup

from builder import build, rules
from builder.model.kinds import KINDS
from builder.site import Site

ROOT = Path(__file__).parents[1]
SOURCES = (ROOT / "docs/sources.md").read_text("utf-8")

_ROW = re.compile(r"^\| (\d+) \| \S.*? \| (\S.*) \|$", re.M)
_LEFT_OUT = re.compile(r"(?:^|\. )(Out of scope|Not carried yet): \S+ [^.]+\.$")
_REMARK = r"(?: \([^()]+\))?"
_HEADING = rf"“([^”]+)”{_REMARK}"
_PLACE = re.compile(
    rf"(?:`(?P<file>[^`]+)`(?P<headings> {_HEADING}(?:, {_HEADING})*)?"
    rf"|(?P<word>rule|field|page)(?P<names> `[^`]+`|s `[^`]+`(?:, `[^`]+`)+)){_REMARK}(?:; (?=.)|$)"
)
_SHOWN = re.compile(r"<(h[1-6])\b[^>]*>(?:\d+\. )?(.*?)</\1>", re.S)


class Place(NamedTuple):
    """A rule, a field, a page or a file that a row names, and the headings beside the file."""

    word: str
    name: str
    headings: tuple[str, ...]


def places(cell: str) -> list[Place]:
    """What the last column of a row names; ValueError where it cannot be read."""
    left_out = _LEFT_OUT.search(cell)
    rest = cell[: left_out.start()] if left_out else cell
    found: list[Place] = []
    while rest:
        one = _PLACE.match(rest)
        if one is None:
            raise ValueError(f"cannot be read: {rest}")
        if one["file"]:
            headings = tuple(re.findall(_HEADING, one["headings"] or ""))
            found.append(Place("file", one["file"], headings))
        else:
            names = re.findall("`([^`]+)`", one["names"])
            found += [Place(one["word"], name, ()) for name in names]
        rest = rest[one.end() :]
    if not found and not (left_out and left_out[1] == "Out of scope"):
        raise ValueError("says neither where it stands nor why it is out of scope")
    return found


def faults(words: str) -> list[str]:
    """Everything in the page that is not so, with the number of its row."""
    rows = [(int(number), cell) for number, cell in _ROW.findall(words)]
    complete = [number for number, _ in rows] == list(range(1, 78))
    told = [] if complete else ["the rows are not 1 to 77 in order"]
    for number, cell in rows:
        try:
            told += [f"{number}: {fault}" for one in places(cell) for fault in _untrue(one)]
        except ValueError as fault:
            told.append(f"{number}: {fault}")
    return told


def _untrue(place: Place) -> Iterator[str]:
    word, name, headings = place
    there = {
        "rule": lambda: name in {one.name for one in rules.every()},
        "field": lambda: _is_field(name),
        "page": lambda: name in {one.path for one in _site().addresses},
        "file": lambda: (ROOT / name).is_file(),
    }
    if not there[word]():
        yield f"there is no {word} {name}"
        return
    for heading in headings:
        if heading not in _written(name):
            yield f"{name} has no heading “{heading}”"
        elif name.endswith(".yml") and heading not in _shown(name):
            yield f"no page made from {name} shows “{heading}”"


def _is_field(path: str) -> bool:
    """Whether dots lead from a kind of document inward to a field, by the names in YAML."""
    kind, *steps = path.split(".")
    models: list[Any] = [one for one in KINDS if one.__name__ == kind]
    fields: list[Any] = []
    for step in steps:
        among = [field for model in models for field in model.model_fields.items()]
        fields = [field for name, field in among if name.rstrip("_") == step]
        models = [model for field in fields for model in _models(field.annotation)]
    return bool(fields)


def _models(annotation: Any) -> Iterator[Any]:
    if hasattr(annotation, "model_fields"):
        yield annotation
    for one in get_args(annotation):
        yield from _models(one)


@cache
def _site() -> Site:
    return build.unchecked(ROOT)


@cache
def _written(path: str) -> frozenset[str]:
    """The headings of a Markdown file, or the titles in the YAML file of a document."""
    if path.endswith(".md"):
        return frozenset(re.findall(r"^#+ (.+)$", (ROOT / path).read_text("utf-8"), re.M))
    trees = [one.source.tree for one in _site().curriculum.loaded if one.path == path]
    return frozenset(_titles(trees))


def _titles(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        yield from (tree[key] for key in ("title", "name", "ask") if key in tree)
    for one in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from _titles(one)


@cache
def _shown(path: str) -> frozenset[str]:
    """The headings of the English pages made from a document, without the numbers before them."""
    site = _site()
    document = next(one.document for one in site.curriculum.loaded if one.path == path)
    # The principles and the graduate profile have a page that is not called their own.
    alone = f"{document.id}/" if document.only else None
    pages = [
        site.page("en", one).html
        for one in site.addresses
        if one.document == (type(document), document.id) or one.path == alone
    ]
    return frozenset(Markup(words).striptags() for _, words in _SHOWN.findall("".join(pages)))


def test_each_row_tells_the_truth() -> None:
    assert faults(SOURCES) == []


POLICY = "curriculum/policies/board-policy-on-ai.yml"
BAND = "progression/bands/tk-2.yml"


@pytest.mark.parametrize(
    ("true", "false", "told"),
    [
        (f"`{POLICY}` “Purpose”", f"`{POLICY}` “Goal”", f"1: {POLICY} has no heading “Goal”"),
        ("rule `purpose-names-tool`", "rule `names-tool`", "1: there is no rule names-tool"),
        ("field `Tool.dpa`", "field `Tool.dpa.day`", "29: there is no field Tool.dpa.day"),
        ("page `handbook/`", "page `handbooks/`", "7: there is no page handbooks/"),
        ("`LICENSE-CONTENT`", "`LICENSE-TEXT`", "31: there is no file LICENSE-TEXT"),
        (f"`{BAND}`", f"`{BAND}` “TK–2”", f"8: no page made from {BAND} shows “TK–2”"),
    ],
)
def test_a_place_that_is_not_there_is_found(true: str, false: str, told: str) -> None:
    assert true in SOURCES
    assert faults(SOURCES.replace(true, false, 1)) == [told]


def test_a_row_that_is_missing_is_found() -> None:
    shorter = re.sub(r"(?m)^\| 40 \|.*\n", "", SOURCES)
    assert faults(shorter) == ["the rows are not 1 to 77 in order"]


@pytest.mark.parametrize(
    "cell",
    [
        "somewhere in the handbook",
        "rule `unknown-id` and more",
        "rule `unknown-id`, `same-title`",
        "page `courses/` “Courses”",
        "Not carried yet: nobody wrote it.",
        "Out of scope: ",
    ],
)
def test_a_cell_that_names_nothing_to_look_up_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match=r"cannot be read|says neither"):
        places(cell)


def test_what_is_out_of_scope_needs_no_place() -> None:
    assert places("Out of scope: the office keeps it for itself.") == []
