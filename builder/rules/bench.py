"""Where the rules sit: each is asked about what it looks at, unless its answer is remembered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import islice
from typing import Any, Protocol

from builder import translations
from builder.finding import Finding
from builder.forked import spread
from builder.model.base import Document, texts
from builder.model.head import has_words
from builder.model.text import Text, Title
from builder.rules import placing
from builder.rules.engine import Context, Coverage, Excuse, Frame, Gathered, Rule, Translation
from builder.rules.options import read_options
from builder.settings import Language
from builder.translations import Catalogs
from builder.validation import MOST_SAID

Notes = dict[str, list[str]]
Judgement = tuple[list[Finding], int, Notes]
"""What was found in a file, how many of its passages are not translated, each rule's notes."""


class Memory(Protocol):
    """What rules found in a file before; `document` is the path of the document it belongs to."""

    def known(self, path: str, document: str, day: str) -> Judgement | None:
        """The judgement of the file, None where it is not known."""

    def keep(self, path: str, document: str, day: str, judgement: Judgement) -> None:
        """Remember the judgement of the file."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file that rules look at: its path and that of its document, and the document."""

    paths: tuple[str, str]
    document: Document | None
    language: Language | None = None


_Asked = list[tuple[Rule, dict[str, Any]]]


@dataclass(frozen=True)
class Bench:
    """The frame, the PO files, the day, and what was found before."""

    frame: Frame
    catalogs: Catalogs | None
    today: date | None
    memory: Memory | None
    missing: dict[str, int] = field(default_factory=dict)
    """How many passages of each PO file that was judged are not translated."""
    notes: list[tuple[Document, Notes]] = field(default_factory=list)
    """What rules noted of each document that was judged."""

    def whole(self, rules: list[Rule]) -> Iterator[Finding]:
        """What the rules find that look at the whole curriculum."""
        context = Context(self.frame.curriculum, self.frame.settings, self.catalogs)
        for one in rules:
            for problem in one.check(context, **self._options(one)):
                yield placing.finding(one, problem, self.frame.curriculum)

    def excuses(self, rules: list[Rule], excuses: Iterable[Excuse]) -> Iterator[Finding]:
        """What the rules find that look at exceptions."""
        return self._over(excuses, rules)

    def coverage(self, rules: list[Rule]) -> Iterator[Finding]:
        """What the rules find that look at how far a language has come; after the PO files."""
        if self.catalogs is None or not rules:
            return iter(())
        if not self.missing:
            list(self.each([]))
        return self._over(self._coverage(), rules)

    def gathered(self, rules: list[Rule]) -> Iterator[Finding]:
        """What the rules find that compare notes of all documents."""
        for one in rules:
            notes = (
                (document, tuple(notes[one.name]))
                for document, notes in self.notes
                if one.name in notes
            )
            yield from self._over([Gathered(tuple(notes))], [one])

    def _over(self, subjects: Iterable[Any], rules: list[Rule]) -> Iterator[Finding]:
        asked = [(one, self._options(one)) for one in rules if self.today or not one.dated]
        for subject in subjects:
            for one, options in asked:
                for problem in one.check(subject, self.frame, **options):
                    yield placing.finding(one, problem, self.frame.curriculum)

    def _coverage(self) -> Iterator[Coverage]:
        documents = [
            entry.document
            for entry in self.frame.curriculum.entries
            if entry.document.status != "retired" and has_words(type(entry.document))
        ]
        for number, language in enumerate(self.frame.settings.languages[1:], start=1):
            path = translations.interface_path(language.id)
            yield Coverage(language, number, "interface", 1, (path,) if self._lacks(path) else ())
            for audience in language.complete:
                of_class = [one for one in documents if one.audience == audience]
                paths = (translations.path_of(one, language.id) for one in of_class)
                lacking = tuple(path for path in paths if self._lacks(path))
                yield Coverage(language, number, audience, len(of_class), lacking)

    def _lacks(self, path: str) -> bool:
        return path not in self._present or self.missing.get(path, 0) > 0

    def each(self, rules: list[Rule]) -> Iterator[Finding]:
        """What the rules find that look at one document or one translation at a time.

        What those find that take the day is remembered for that day alone, so apart.
        """
        undated = self._asked([one for one in rules if not one.dated])
        dated = self._asked([one for one in rules if one.dated])
        groups = {"": undated, **({str(self.today): dated} if any(dated) else {})}
        unknown = []
        for one in (*self._documents(), *self._po_files()):
            unasked = []
            for day in groups:
                before = self.memory.known(*one.paths, day) if self.memory else None
                if before is None:
                    unasked.append(day)
                    continue
                self._keep(one, before)
                yield from before[0]
            if unasked:
                unknown.append((one, unasked))
        judge = partial(self._judge, groups)
        for (one, days), judgements in zip(unknown, spread(judge, unknown), strict=True):
            for day, judgement in zip(days, judgements, strict=True):
                if self.memory and rules:
                    self.memory.keep(*one.paths, day, judgement)
                self._keep(one, judgement)
                yield from judgement[0]

    def _asked(self, rules: list[Rule]) -> tuple[_Asked, _Asked]:
        """The rules with their options: those on documents, then those on translations."""
        asked = [(one, self._options(one)) for one in rules]
        on_documents = [pair for pair in asked if set(pair[0].subjects) != {Translation}]
        return on_documents, [pair for pair in asked if Translation in pair[0].subjects]

    def _keep(self, one: _File, judgement: Judgement) -> None:
        if one.language is not None:
            self.missing[one.paths[0]] = judgement[1]
        elif one.document is not None and judgement[2]:
            self.notes.append((one.document, judgement[2]))

    def _documents(self) -> Iterator[_File]:
        for one in self.frame.curriculum.in_use(Document):
            path = self.frame.curriculum.source_of(one).path
            yield _File((path, path), one)

    def _po_files(self) -> Iterator[_File]:
        """Every PO file of the site's words and of a document in use."""
        if self.catalogs is None:
            return
        for language in self.frame.settings.languages[1:]:
            path = translations.interface_path(language.id)
            if path in self._present:
                yield _File((path, path), None, language)
        for entry in self.frame.curriculum.entries:
            if entry.document.status == "retired":
                continue
            for language in self.frame.settings.languages[1:]:
                path = translations.path_of(entry.document, language.id)
                if path in self._present:
                    yield _File((path, entry.path), entry.document, language)

    @property
    def _present(self) -> frozenset[str]:
        assert self.catalogs is not None
        return self.catalogs.standing

    def _judge(
        self, groups: dict[str, tuple[_Asked, _Asked]], asked: tuple[_File, list[str]]
    ) -> list[Judgement]:
        """What each group of rules finds in one file, which is looked into once for all."""
        one, days = asked
        if one.language is None:
            return [self._on_document(groups[day][0], one) for day in days]
        translation = self._translation(one, one.language)
        missing = _missing(translation)
        said = partial(self._flaws, translation=translation, most=MOST_SAID)
        return [([found for _, found in said(groups[day][1])], missing, {}) for day in days]

    def _on_document(self, asked: _Asked, one: _File) -> Judgement:
        found = [
            placing.finding(rule, problem, self.frame.curriculum)
            for rule, options in asked
            if isinstance(one.document, rule.subjects)
            for problem in islice(rule.check(one.document, self.frame, **options), MOST_SAID)
        ]
        notes = {
            rule.name: list(rule.gather(one.document, self.frame))
            for rule, _ in asked
            if rule.gather and isinstance(one.document, rule.gathers)
        }
        return found, 0, notes

    def flaws(self, rules: list[Rule], translation: Translation) -> Iterator[tuple[str, Finding]]:
        """What these rules find in one translation, each with the address of its passage."""
        return self._flaws([(one, self._options(one)) for one in rules], translation)

    def _flaws(
        self, asked: _Asked, translation: Translation, most: int | None = None
    ) -> Iterator[tuple[str, Finding]]:
        for rule, options in asked:
            for flaw in islice(rule.check(translation, self.frame, **options), most):
                placed = placing.flaw(rule, flaw, translation.path, self.frame.curriculum)
                yield flaw.address, placed

    def _translation(self, one: _File, language: Language) -> Translation:
        assert self.catalogs is not None
        catalog = self.catalogs.readable(one.paths[0])
        words: Iterable[Text]
        if one.document is None:
            words = (Title(at, at) for at in catalog)  # each is its own address
        else:
            words = texts(one.document, careful=one.document.careful)
        return Translation(one.document, language, one.paths[0], catalog, tuple(words))

    def _options(self, one: Rule) -> dict[str, Any]:
        options, _ = read_options(one.options, self.frame.settings.rules.get(one.name, {}))
        return {**options, "today": self.today} if one.dated else dict(options)


def _missing(one: Translation) -> int:
    """How many of the passages that the language is to have are not translated."""
    catalog, wanted = one.catalog, iter(one.passages)
    if not catalog:
        return 0  # what cannot be read is told as such
    if one.document is not None:
        wanted = translations.wanted(one.passages, one.document, one.language)
    entries = (catalog.get(passage.address) for passage in wanted)
    return sum(entry is None or not entry.translation for entry in entries)
