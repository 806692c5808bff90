"""Words of all kinds, and the sample district with them in every field that holds words.

The shapes stand in `hostile/<family>.yml`, each under what makes it another than the rest; `RUN`
stands for what tells a test that it ran. Each field gets one, the next field the next one, in
English and in Spanish; in turn after turn every field gets every one. Honest words that look like
something else stand in `honest/`.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import projects
import pytest
import yaml
from markup_read import Markup, even

from builder import build, po, settings, translations
from builder.model import curriculum as model
from builder.model.base import Part, texts
from builder.model.text import Text
from builder.pages import Address
from builder.plugin import build_site
from builder.site import Site

SAMPLE = Path(__file__).parent / "sample"
SHAPES = Path(__file__).parent / "hostile"
LANGUAGES = ("en", "es")
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

WORST = (
    f"--></title></script></style></textarea></article>\"'><img src=x onerror={RUN}>"
    f"<svg/onload={RUN}><script>{RUN}</script>{{{{ 7*7 }}}}{{% raw %}}"
    f'[x](javascript:{RUN})![x](x"onerror="{RUN})&lt;script&gt;\ue000content\ue001'
)
"""Several of them in one field, which ends whatever it may stand in."""


def _honest() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for file in sorted((Path(__file__).parent / "honest").glob("*.yml")):
        for words in yaml.safe_load(file.read_text("utf-8")).values():
            lines = words.strip("\n").split("\n") if isinstance(words, str) else words
            found[file.stem] = (*found.get(file.stem, ()), *lines)
    return found


_TOLD = _honest()
TITLES = _TOLD.pop("titles")
"""Honest words of which Markdown would make something; in titles they are letters."""
HONEST = tuple(words for row in _TOLD.values() for words in row)
"""Honest words that are letters everywhere."""


class InTurn(Mapping[str, Words]):
    """For each form of text the strings one after the other, from a place in their row on."""

    def __init__(self, strings: Sequence[str], start: int = 0, titles: Sequence[str] = ()) -> None:
        """With `titles`, titles have a row of their own."""
        self.strings = {**dict.fromkeys(FORMS, strings), "title": titles or strings}
        self.counted: Counter[str] = Counter()
        self._next = dict.fromkeys(FORMS, start)

    def __getitem__(self, form: str) -> Words:
        def turn(_: str) -> str:
            row = self.strings[form]
            words = row[self._next[form] % len(row)]
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


@dataclass(frozen=True)
class Planted:
    """The sample district with words in every field, and its site."""

    root: Path
    words: Mapping[str, Words]

    @cached_property
    def site(self) -> Site:
        return build.unchecked(self.root)

    @cached_property
    def folder(self) -> Path:
        with unasked():
            return build_site(self.root)

    def page(self, address: Address, language: str) -> Markup:
        prefix = "" if language == "en" else f"{language}/"
        return Markup((self.folder / prefix / address.path / "index.html").read_text("utf-8"))

    def part(self, address: Address, language: str) -> Markup:
        """What is the page's own of a page, made now without the theme."""
        return Markup(self.site.page(language, address).html)

    def each(self) -> Iterator[tuple[str, Address]]:
        """Every page of English and Spanish."""
        return ((language, one) for language in LANGUAGES for one in self.site.addresses)

    def document(self, address: Address, language: str) -> Any:
        assert address.document
        return self.site.translated(language, *address.document)

    @cached_property
    def shown(self) -> dict[str, dict[str, set[str]]]:
        """What may be read in a language at each address of a passage, in any document."""
        found: dict[str, dict[str, set[str]]] = {language: {} for language in LANGUAGES}
        for language, told in found.items():
            for entry in self.site.curriculum.entries:
                one = self.site.translated(language, type(entry.document), entry.document.id)
                for passage in texts(one):
                    told.setdefault(passage.address, set()).add(even(passage.shown))
        return found


def planted(root: Path, words: Mapping[str, Words]) -> Planted:
    """The district at `root` with the words, in English, Spanish and, untranslated, Arabic."""
    projects.sample(root)
    shutil.copytree(projects.ROOT / "overrides", root / "overrides")
    shutil.copy(projects.ROOT / "mkdocs.yml", root)
    projects.without_language(root, "km")
    spoil(root, words)
    return Planted(root, words)
