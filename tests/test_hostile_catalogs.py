"""What is put into a PO file is shown only where the rules have read it beside today's English."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import projects
import pytest
from projects import GUIDE, INTERFACE

from builder import build, po
from builder.finding import Severity
from builder.model.base import texts
from builder.model.family import Guide
from builder.model.text import State, Text
from builder.site import Site

pytestmark = pytest.mark.promise("catalogs")

FUZZY = frozenset({"fuzzy"})
SUMMARY = "Ask your child how they checked an answer."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with translations that nothing was built of."""
    return projects.make(tmp_path_factory.mktemp("catalogs") / "project")


def summary(root: Path) -> Text:
    """What readers of Spanish get as the summary of the guide."""
    guide = build.unchecked(root).translated("es", Guide, "3-5")
    return next(one for one in texts(guide) if one.address == "summary")


def planted(root: Path, **changes: object) -> None:
    def alter(address: str, entry: po.Entry) -> po.Entry:
        return replace(entry, **changes) if address == "summary" else entry  # type: ignore[arg-type]

    projects.change(root, GUIDE, alter)


CALL = "Llame al 555-0142."
LINK = "Lea [esto](https://evil.example/a)."


@pytest.mark.parametrize("words", [CALL, LINK, "Escriba `rm -rf`.", "Pregunte **ya**."])
@pytest.mark.parametrize(
    "changes",
    [
        {"flags": FUZZY},
        {"flags": FUZZY, "previous": "{words}"},
        {"english": "{words}"},
        {"english": "Something else."},
        {"english": "{words}", "flags": FUZZY, "previous": SUMMARY},
    ],
)
def test_what_a_stale_entry_hides_is_not_shown(
    root: Path, words: str, changes: dict[str, str | frozenset[str]]
) -> None:
    """Neither a mark nor English that never was there takes it past the rules."""
    told = {
        name: one.format(words=words) if isinstance(one, str) else one
        for name, one in changes.items()
    }
    planted(root, translation=words, **told)
    shown = summary(root)
    assert (shown.words, shown.language, shown.state) == (SUMMARY, "en", State.STALE)


def test_a_stale_entry_without_another_number_is_shown_and_marked(root: Path) -> None:
    planted(root, translation="Pregunte cómo lo revisó.", flags=FUZZY)
    shown = summary(root)
    assert (shown.words, shown.state) == ("Pregunte cómo lo revisó.", State.STALE)


def test_the_rules_refuse_it_where_it_is_not_stale(root: Path) -> None:
    planted(root, translation=CALL)
    found = build.examine(root, severity=Severity.ERROR).findings
    assert [(one.path, one.rule) for one in found] == [(GUIDE, "altered-number")]


def test_words_of_the_site_are_matched_by_their_own_english(root: Path) -> None:
    """An entry at the address of other words is neither shown nor taken for made from them."""
    words, forged = "Print", "Call 555-0142"

    def forge(address: str, entry: po.Entry) -> po.Entry:
        return replace(entry, english=forged, translation=CALL) if address == words else entry

    before = build.unchecked(root)
    assert said(before, words) == f"[es] {words}"
    projects.change(root, INTERFACE, forge)
    assert said(build.unchecked(root), words) == ""


def said(site: Site, words: str) -> str:
    return str(site.reader("es").words.get(words, ""))


def test_an_entry_that_stands_twice_is_told_with_its_line() -> None:
    data = b'msgctxt "a"\nmsgid "x"\nmsgstr "y"\n\nmsgctxt "a"\nmsgid "x"\nmsgstr "z"\n'
    with pytest.raises(po.UnreadableError, match="“a” stands twice") as told:
        po.parse(data)
    assert told.value.line == 6
