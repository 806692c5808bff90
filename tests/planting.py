"""Untrusted words, and the sample district with them in every field that holds words.

The shapes stand in `hostile/<family>.yml`, each under what makes it another than the rest; `RUN`
stands for what tells a test that it ran. Each field gets one, the next field the next one, in
English and in Spanish; in turn after turn every field gets every one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import projects
import pytest
import yaml

from builder import build, po, settings, translations
from builder.model import curriculum as model
from builder.model.base import Part, texts
from builder.model.text import Text

SAMPLE = Path(__file__).parent / "sample"
SHAPES = Path(__file__).parent / "hostile"
FORMS = ("title", "line", "prose", "words")
RUN = "window.__pwned=1"
Words = Callable[[str], str]


def family(name: str) -> Mapping[str, str]:
    """The shapes of a family, each by what makes it another."""
    told = yaml.safe_load((SHAPES / f"{name}.yml").read_text("utf-8"))
    return {shape: words.replace("RUN", RUN) for shape, words in told.items()}


REFUSED = family("refused")
"""What no file may hold; all other shapes are read and shown as letters."""
FAMILIES = {
    one.stem: family(one.stem) for one in sorted(SHAPES.glob("*.yml")) if one.stem != "refused"
}
HOSTILE = tuple(words for shapes in FAMILIES.values() for words in shapes.values())


class InTurn(Mapping[str, Words]):
    """For each form of text the strings one after the other, from a place in their row on."""

    def __init__(self, strings: Sequence[str], start: int = 0) -> None:
        self.strings = strings
        self.counted: Counter[str] = Counter()
        self._next = dict.fromkeys(FORMS, start)

    def __getitem__(self, form: str) -> Words:
        def turn(_: str) -> str:
            words = self.strings[self._next[form] % len(self.strings)]
            self._next[form] += 1
            self.counted[words] += 1
            return words

        return turn

    def __iter__(self) -> Iterator[str]:
        return iter(FORMS)

    def __len__(self) -> int:
        return len(FORMS)


def always(string: str) -> Mapping[str, Words]:
    """The same string in every field."""
    return dict.fromkeys(FORMS, lambda _: string)


UNIT = """
id: check-it
title: Check it
summary: Students check answers.
band: 3-5
strand: evaluate
question: How sure are you?
before: Nothing.
lessons:
  - {id: two-sources, when: Week 1., why: It comes first.}
ending: They show it.
short_of_time: The first one.
"""
"""A document of the one kind that the sample has none of."""


def spoil(root: Path, words: Mapping[str, Words]) -> None:
    """Put the words into every field of every document, the settings and the Spanish."""
    (root / "curriculum/units").mkdir()
    (root / "curriculum/units/check-it.yml").write_text(UNIT, "utf-8")
    for entry in model.load(root).loaded:
        tree = deepcopy(entry.source.tree)
        _spread(entry.document, tree, words)
        (root / entry.path).write_text(yaml.safe_dump(tree, allow_unicode=True), "utf-8")
    _spoil_settings(root / "curriculum" / "district.yml", words["title"])
    told, findings = settings.load(root)
    assert told, findings
    read = model.load(root)
    assert not read.findings
    translations.refresh_all(root, read, told, ["es"])
    _spoil_translations(root, words)


@contextmanager
def unasked() -> Iterator[None]:
    """No rule is asked: what it would find is what is tried here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "check", lambda *_: ())
        yield


def _spread(part: Part, tree: dict[str, Any], words: Mapping[str, Words]) -> None:
    """Change every string of the model that is free: no id, no code, no choice from a list."""
    for name, field in type(part).model_fields.items():
        value, key = getattr(part, name), name.rstrip("_")
        free = field.annotation in (str, str | None, tuple[str, ...]) and not field.metadata
        if isinstance(value, Text) and value.form == "words":  # a comma would be two words
            tree[key] = [re.sub("[,;]", " ", words["words"](one)) for one in tree[key]]
        elif isinstance(value, Text):
            tree[key] = words[value.form](tree[key])
        elif isinstance(value, Part):
            _spread(value, tree[key], words)
        elif isinstance(value, dict):
            for at, one in value.items():
                if isinstance(one, Text):
                    tree[key][at] = words[one.form](str(one))
        elif value and name == "url":
            tree[key] = "https://example.org/" + words["title"](value)
        elif value and free and name != "code":
            many = isinstance(value, tuple)
            tree[key] = [words["title"](value[0])] if many else words["title"](value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            for one, branch in zip(value, tree[key], strict=True):
                _spread(one, branch, words)


def _spoil_settings(file: Path, words: Words) -> None:
    tree = yaml.safe_load(file.read_text("utf-8"))
    for name in ("name", "short_name", "phone"):
        tree["district"][name] = words(name)
    tree["site_name"] = words("site_name")
    for language in tree["languages"]:
        language.update(name=words("name"), english=words("english"))
        language["complete"] = ["family", "lesson", "staff"]
    file.write_text(yaml.safe_dump(tree, allow_unicode=True), "utf-8")


def _spoil_translations(root: Path, words: Mapping[str, Words]) -> None:
    """A translation by an attacker for every passage and every word of the interface."""
    forms = {
        (entry.document.id, passage.address): passage.form
        for entry in model.load(root).loaded
        for passage in texts(entry.document)
    }
    files = sorted((root / translations.FOLDER / "es").rglob("*.po"))
    assert len(files) > 30
    for file in files:

        def alter(address: str, entry: po.Entry, name: str = file.stem) -> po.Entry:
            form = forms.get((name, address), "title")
            return replace(entry, translation=words[form](entry.english))

        projects.change(root, file.relative_to(root).as_posix(), alter)
