"""Every place where a document names another one, with what may be named there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from builder.model.base import Document, Part, Step
from builder.model.curriculum import Curriculum
from builder.model.educators import Chapter, Competencies, Competency, Course
from builder.model.family import Guide, Letter
from builder.model.grades import Band
from builder.model.groups import WithHandouts
from builder.model.handout import Handout
from builder.model.household import Questions
from builder.model.integrity import Integrity
from builder.model.kinds import KINDS
from builder.model.lesson import Lesson
from builder.model.program import Calendar, Program
from builder.model.progression import (
    Aim,
    Framework,
    FrameworkCode,
    GraduateProfile,
    Group,
    Outcome,
    Strand,
)
from builder.model.register import Term, Tool
from builder.model.search import Synonyms
from builder.model.unit import Unit
from builder.model.workshop import Workshop
from builder.source import Loc


@dataclass(frozen=True, slots=True)
class Reference:
    """One naming: where it stands, and what it names."""

    at: Loc
    what: str
    target: str
    kind: type[Part]
    """What is named: a kind of document, or a part of one; Part itself for the name of a kind."""


def references(document: Document) -> Iterator[Reference]:
    """What this document names that stands outside it."""
    if document.replaced_by:
        yield Reference(("replaced_by",), document.kind, document.replaced_by, type(document))
    for at, band in _bands(document):
        yield Reference(at, "band", band, Band)
    for at, term in _terms(document):
        yield Reference(at, "glossary term", term, Term)
    if isinstance(document, Lesson):
        yield from _of_lesson(document)
    elif isinstance(document, Unit):
        yield from _of_unit(document)
    elif isinstance(document, Strand):
        yield from _of_strand(document)
    elif isinstance(document, Course | Chapter | Program | Calendar):
        yield from _of_educators(document)
    elif isinstance(document, Synonyms):
        yield from _of_synonyms(document)


def nameable(kind: type[Part], curriculum: Curriculum) -> Collection[str]:
    """Everything of the kind that a reference may name."""
    if kind is Outcome:
        return curriculum.outcomes
    if kind is Aim:
        return [aim.id for one in curriculum.all(GraduateProfile).values() for aim in one.aims]
    if kind is FrameworkCode:
        return alignment_codes(curriculum)
    if kind is Competency:
        return [one.id for all in curriculum.all(Competencies).values() for one in all.competencies]
    if kind is Questions:  # a search leads to each question of a page
        pages = curriculum.all(Questions)
        places = (f"{one.id}#{place}" for one in pages.values() for place in one.places)
        return [*pages, *places]
    if issubclass(kind, Document):
        return curriculum.all(kind)
    return [one.kind for one in KINDS]


def inner_references(
    document: WithHandouts | Framework,
) -> Iterator[tuple[Reference, Collection[str]]]:
    """What this document names of its own, and all that it could name: handouts by its materials,
    columns by its tables, groups by the codes of a framework."""
    if isinstance(document, Framework):
        groups = [group.id for group in document.groups]
        for number, one in enumerate(document.codes):
            at: Loc = ("codes", number, "group")
            yield Reference(at, "group in this framework", one.group, Group), groups
        return
    if isinstance(document, Lesson):
        handouts = [handout.id for handout in document.handouts]
        for number, material in enumerate(document.materials):
            if material.handout:
                at = ("materials", number, "handout")
                named = Reference(at, "handout in this lesson", material.handout, Handout)
                yield named, handouts
    yield from _of_tables(document.handouts)


def _bands(document: Document) -> Iterator[tuple[Loc, str]]:
    if isinstance(document, Lesson):
        yield ("grades",), document.band
    elif isinstance(document, Integrity):
        yield ("id",), document.id
    elif isinstance(document, Guide | Letter | Term | Unit):
        yield ("band",), document.band
    elif isinstance(document, Tool | Workshop | Program):
        yield from _each(("bands",), document.bands)


def _terms(document: Document) -> Iterator[tuple[Loc, str]]:
    if isinstance(document, Lesson):
        yield from _each(("vocabulary",), document.vocabulary)
    elif isinstance(document, Guide):
        yield ("word", "term"), document.word.term
    elif isinstance(document, Term):
        yield from _each(("see",), document.see)
    elif isinstance(document, Workshop):
        yield from _each(("interpreter_sheet", "terms"), document.interpreter_sheet.terms)


def _of_lesson(lesson: Lesson) -> Iterator[Reference]:
    for field, codes in (("teaches", lesson.teaches), ("assesses", lesson.assesses)):
        for at, code in _each((field,), codes):
            yield Reference(at, "outcome", code, Outcome)
    for at, target in _each(("prerequisites",), lesson.prerequisites):
        yield Reference(at, "lesson", target, Lesson)
    for at, target in _each(("tools",), lesson.tools):
        yield Reference(at, "tool", target, Tool)
    for at, target in _each(("courses",), lesson.courses):
        yield Reference(at, "course", target, Course)


def _of_unit(unit: Unit) -> Iterator[Reference]:
    if unit.strand:
        yield Reference(("strand",), "strand", unit.strand, Strand)
    for number, target in enumerate(unit.lesson_ids):
        at = ("lessons", number, "id")
        yield Reference(at, "lesson", target, Lesson)


def _of_educators(document: Course | Chapter | Program | Calendar) -> Iterator[Reference]:
    if isinstance(document, Course):
        for number, module in enumerate(document.modules):
            for at, target in _each(("modules", number, "competencies"), module.competencies):
                yield Reference(at, "competency", target, Competency)
    elif isinstance(document, Chapter):
        for at, target in _each(("lessons",), document.lessons):
            yield Reference(at, "lesson", target, Lesson)
    elif isinstance(document, Program):
        for number, session in enumerate(document.sessions):
            for at, target in _each(("sessions", number, "tools"), session.tools):
                yield Reference(at, "tool", target, Tool)
    else:
        for number, event in enumerate(document.events):
            if event.course:
                at = ("events", number, "course")
                yield Reference(at, "course", event.course, Course)


def _of_strand(strand: Strand) -> Iterator[Reference]:
    for number, outcome in enumerate(strand.outcomes):
        within: Loc = ("outcomes", number)
        for at, target in _each((*within, "builds_on"), outcome.builds_on):
            yield Reference(at, "outcome", target, Outcome)
        for at, target in _each((*within, "graduate_profile"), outcome.graduate_profile):
            yield Reference(at, "aim", target, Aim)
        for at, target in _each((*within, "alignments"), outcome.alignments):
            yield Reference(at, "framework code", target, FrameworkCode)
        if outcome.replaced_by:
            at = (*within, "replaced_by")
            yield Reference(at, "outcome", outcome.replaced_by, Outcome)


def _of_synonyms(synonyms: Synonyms) -> Iterator[Reference]:
    kinds = {kind.kind: kind for kind in KINDS}
    for number, group in enumerate(synonyms.groups):
        for at, target in _each(("groups", number, "finds"), group.finds):
            name, _, id = target.partition("/")
            kind = kinds.get(name)
            if kind is None:
                yield Reference(at, "kind of document", name, Part)
            elif id:
                what = "question" if kind is Questions else name
                yield Reference(at, what, id, kind)


def _of_tables(
    handouts: tuple[Handout, ...],
) -> Iterator[tuple[Reference, Collection[str]]]:
    for number, table in enumerate(handout.table for handout in handouts):
        if table is None:
            continue
        columns = [column.id for column in table.columns]
        for line, row in enumerate(table.rows):
            for cell in row.cells:
                at = ("handouts", number, "table", "rows", line, "cells", cell)
                yield Reference(at, "column in this table", cell, Step), columns


class Aligned(NamedTuple):
    """An alignment in its parts; `band` is one of the framework's own, where its codes repeat."""

    framework: str
    code: str
    band: str


def aligned(alignment: str) -> Aligned:
    """The parts of an alignment as it is written: `framework:code` or `framework:code@band`."""
    framework, _, rest = alignment.partition(":")
    code, _, band = rest.partition("@")
    return Aligned(framework, code, band)


def alignment_codes(curriculum: Curriculum) -> frozenset[str]:
    """Every alignment that may be written: `framework:code`, with `@band` where codes repeat."""
    return frozenset(
        f"{framework.id}:{one.code}{at}"
        for framework in curriculum.all(Framework).values()
        for one in framework.codes
        for at in ([f"@{band}" for band in framework.bands] if framework.bands else [""])
    )


def named(kind: type[Document], curriculum: Curriculum) -> frozenset[str]:
    """The documents of a kind that another one names, retired ones not asked.

    What a search leads to is not yet named: it must be used where readers meet it.
    """
    return frozenset(
        reference.target
        for document in curriculum.in_use(Document)
        if not isinstance(document, Synonyms)
        for reference in references(document)
        if reference.kind is kind and reference.target != document.id
    )


def _each(at: Loc, targets: tuple[str, ...]) -> Iterator[tuple[Loc, str]]:
    for number, target in enumerate(targets):
        yield (*at, number), target
