"""Asks every rule and turns what it says into findings with a position."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from builder import po
from builder.finding import Finding, Severity
from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.model.text import Text
from builder.rules.bench import Bench, Memory
from builder.rules.engine import Context, Coverage, Excuse, Frame, Rule, Translation, every
from builder.rules.excuses import excuses
from builder.settings import Language, Settings
from builder.translations import Catalogs


def check(
    curriculum: Curriculum,
    settings: Settings,
    catalogs: Catalogs | None = None,
    today: date | None = None,
    memory: Memory | None = None,
    severity: Severity | None = None,
) -> tuple[Finding, ...]:
    """Everything that is wrong: what could not be read, then what each rule found, by place.

    Without a day the rules that ask for one are silent; without catalogs, those on translations.
    With a severity only the rules of that severity are asked.
    """
    asked = [one for one in _on_documents() if severity in (None, one.severity)]
    said = found(asked, curriculum, settings, catalogs, today, memory)
    held = list(_excuses(curriculum, settings, said))
    excused = {
        one
        for excuse in held
        if excuse.severity is Severity.WARNING and (not today or today <= excuse.exception.until)
        for one in excuse.covers
    }
    bench = Bench(Frame(curriculum, settings), catalogs, today, memory)
    on_excuses = [one for one in _on_excuses() if severity in (None, one.severity)]
    said = [*(one for one in said if one not in excused), *bench.excuses(on_excuses, held)]
    return tuple(sorted([*curriculum.findings, *said]))


def _on_documents() -> list[Rule]:
    return [one for one in every() if Excuse not in one.subjects]


def _on_excuses() -> list[Rule]:
    return [one for one in every() if Excuse in one.subjects]


def _excuses(
    curriculum: Curriculum, settings: Settings, said: Iterable[Finding]
) -> Iterator[Excuse]:
    return excuses(curriculum, settings, {one.name: one.severity for one in every()}, said)


def found(
    rules: Iterable[Rule],
    curriculum: Curriculum,
    settings: Settings,
    catalogs: Catalogs | None = None,
    today: date | None = None,
    memory: Memory | None = None,
) -> list[Finding]:
    """What these rules find, with the options that the settings give them."""
    bench = Bench(Frame(curriculum, settings), catalogs, today, memory)
    asked = [one for one in rules if today or not one.dated]
    each = [one for one in asked if {Context, Coverage, Excuse}.isdisjoint(one.subjects)]
    on_excuses = [one for one in asked if Excuse in one.subjects]
    said: list[Finding] = []
    if on_excuses:
        said = found(_on_documents(), curriculum, settings, catalogs, today, memory)
    return [
        *bench.excuses(on_excuses, _excuses(curriculum, settings, said)),
        *bench.whole([one for one in asked if Context in one.subjects]),
        *bench.each(each),
        *bench.gathered([one for one in asked if one.gather]),
        *bench.coverage([one for one in asked if Coverage in one.subjects]),
    ]


def flaws(
    translation: Translation, curriculum: Curriculum, settings: Settings
) -> Iterator[tuple[str, Finding]]:
    """What every rule on translations finds in this one, each with the address of its passage."""
    bench = Bench(Frame(curriculum, settings), None, None, None)
    return bench.flaws([one for one in every() if Translation in one.subjects], translation)


def misleads(
    frame: Frame, document: Document, language: Language, passage: Text, words: str
) -> bool:
    """Whether these words, made from other English, say something else than that of today.

    Other numbers, links, codes or marks may have been right once. But nobody can tell whether the
    English that a PO file names was ever there: whoever writes the translation writes it, too.
    """
    told = {passage.address: po.entry(passage.words, words)}
    subject = Translation(document, language, "", told, (passage,))
    return any(any(one.check(subject, frame)) for one in _comparing())


@cache
def _comparing() -> tuple[Rule, ...]:
    """The rules that hold a translation against its English; each of their findings is an error."""
    kind = (Severity.ERROR, (Translation,))
    asked = (one for one in every() if one.family == "translation")
    return tuple(one for one in asked if (one.severity, one.subjects) == kind)
