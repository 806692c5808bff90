"""Asks every rule and turns what it says into findings with a position."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from builder import quotes, translations
from builder.finding import Finding
from builder.model.base import Document, texts
from builder.model.curriculum import Curriculum
from builder.rules.engine import Context, Flaw, Frame, Problem, Rule, Translation, every
from builder.rules.options import read_options
from builder.settings import Settings
from builder.source import Position
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
    context, frame = Context(curriculum, settings), Frame(curriculum, settings)
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
    """Every PO file that can be read, beside its document."""
    for document in curriculum.in_use(Document):
        passages = tuple(texts(document))
        for language in settings.languages[1:]:
            catalog = catalogs.readable(translations.path_of(document, language.id))
            if catalog:
                yield Translation(document, language, catalog, passages)


def _finding(one: Rule, problem: Problem, curriculum: Curriculum) -> Finding:
    source = curriculum.source_of(problem.document)
    if problem.quote:
        place = quotes.position(curriculum.root, source, problem.at, problem.quote)
    else:
        place = source.position(problem.at, of_key=_has_parts(source.tree, problem.at))
    return _said(one, source.path, place, problem)


def _flaw(one: Rule, flaw: Flaw, translation: Translation, curriculum: Curriculum) -> Finding:
    path = translations.path_of(translation.document, translation.language.id)
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
