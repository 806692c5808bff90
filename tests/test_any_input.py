"""Whatever is written into a file, the check answers with findings, never with a traceback."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from conftest import SAMPLE
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from builder import composing, ordinary, po, rules
from builder import settings as district
from builder.model import curriculum as model
from builder.model.base import Document, texts, with_texts
from builder.model.curriculum import Curriculum
from builder.model.entries import Loaded
from builder.model.text import Text
from builder.settings import Settings
from builder.source import Source, parse
from builder.validation import validate

DAY = date(2026, 11, 22)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))

# Letters that Markdown, YAML, numbers and the rules' patterns care for, beside any others.
MARKS = "*_`[]()<>&\\#-+.!?:;\"'“”‘’ \n\t0123456789%@/|~{}=aAiIkKéñ،؟。។։\u200b\u200c\u00a0"
words = st.one_of(
    st.text(st.sampled_from(MARKS), min_size=1, max_size=300),
    st.text(min_size=1, max_size=300),
    st.lists(
        st.sampled_from(
            [
                "AI",
                "chatbot",
                "thinks",
                "knows",
                "your",
                "friend",
                "name",
                "birthday",
                "photo",
                "type",
                "45",
                "%",
                "2019",
                "www.",
                "(IEP)",
                "IEP",
                "log",
                "in",
                "**",
                "_",
                "not",
                "do",
                ".",
                "?",
                "”",
                "“",
                "\n\n",
                "- ",
                "> ",
                "1. ",
                "@",
                "555-0142",
                "detector",
                "https://a.example",
            ]
        ),
        min_size=1,
        max_size=120,
    ).map(" ".join),
)


@cache
def sample() -> tuple[Curriculum, Settings]:
    told, findings = district.load(SAMPLE)
    assert told is not None, findings
    return model.load(SAMPLE), told


def checked(document: Document, source: Source) -> None:
    """Ask every rule about the sample with this document in the place of its own."""
    curriculum, told = sample()
    others = [one for one in curriculum.loaded if one.path != source.path]
    said = rules.check(Curriculum((*others, Loaded(document, source))), told, today=DAY)
    assert all(one.line >= 1 and one.column >= 1 and one.message for one in said)


@FEW
@given(number=st.integers(0, 10_000), words=words)
@example(number=0, words="a " * 5000)
@example(number=3, words="“" * 3000)
@example(number=5, words="AI thinks " * 1000)
@example(number=7, words="1" * 4000)
def test_any_words_in_any_field(number: int, words: str) -> None:
    curriculum, _ = sample()
    entry = curriculum.loaded[number % len(curriculum.loaded)]
    addresses = [one.address for one in texts(entry.document)]
    chosen = addresses[number % len(addresses)] if addresses else ""

    def change(passage: Text) -> Text:
        return type(passage)(words, passage.address) if passage.address == chosen else passage

    checked(with_texts(entry.document, change), entry.source)


@MANY
@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(str.encode)))
@example(b"\xff\xfe")
@example(b"- " * 2000)
@example(b"a: " * 2000)
@example(b"{" * 5000)
@example(b"id: &a [*a]")
@example(b"%YAML 9.9\n---\na: 1")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    source = parse(data, "curriculum/topics/any.yml")
    document, findings = validate(model.KINDS[8], source)
    assert document is not None or findings
    assert all(one.line >= 1 and one.column >= 1 and one.message for one in findings)


# Letters of which YAML makes something, so that random files are often nearly right.
YAML = st.text("ab:-?!&*<|>{}[],'\"#%~\\ \n", max_size=80)


@MANY
@given(st.one_of(YAML, YAML.map("a:\n  - b: 1\n    ".__add__), st.lists(YAML).map("\n".join)))
@example("a: 1\na: 2")
@example("<<: {b: 1}")
@example("a: &b 1\nc: *b")
@example("a: !x 1")
@example("? [a]\n: 1")
@example("{}")
@example("a: 1\n---\nb: 2")
@example("%TAG ! tag:x,2026:\n---\na: 1")
@example('a: "\\u202e"')
@example("a: " + "[" * 25 + "]" * 25)
def test_an_ordinary_file_is_read_as_the_careful_reader_reads_it(words: str) -> None:
    tree, careful = ordinary.read(words), composing.Composer("a.yml", words)
    read = careful.compose()
    assert (tree is None) == bool(careful.findings)
    assert tree in (None, read)


ODD = ["no", "8", "1.10", "3-5", "true", "2026-11-22"]
leaves: Any = st.one_of(st.text(max_size=20), st.sampled_from(ODD))
trees: Any = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=10), inner, max_size=4)
    ),
    max_leaves=12,
)


@MANY
@given(number=st.integers(0, 10_000), tree=trees, drop=st.booleans())
def test_any_value_in_any_field(number: int, tree: Any, drop: bool) -> None:
    curriculum, _ = sample()
    entry = curriculum.loaded[number % len(curriculum.loaded)]
    fields = list(entry.source.tree)
    name = fields[number % len(fields)]
    changed = {**entry.source.tree, name: tree}
    if drop:
        del changed[name]
    words = yaml.safe_dump(changed, allow_unicode=True, sort_keys=False)
    source = parse(words.encode("utf-8", "replace"), entry.path)
    document, findings = validate(type(entry.document), source)
    assert document is not None or findings
    if document is not None:
        checked(with_texts(document, lambda passage: passage), source)


@MANY
@given(st.one_of(st.binary(max_size=400), words.map(str.encode)))
@example(b'msgid ""\nmsgstr ""\n\nmsgctxt "a"\nmsgid "a"\nmsgstr "')
def test_any_bytes_of_a_translation(data: bytes) -> None:
    told = None
    try:
        po.parse(data)
    except po.UnreadableError as error:
        told = error
    assert told is None or (told.line >= 1 and str(told))


def test_thirty_mistakes_are_thirty_findings(district: Path) -> None:
    """One file with thirty mistakes tells them all, and hides nothing in another file."""
    file = district / "curriculum/lessons/3-5/two-sources.yml"
    lines = file.read_text("utf-8").splitlines()
    wrong = list(_mistaken(lines))
    assert len(wrong) == 30
    file.write_text("\n".join(lines) + "\n", "utf-8")
    term = district / "curriculum/glossary/claim.yml"
    term.write_text(term.read_text("utf-8").replace("band: 6-8", "band: 3-6"), "utf-8")
    found = model.load(district).findings
    own = [one for one in found if one.path.endswith("two-sources.yml")]
    assert sorted(one.line for one in own) == wrong
    assert any(one.path.endswith("claim.yml") for one in found)


WRONG = {
    "grades": "[3, 13]",
    "subjects": "[elo]",
    "teaches": "[3-5.UND]",
    "assesses": "3-5.UND.1",
    "interaction": "demo",
    "device_model": "tv",
    "tools": "[Class Chat]",
    "ai_use_level": "5",
    "use_mode": "fun",
    "vocabulary": "[ai_]",
    "copies": "everyone",
    "handout": "Moon card",
    "minutes": "ten",
    "kind": "nap",
    "grouping": "crowd",
    "pattern": "loud",
    "status": "done",
    "license": "mine",
    "for": "nobody",
    "- id": "Not an id",
}


def _mistaken(lines: list[str]) -> list[int]:
    """Write something impossible into thirty lines; the lines, counted from 1."""
    wrong = []
    for number, line in enumerate(lines):
        name = line.partition(":")[0]
        if name.strip() in WRONG and len(wrong) < 30:
            lines[number] = f"{name}: {WRONG[name.strip()]}"
            wrong.append(number + 1)
    return wrong
