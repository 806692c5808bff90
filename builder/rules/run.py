"""Asks every rule and turns what it says into findings with a position."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import Any, Protocol

from builder import quotes, translations
from builder.finding import Finding, Severity
from builder.forked import spread
from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.rules.engine import Context, Excuse, Flaw, Frame, Problem, Rule, Translation, every
from builder.rules.excuses import excuses
from builder.rules.options import read_options
from builder.settings import Language, Settings
from builder.source import Position
from builder.translations import Catalogs


class Memory(Protocol):
    """What rules found in a file before; `document` is the path of the document it belongs to."""

    def known(self, path: str, document: str, day: str) -> list[Finding] | None:
        """The findings of the file, None where they are not known."""

    def keep(self, path: str, document: str, day: str, found: list[Finding]) -> None:
        """Remember the findings of the file."""


def check(
    curriculum: Curriculum,
    settings: Settings,
    catalogs: Catalogs | None = None,
    today: date | None = None,
    memory: Memory | None = None,
) -> tuple[Finding, ...]:
    """Everything that is wrong: what could not be read, then what each rule found, by place.

    Without a day the rules that ask for one are silent; without catalogs, those on translations.
    """
    said = found(_on_documents(), curriculum, settings, catalogs, today, memory)
    held = list(_excuses(curriculum, said))
    excused = {
        one
        for excuse in held
        if excuse.severity is Severity.WARNING and (not today or today <= excuse.exception.until)
        for one in excuse.covers
    }
    bench = _Bench(Frame(curriculum, settings), catalogs, today, memory)
    said = [*(one for one in said if one not in excused), *bench.excuses(_on_excuses(), held)]
    return tuple(sorted([*curriculum.findings, *said]))


def _on_documents() -> list[Rule]:
    return [one for one in every() if Excuse not in one.subjects]


def _on_excuses() -> list[Rule]:
    return [one for one in every() if Excuse in one.subjects]


def _excuses(curriculum: Curriculum, said: Iterable[Finding]) -> Iterator[Excuse]:
    return excuses(curriculum, {one.name: one.severity for one in every()}, said)


def found(
    rules: Iterable[Rule],
    curriculum: Curriculum,
    settings: Settings,
    catalogs: Catalogs | None = None,
    today: date | None = None,
    memory: Memory | None = None,
) -> list[Finding]:
    """What these rules find, with the options that the settings give them."""
    bench = _Bench(Frame(curriculum, settings), catalogs, today, memory)
    rules = list(rules)
    asked = [one for one in rules if (today or not one.dated) and Excuse not in one.subjects]
    on_excuses = [one for one in rules if Excuse in one.subjects]
    said: list[Finding] = []
    if on_excuses:
        said = found(_on_documents(), curriculum, settings, catalogs, today, memory)
    return [
        *bench.excuses(on_excuses, _excuses(curriculum, said)),
        *bench.whole([one for one in asked if Context in one.subjects]),
        *bench.each([one for one in asked if Context not in one.subjects and not one.dated], ""),
        *bench.each([one for one in asked if one.dated], str(today)),
    ]


@dataclass(frozen=True)
class _Bench:
    """Where the rules sit: the frame, the PO files, the day, and what was found before."""

    frame: Frame
    catalogs: Catalogs | None
    today: date | None
    memory: Memory | None

    def whole(self, rules: list[Rule]) -> Iterator[Finding]:
        """What the rules find that look at the whole curriculum."""
        context = Context(self.frame.curriculum, self.frame.settings)
        for one in rules:
            for problem in one.check(context, **self._options(one)):
                yield _finding(one, problem, self.frame.curriculum)

    def excuses(self, rules: list[Rule], excuses: Iterable[Excuse]) -> Iterator[Finding]:
        """What the rules find that look at exceptions."""
        asked = [(one, self._options(one)) for one in rules if self.today or not one.dated]
        for excuse in excuses:
            for one, options in asked:
                for problem in one.check(excuse, self.frame, **options):
                    yield _finding(one, problem, self.frame.curriculum)

    def each(self, rules: list[Rule], day: str) -> Iterator[Finding]:
        """What the rules find that look at one document or one translation at a time."""
        asked = [(one, self._options(one)) for one in rules]
        of_documents = [pair for pair in asked if Translation not in pair[0].subjects]
        of_translations = [pair for pair in asked if Translation in pair[0].subjects]
        files = self._documents() if of_documents else []
        if self.catalogs is not None and of_translations:
            files += self._po_files()
        unknown = []
        for one in files:
            before = self.memory.known(*one.paths, day) if self.memory else None
            if before is None:
                unknown.append(one)
            else:
                yield from before
        judge = partial(self._judge, of_documents, of_translations)
        for one, said in zip(unknown, spread(judge, unknown), strict=True):
            if self.memory:
                self.memory.keep(*one.paths, day, said)
            yield from said

    def _documents(self) -> list[_File]:
        source = self.frame.curriculum.source_of
        return [
            _File((source(one).path, source(one).path), one)
            for one in self.frame.curriculum.in_use(Document)
        ]

    def _po_files(self) -> list[_File]:
        """Every PO file of a document in use, in the order of the documents."""
        return [
            _File((path, of.paths[0]), of.document, language)
            for of in self._documents()
            for language in self.frame.settings.languages[1:]
            if (path := translations.path_of(of.document, language.id)) in self._present
        ]

    @cached_property
    def _present(self) -> frozenset[str]:
        root = self.frame.curriculum.root
        return frozenset(translations.present(root)) if root else frozenset()

    def _judge(self, of_documents: Asked, of_translations: Asked, one: _File) -> list[Finding]:
        if one.language is None:
            return [
                _finding(rule, problem, self.frame.curriculum)
                for rule, options in of_documents
                if isinstance(one.document, rule.subjects)
                for problem in rule.check(one.document, self.frame, **options)
            ]
        assert self.catalogs is not None
        catalog = self.catalogs.readable(one.paths[0])
        translation = Translation(
            one.document, one.language, catalog, self.frame.passages(one.document)
        )
        return [
            _flaw(rule, flaw, one.paths[0], self.frame.curriculum)
            for rule, options in of_translations
            for flaw in rule.check(translation, self.frame, **options)
        ]

    def _options(self, one: Rule) -> dict[str, Any]:
        options, _ = read_options(one.options, self.frame.settings.rules.get(one.name, {}))
        return {**options, "today": self.today} if one.dated else dict(options)


@dataclass(frozen=True, slots=True)
class _File:
    """A file that rules look at: its path and that of its document, and the document."""

    paths: tuple[str, str]
    document: Document
    language: Language | None = None


Asked = list[tuple[Rule, dict[str, Any]]]


def _finding(one: Rule, problem: Problem, curriculum: Curriculum) -> Finding:
    source = curriculum.source_of(problem.document)
    if problem.quote:
        place = quotes.position(curriculum.root, source, problem.at, problem.quote)
    else:
        place = source.position(problem.at, of_key=_has_parts(source.tree, problem.at))
    return _said(one, source.path, place, problem)


def _flaw(one: Rule, flaw: Flaw, path: str, curriculum: Curriculum) -> Finding:
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
