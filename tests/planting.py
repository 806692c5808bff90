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
from hashlib import blake2b
from pathlib import Path
from typing import Any

import projects
import pytest
import yaml
from filling import NAME, fill, free
from markup_read import Markup, even

from builder import build, files, po, settings, translations
from builder.model import curriculum as model
from builder.model.base import Document, texts
from builder.model.family import Home
from builder.model.progression import Framework, GraduateProfile
from builder.model.register import Principles
from builder.model.text import Text
from builder.pages import Address
from builder.plugin import build_site
from builder.site import Site
from builder.snapshots.kept import path_of
from builder.snapshots.record import Read, Record, Statement
from builder.validation import Strict

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
    f"<script>{RUN}</script>{{{{ 7*7 }}}}{{% raw %}}"
    f'[x](javascript:{RUN})![x](x"onerror="{RUN})\ue000content\ue001'
)
"""Several of them in one field, which ends whatever it may stand in. In every field of a file it
stays below what a file may hold."""


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
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h1"/></svg>'
KEPT = "curriculum/topics/privacy.yml"
"""A document that stands there once more, retired."""
SETTINGS = "curriculum/district.yml"


Field = tuple[type[Strict], str]


def spoil(root: Path, words: Mapping[str, Words]) -> frozenset[Field]:
    """Put the words into every field of every document, the settings and the Spanish.

    Those are the fields that got some.
    """
    complete(root)
    found: set[Field] = set()
    for entry in model.load(root).loaded:
        tree = deepcopy(entry.source.tree)
        found |= _spread(entry.document, tree, words)
        _write(root / entry.path, tree)
    found |= _spoil_settings(root, words)
    told, findings = settings.load(root)
    assert told, findings
    read = model.load(root)
    assert not read.findings, read.findings
    translations.refresh_all(root, read, told, ["es"])
    _spoil_translations(root, words)
    return frozenset(found)


def complete(root: Path) -> None:
    """Fill in what the sample leaves out: a kind, a retired document, optional fields.

    One document of each kind gets them all.
    """
    (root / "curriculum/units").mkdir()
    (root / "curriculum/units/check-it.yml").write_text(UNIT, "utf-8")
    (root / "curriculum/drawings").mkdir()
    (root / f"curriculum/drawings/{NAME}.svg").write_text(DRAWING, "utf-8")
    full: set[type[Strict]] = set()
    for entry in model.load(root).loaded:
        tree = deepcopy(entry.source.tree)
        if type(entry.document) not in full:
            full.add(type(entry.document))
            fill(entry.document, tree)
            _write(root / entry.path, tree)
        if entry.path == KEPT:
            name = f"{tree['id']}-before"
            kept = {**tree, "id": name, "status": "retired", "retired_because": "It is old."}
            _write((root / KEPT).with_stem(name), kept)
    told, findings = settings.load(root)
    assert told, findings
    tree = yaml.safe_load((root / SETTINGS).read_text("utf-8"))
    fill(told, tree)
    _write(root / SETTINGS, tree)


def _write(file: Path, tree: Mapping[str, Any]) -> None:
    file.write_text(yaml.safe_dump(tree, allow_unicode=True), "utf-8")


@contextmanager
def unasked() -> Iterator[None]:
    """No rule is asked: what it would find is what is tried here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "check", lambda *_: ())
        patch.setattr(build, "misset", lambda *_: ())
        yield


def _spread(part: Strict, tree: dict[str, Any], words: Mapping[str, Words]) -> set[Field]:
    """Change every string of the model that is free: no id, no code, no choice from a list."""
    found: set[Field] = set()
    for name, field in type(part).model_fields.items():
        value, key = getattr(part, name), name.rstrip("_")
        if not value:
            continue
        if isinstance(value, Strict):
            found |= _spread(value, tree[key], words)
        elif isinstance(value, tuple) and isinstance(value[0], Strict):
            for one, branch in zip(value, tree[key], strict=True):
                found |= _spread(one, branch, words)
        elif free(field):
            found.add((type(part), name))
            tree[key] = _other(name, value, tree[key], words)
    return found


def _other(name: str, value: Any, told: Any, words: Mapping[str, Words]) -> Any:
    """Other words in the place of those that a field holds; what names something stays apart."""
    if isinstance(value, Text) and value.form == "words":  # a comma would be two words
        return [re.sub("[,;]", " ", words["words"](one)) for one in told]
    if isinstance(value, Text):
        return words[value.form](told)
    if isinstance(value, tuple):
        return [words["title"](value[0])]
    if isinstance(value, dict):
        return dict(_others(value, told, words))
    written = words["title"](value)
    named = {"url": f"https://example.org/{written}", "code": _loose(f"{written} {value}")}
    return named.get(name, written)


def _others(
    value: Mapping[str, Any], told: Mapping[str, Any], words: Mapping[str, Words]
) -> Iterator[tuple[str, Any]]:
    """The same of what stands under names; where it is no passage, of the names, too."""
    for at, one in value.items():
        if isinstance(one, Text):
            yield at, words[one.form](one.words)
        elif isinstance(one, Mapping):
            yield f"{words['title'](at)} {at}", dict(_others(one, one, words))
        elif isinstance(one, str):
            yield f"{words['title'](at)} {at}", words["title"](one)
        else:
            yield _loose(f"{words['title'](at)} {at}"), told[at]


def _loose(words: str) -> str:
    """The words as the code of a framework."""
    return re.sub(r"[@\s]", "_", words)


def _spoil_settings(root: Path, words: Mapping[str, Words]) -> set[Field]:
    told, findings = settings.load(root)
    assert told, findings
    tree = yaml.safe_load((root / SETTINGS).read_text("utf-8"))
    found = _spread(told, tree, words)
    for language in tree["languages"]:
        language["complete"] = ["family", "lesson", "staff"]
    _write(root / SETTINGS, tree)
    return found


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
    fields: frozenset[Field]
    """The fields that got words."""

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
        """What the page shows, if it is one document."""
        kind, id = address.document or _OF_ONE.get(address.kind, (Framework, address.id))
        return self.site.translated(language, kind, id) if id else None

    def name(self, address: Address, language: str) -> Text | None:
        """What the page is called, where a field says it: that of its document, or of its sheet."""
        document = self.document(address, language)
        sheet = address.id.partition("/handouts/")[2]
        if sheet:
            return next(one.title for one in document.handouts if one.id == sheet)
        return document.name if document else None

    @cached_property
    def shown(self) -> dict[str, dict[str, set[str]]]:
        """What may be read in a language at each address of a passage, in any document.

        On lists, what stands for its English.
        """
        found: dict[str, dict[str, set[str]]] = {language: {} for language in LANGUAGES}
        for language, told in found.items():
            for entry in self.site.curriculum.entries:
                one = self.site.translated(language, type(entry.document), entry.document.id)
                for passage in (one.name, *texts(one)):
                    english = blake2b((passage.english or passage.words).encode(), digest_size=5)
                    for at in (passage.address, f"~{english.hexdigest()}"):
                        told.setdefault(at, set()).add(even(passage.shown))
        return found


_OF_ONE: Mapping[str, tuple[type[Document], str]] = {
    "home": (Home, Home.only),
    "graduate-profile": (GraduateProfile, GraduateProfile.only),
    "principles": (Principles, Principles.only),
}
"""Pages of one document of which others are shown, too."""


def planted(root: Path, words: Mapping[str, Words]) -> Planted:
    """The district at `root` with the words, in English, Spanish and, untranslated, Arabic."""
    projects.sample(root)
    shutil.copytree(projects.ROOT / "overrides", root / "overrides")
    shutil.copy(projects.ROOT / "mkdocs.yml", root)
    projects.without_language(root, "km")
    fields = spoil(root, words)
    _publish(root, words["title"])
    return Planted(root, words, fields)


GONE = "lessons/two-sources/handouts/gone/"
"""A page that the edition before this one had."""


def _publish(root: Path, words: Words) -> None:
    """Let there have been an edition, from which all that a page of changes tells has changed."""
    now = build.unchecked(root).edition.snapshot
    documents = {
        kind: {id: _before(one) for id, one in of_kind.items()}
        for kind, of_kind in now.documents.items()
        if kind != "synonyms"  # which no page shows
    }
    lessons = documents["lesson"]
    del lessons["next-word"]
    lessons["gone-lesson"] = lessons["two-sources"].model_copy(update={"title": words("title")})
    outcome = Statement(text=words("text"), plain=words("plain"), status="active")
    before = now.model_copy(
        update={
            "edition": "2025-26",
            "documents": {**now.documents, **documents},
            "outcomes": {**now.outcomes, "3-5.EVA.9": outcome},
            "pages": (*now.pages, GONE),
        }
    )
    files.write(root / path_of(before.edition), before.written())


def _before(one: Record) -> Record:
    """The document before its words, its plan and its state were what they are."""
    facts = {"time": 99, "level": 0, "tools": (), "phase": 1, "age": 18}
    had = {name for name, value in one.facts if value is not None}
    plan = one.facts.model_copy(update={name: facts[name] for name in had & facts.keys()})
    return one.model_copy(
        update={"status": "draft", "words": Read(), "facts": plan, "languages": (), "bands": ()}
    )
