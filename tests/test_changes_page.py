"""The pages “What has changed”: whatever an edition can have been, they tell it."""

from __future__ import annotations

from pathlib import Path

import projects
import pytest

from builder import build, edition_labels, files
from builder.model.kinds import KINDS
from builder.model.search import Synonyms
from builder.snapshots import Plan, Record, Snapshot, path_of

BEFORE = Plan(
    time=5,
    level=4,
    tools=("class-chat", "a-tool-that-is-gone"),
    interaction="teacher-demo",
    devices="shared-cart",
    outcomes=("3-5.EVA.1",),
    lessons=("two-sources", "a-lesson-that-is-gone"),
    phase=1,
    age=18,
    bands=("9-12",),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample district with translations."""
    return projects.make(tmp_path_factory.mktemp("changes") / "project")


def reworded(one: Record) -> Record:
    """The record as it would be with other words and another value in each of its facts."""
    facts = {name: getattr(BEFORE, name) for name, value in one.facts if value is not None}
    words = {who: "0" * 12 for who, told in one.words if told}
    told = {"facts": facts, "words": words, "bands": ("9-12",), "languages": ()}
    return Record(**{**one.model_dump(), **told})


def other(now: Snapshot) -> Snapshot:
    """An edition in which every document was another one, and each kind had one that is gone."""
    gone = Record(title="Gone", status="draft", bands=("3-5",))
    there = {kind.kind: now.documents.get(kind.kind, {}) for kind in KINDS}
    documents = {
        kind: {**{id: reworded(one) for id, one in rows.items()}, "gone": gone}
        for kind, rows in there.items()
    }
    outcomes = {
        code: one.model_copy(update={"text": "I could.", "plain": "Could"})
        for code, one in now.outcomes.items()
    }
    told = {"edition": "2025-26", "documents": documents, "outcomes": outcomes}
    return now.model_copy(update=told)


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_every_kind_of_document_can_have_changed(root: Path, language: str) -> None:
    """What nobody reads is no change: the words that people type into the search."""
    before = other(build.unchecked(root).edition.snapshot)
    files.write(root / path_of("2025-26"), before.written())
    site = build.unchecked(root)
    changes = site.edition.changes
    assert {one.kind for one in changes} == {one.kind for one in KINDS} - {Synonyms.kind} | {
        "outcome"
    }
    for address in site.addresses:
        if address.path.startswith("changes/"):
            html = site.page(language, address).html
            assert html.count("<li>") > 20
    assert {one.kind for one in changes} <= edition_labels.DOCUMENTS.keys()


def test_new_words_for_the_search_are_told_to_nobody(root: Path) -> None:
    before = build.unchecked(root).edition.snapshot.model_copy(update={"edition": "2025-26"})
    files.write(root / path_of("2025-26"), before.written())
    projects.edit(root, "curriculum/search/synonyms.yml", "fake news]", "fake news, hoax]")
    site = build.unchecked(root)
    assert site.edition.changes == ()
    (address,) = [one for one in site.addresses if one.path == "changes/"]
    assert "Nothing has changed since the edition 2025-26." in site.page("en", address).html
