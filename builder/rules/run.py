"""Asks every rule and turns what it says into findings with a position."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from builder import quotes, translations
from builder.finding import Finding
from builder.model.base import Document, texts
from builder.model.curriculum import Curriculum
from builder.model.text import Title
from builder.rules.engine import Context, Flaw, Frame, Problem, Rule, Translation, every
from builder.rules.options import read_options
from builder.settings import DEFAULT, Settings, path_in
from builder.source import Position, Source, read
from builder.translations import Catalogs


def check(
    curriculum: Curriculum,
    settings: Settings,
    catalogs: Catalogs | None = None,
    today: date | None = None,
) -> tuple[Finding, ...]:
    """Everything that is wrong: what could not be read, then what each rule found, by place.

    Without a day the rules that ask for one are silent; without catalogs, those on translations.
    """
    said = found(every(), curriculum, settings, catalogs, today)
    return tuple(sorted([*curriculum.findings, *said]))


def found(
    rules: Iterable[Rule],
    curriculum: Curriculum,
    settings: Settings,
    catalogs: Catalogs | None = None,
    today: date | None = None,
) -> Iterator[Finding]:
    """What these rules find, with the options that the settings give them."""
    asked = [(one, _options(one, settings, today)) for one in rules if today or not one.dated]
    context, frame = Context(curriculum, settings, catalogs), Frame(curriculum, settings)
    for one, options in asked:
        if Context in one.subjects:
            for problem in one.check(context, **options):
                yield _finding(one, problem, curriculum)
    of_documents = [one for one in asked if {Context, Translation}.isdisjoint(one[0].subjects)]
    for document in curriculum.in_use(Document):
        for one, options in of_documents:
            if isinstance(document, one.subjects):
                for problem in one.check(document, frame, **options):
                    yield _finding(one, problem, curriculum)
    of_translations = [one for one in asked if Translation in one[0].subjects]
    if catalogs is not None and of_translations:
        for translation in _translations(curriculum, settings, catalogs):
            for one, options in of_translations:
                for flaw in one.check(translation, frame, **options):
                    yield _flaw(one, flaw, translation, curriculum)


def _options(one: Rule, settings: Settings, today: date | None) -> dict[str, Any]:
    options, _ = read_options(one.options, settings.rules.get(one.name, {}))
    return {**options, "today": today} if one.dated else dict(options)


def _translations(
    curriculum: Curriculum, settings: Settings, catalogs: Catalogs
) -> Iterator[Translation]:
    """Every PO file that can be read, beside its document or the words of the site itself."""
    for language in settings.languages[1:]:
        path = translations.interface_path(language.id)
        if catalog := catalogs.readable(path):
            words = tuple(Title(entry.english, at) for at, entry in catalog.items())
            yield Translation(None, language, path, catalog, words)
    for document in curriculum.in_use(Document):
        passages = tuple(texts(document, careful=document.careful))
        for language in settings.languages[1:]:
            path = translations.path_of(document, language.id)
            if catalog := catalogs.readable(path):
                yield Translation(document, language, path, catalog, passages)


def _finding(one: Rule, problem: Problem, curriculum: Curriculum) -> Finding:
    source = _source(problem.document, curriculum)
    if problem.quote:
        place = quotes.position(curriculum.root, source, problem.at, problem.quote)
    else:
        place = source.position(problem.at, of_key=_has_parts(source.tree, problem.at))
    return _said(one, source.path, place, problem)


def _source(where: Document | Settings | str, curriculum: Curriculum) -> Source:
    if isinstance(where, Document):
        return curriculum.source_of(where)
    if isinstance(where, str):
        return Source(where, {})
    if curriculum.root is None:
        return Source(DEFAULT, {})
    kept = _SETTINGS.get("last")
    if kept is None or kept[0] is not curriculum:
        path = path_in(curriculum.root)
        kept = curriculum, read(curriculum.root / path, path)
        _SETTINGS["last"] = kept
    return kept[1]


# Each language may have something to say at its line.
_SETTINGS: dict[str, tuple[Curriculum, Source]] = {}


def _flaw(one: Rule, flaw: Flaw, translation: Translation, curriculum: Curriculum) -> Finding:
    path = translation.path
    place = Position(1, 1)
    if curriculum.root:
        place = quotes.in_catalog(curriculum.root / path, flaw.address, flaw.quote)
    return _said(one, path, place, flaw)


def _said(one: Rule, path: str, place: Position, said: Problem | Flaw) -> Finding:
    return Finding(path, place.line, place.column, one.name, said.message, said.hint, one.severity)


def _has_parts(tree: Any, at: tuple[str | int, ...]) -> bool:
    """Whether a list or fields stand there: then the name above them is what a reader looks for."""
    for step in at:
        try:
            tree = tree[step]
        except (LookupError, TypeError):
            return False
    return isinstance(tree, dict | list)
