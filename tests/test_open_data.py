"""The open JSON: it keeps to its schema, holds the whole curriculum, and is put together again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import json_schema
import projects
import pytest
from projects import ROOT, data_files, edit

from builder import build
from builder.data import published, whole
from builder.model import curriculum as model
from builder.model.base import Document
from builder.plugin import build_site, datafiles

Json = dict[str, Any]
TWO_SOURCES = "curriculum/lessons/3-5/two-sources.yml"
ENGLISH, SCHEMA, TRANSLATION = "curriculum.json", published.WHOLE, published.TRANSLATION


def read(files: Mapping[str, bytes]) -> dict[str, Json]:
    return {place: json.loads(data) for place, data in files.items() if place.endswith(".json")}


@pytest.fixture(scope="module")
def real(real_data: Mapping[str, bytes]) -> dict[str, Json]:
    return read(real_data)


@pytest.fixture(scope="module")
def sample(built: Path) -> dict[str, Json]:
    return read(data_files(built))


def translations(files: dict[str, Json]) -> dict[str, Json]:
    """The translation files by language."""
    return {
        place.partition("/")[0]: told
        for place, told in files.items()
        if place.endswith(f"/{ENGLISH}")
    }


def documents(told: Json) -> dict[tuple[str, str], Json]:
    found = {(one["kind"], one["id"]): one for one in told["documents"]}
    assert len(found) == len(told["documents"]), "each document stands once"
    return found


def lesson(told: Json, id: str = "two-sources") -> Json:
    return documents(told)["lesson", id]


# The schema


def test_the_curriculum_keeps_to_its_published_schema(real: dict[str, Json]) -> None:
    assert list(json_schema.faults(real[ENGLISH], real[SCHEMA])) == []
    for language, told in translations(real).items():
        assert list(json_schema.faults(told, real[TRANSLATION])) == [], language


SPOILT: dict[str, Any] = {
    "a kind that is not known": lambda one: one["documents"][0].update(kind="poem"),
    "a document without a name": lambda one: one["documents"][0].pop("uuid"),
    "a lesson without segments": lambda one: lesson(one)["content"].pop("segments"),
    "an empty title": lambda one: lesson(one)["content"].update(title=""),
    "a number as words": lambda one: lesson(one)["content"]["segments"][0].update(minutes="ten"),
    "a level that is none": lambda one: lesson(one)["content"].update(ai_use_level=5),
    "a code that is none": lambda one: lesson(one)["content"].update(teaches=["EVA"]),
    "a day that is none": lambda one: lesson(one)["content"].update(added_on="2026-02-30"),
    "another licence": lambda one: one.update(license="CC0-1.0"),
    "another version": lambda one: one.update(version="2.0"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_does_not_keep_to_the_schema_is_found(name: str, sample: dict[str, Json]) -> None:
    spoilt = deepcopy(sample[ENGLISH])
    SPOILT[name](spoilt)
    assert list(json_schema.faults(spoilt, sample[SCHEMA]))


def test_the_schema_lets_a_later_field_pass(sample: dict[str, Json]) -> None:
    later = deepcopy(sample[ENGLISH])
    lesson(later)["content"]["weather"] = "fine"
    later["version"] = "1.7"
    assert list(json_schema.faults(later, sample[SCHEMA])) == []


def test_every_field_that_is_published_is_explained() -> None:
    for place, told in published.schemas().items():
        parts = {"": told, **told["$defs"]}
        for part, inner in parts.items():
            assert inner.get("description"), f"{place}: {part}"
            silent = [
                name
                for name, field in inner.get("properties", {}).items()
                if "description" not in field
            ]
            assert silent == [], f"{place}: {part}"


def test_the_models_read_the_file_back_as_the_same_documents(real: dict[str, Json]) -> None:
    back: Any = published.whole().model_validate_json(json.dumps(real[ENGLISH]))
    loaded = {(one.document.kind, one.document.id): one.document for one in model.load(ROOT).loaded}
    assert len(loaded) > 200
    assert {(one.kind, one.id) for one in back.documents} == loaded.keys()
    for one in back.documents:
        assert whole.plain(one.content) == whole.plain(loaded[one.kind, one.id]), one.id


# What is told


def test_every_document_has_its_names_and_the_address_of_its_page(
    sample: dict[str, Json], built: Path
) -> None:
    names = set()
    for (kind, id), one in documents(sample[ENGLISH]).items():
        names.add(one["uuid"])
        assert one["content"]["id"] == id
        if kind in ("band", "synonyms"):
            assert "url" not in one
            continue
        path, _, anchor = one["url"].removeprefix("https://sample.example.org/").partition("#")
        html = (built / "site" / path / "index.html").read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in html, one["url"]
    assert len(names) == len(sample[ENGLISH]["documents"])
    assert lesson(sample[ENGLISH])["url"] == "https://sample.example.org/lessons/two-sources/"


def test_a_strand_has_the_name_that_case_gives_it(sample: dict[str, Json]) -> None:
    for prefix in ("", "es/"):
        strand = documents(sample[f"{prefix}{ENGLISH}"])["strand", "evaluate"]
        names = {one["identifier"] for one in sample[f"{prefix}case.json"]["CFItems"]}
        assert strand["uuid"] in names


def test_a_retired_document_says_so_and_by_what_it_is_replaced(district: Path) -> None:
    path = "curriculum/lessons/9-12/test-a-tool.yml"
    edit(district, path, "subjects:", "status: retired\nreplaced_by: next-word\nsubjects:")
    told = lesson(read(data_files(district))[ENGLISH], "test-a-tool")["content"]
    assert (told["status"], told["replaced_by"]) == ("retired", "next-word")


def test_answers_are_marked_and_nothing_else_holds_them(real: dict[str, Json]) -> None:
    told = real[ENGLISH]
    assert told["answers"] == [
        "lesson/assessment/answer_key",
        "lesson/handouts/*/key",
        "workshop/handouts/*/key",
        "course/modules/*/checks/*/answer",
        "course/handouts/*/key",
        "chapter/handouts/*/key",
        "program/handouts/*/key",
    ]
    marked = [
        (part, name)
        for part, inner in real[SCHEMA]["$defs"].items()
        for name, field in inner.get("properties", {}).items()
        if "x-answers" in field
    ]
    assert marked == [("Assessment", "answer_key"), ("Check", "answer"), ("Handout", "key")]
    found = 0
    for (kind, id), one in documents(told).items():
        keys = [key for place in told["answers"] for key in at(one["content"], place, kind)]
        found += len(keys)
        rest = json.dumps(without(one["content"]), ensure_ascii=False)
        lines = {line for key in keys for line in key.splitlines() if len(line) > 60}
        assert not [line for line in lines if json.dumps(line, ensure_ascii=False)[1:-1] in rest], (
            id
        )
    assert found > 200


def at(content: Any, place: str, kind: str) -> Iterator[str]:
    """The words at a place such as `lesson/handouts/*/key`."""
    first, *steps = place.split("/")
    values = [content] if first == kind else []
    for step in steps:
        values = [
            inner
            for value in values
            for inner in (value if step == "*" else [value.get(step)])
            if inner is not None
        ]
    yield from values


def without(content: Any) -> Any:
    """The content without its answers, those of checks for understanding too."""
    if isinstance(content, dict):
        hidden = {"answer_key", "key"} | ({"answer"} if "ask" in content else set())
        return {k: without(v) for k, v in content.items() if k not in hidden}
    return [without(one) for one in content] if isinstance(content, list) else content


# Translations


def test_every_passage_has_its_english_at_its_address(real: dict[str, Json]) -> None:
    """The address leads there as the schema says: by names, and in lists by what names the item."""
    english = documents(real[ENGLISH])
    for language, told in translations(real).items():
        for name, one in documents(told).items():
            assert one["uuid"] != english[name]["uuid"]
            for address in one["passages"]:
                value: Any = english[name]["content"]
                for step in address.split("/"):
                    value = item(value, step) if isinstance(value, list) else value[step]
                if isinstance(value, list):  # words to search by stand in a list
                    value = ", ".join(value)
                assert isinstance(value, str), (language, name, address)


def item(items: list[Json], step: str) -> Json:
    found = [
        one
        for one in items
        if step in [str(one[key]) for key in ("id", "code", "level", "on") if key in one]
    ]
    assert len(found) == 1, step
    return found[0]


def test_a_passage_says_how_far_it_has_come(sample: dict[str, Json]) -> None:
    spanish = documents(sample[f"es/{ENGLISH}"])
    assert spanish["guide", "3-5"]["passages"]["title"]["state"] == "reviewed"
    assert spanish["guide", "3-5"]["passages"]["summary"]["state"] == "draft"
    passages = spanish["lesson", "two-sources"]["passages"]
    assert passages["title"] == {"text": "[es] Two sources", "state": "draft"}
    assert "purpose" not in passages, "it is not translated"
    assert all(one["text"].startswith("[es] ") for one in passages.values())


def test_a_stale_passage_says_so_and_a_careful_one_is_held_back(project: Path) -> None:
    assert "safety" in lesson(read(data_files(project))[f"es/{ENGLISH}"])["passages"]
    edit(project, TWO_SOURCES, "title: Two sources", "title: Two good sources")
    edit(project, TWO_SOURCES, "safety: Only you type.", "safety: Only the teacher types.")
    passages = lesson(read(data_files(project))[f"es/{ENGLISH}"])["passages"]
    assert passages["title"] == {"text": "[es] Two sources", "state": "stale"}
    assert "safety" not in passages


def test_a_language_without_a_document_says_nothing_of_it(sample: dict[str, Json]) -> None:
    arabic = documents(sample[f"ar/{ENGLISH}"])
    assert ("tool", "class-chat") not in arabic
    assert set(lesson(sample[f"ar/{ENGLISH}"])["passages"]) == {
        *("title", "summary", "family/tell", "family/ask", "family/try"),
    }
    assert ("framework", "ailit26") not in documents(sample[f"es/{ENGLISH}"]), "has no words"


# Form and making


def test_each_document_is_a_line(built: Path) -> None:
    for place in (ENGLISH, f"es/{ENGLISH}"):
        lines = (built / "site" / place).read_text("utf-8").splitlines()
        begin = lines.index(' "documents": [')
        rows = [json.loads(line.removesuffix(",")) for line in lines[begin + 1 : -1]]
        assert lines[-1] == "]}"
        assert [(one["kind"], one["id"]) for one in rows] == sorted(
            (one["kind"], one["id"]) for one in rows
        )


def test_a_document_of_which_only_the_head_was_read_is_told_alike(district: Path) -> None:
    cold = data_files(district)
    build.load(district)
    assert (district / ".cache/sources.json").exists()
    assert data_files(district) == cold


def test_only_what_changed_is_made_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(project, TWO_SOURCES, "A sure voice is easy to trust.", "A sure voice is easily trusted.")
    made = counted(monkeypatch)
    build_site(project, dirty=True)
    assert sorted(made) == sorted((one, "lesson two-sources") for one in ("en", "es", "ar"))
    assert "easily trusted" in (project / "site" / ENGLISH).read_text("utf-8")


def counted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Every piece that is made from now on, by language and name."""
    made: list[tuple[str, str]] = []
    original = datafiles.DataFiles._made

    def made_now(self: Any, language: str, piece: Any, kept: Any, web: Any) -> Any:
        record, words = original(self, language, piece, kept, web)
        if piece.name not in kept or kept[piece.name][0] is not record:
            made.append((language, piece.name))
        return record, words

    monkeypatch.setattr(datafiles.DataFiles, "_made", made_now)
    return made


def test_nothing_is_made_when_nothing_changed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_site(project, dirty=True)
    made = counted(monkeypatch)
    before = os.stat(project / "site" / ENGLISH).st_mtime_ns
    build_site(project, dirty=True)
    assert made == []
    assert os.stat(project / "site" / ENGLISH).st_mtime_ns == before


@pytest.mark.parametrize("harm", ["written to", "taken away", "memory"])
def test_a_file_that_somebody_touched_is_made_whole_again(project: Path, harm: str) -> None:
    file = project / "site" / ENGLISH
    wanted = file.read_bytes()
    if harm == "written to":
        file.unlink()
        file.write_bytes(wanted.replace(b"two-sources", b"too-sources", 1))
    elif harm == "taken away":
        file.unlink()
    else:
        memory = project / datafiles.INDEX
        memory.write_bytes(memory.read_bytes().replace(b"two", b"too"))
    edit(project, TWO_SOURCES, "A sure voice is easy to trust.", "A sure voice is easily trusted.")
    build_site(project, dirty=True)
    assert file.read_bytes() == wanted.replace(
        b"A sure voice is easy to trust.", b"A sure voice is easily trusted."
    )


def test_every_kind_of_document_is_published(real: dict[str, Json]) -> None:
    found = {kind for kind, _ in documents(real[ENGLISH])}
    kinds: tuple[type[Document], ...] = model.KINDS
    assert found == {one.kind for one in kinds}


def test_the_sample_keeps_to_the_schema_too(sample: dict[str, Json]) -> None:
    assert list(json_schema.faults(sample[ENGLISH], sample[SCHEMA])) == []
    assert sample[f"es/{ENGLISH}"]["english"] == "https://sample.example.org/curriculum.json"
    assert sample[ENGLISH]["translations"] == {
        one: f"https://sample.example.org/{one}/curriculum.json" for one in projects.OTHERS
    }
