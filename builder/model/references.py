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
    """One naming: where it stands, what it names, and everything that could be named."""

    at: Loc
    what: str
    target: str
    known: Collection[str]
    kind: type[Part]
    """What is named: a kind of document, or a part of one."""


def references(document: Document, curriculum: Curriculum) -> Iterator[Reference]:
    """What this document names that stands outside it."""
    if document.replaced_by:
        kind = type(document)
        at: Loc = ("replaced_by",)
        known = curriculum.all(kind)
        yield Reference(at, document.kind, document.replaced_by, known, kind)
    for at, band in _bands(document):
        yield Reference(at, "band", band, curriculum.all(Band), Band)
    for at, term in _terms(document):
        yield Reference(at, "glossary term", term, curriculum.all(Term), Term)
    if isinstance(document, Lesson):
        yield from _of_lesson(document, curriculum)
    elif isinstance(document, Unit):
        yield from _of_unit(document, curriculum)
    elif isinstance(document, Strand):
        yield from _of_strand(document, curriculum)
    elif isinstance(document, Framework):
        yield from _of_framework(document)
    elif isinstance(document, Course | Chapter | Program | Calendar):
        yield from _of_educators(document, curriculum)
    elif isinstance(document, Synonyms):
        yield from _of_synonyms(document, curriculum)


def inner_references(document: WithHandouts) -> Iterator[Reference]:
    """What this document names of its own: handouts by its materials, columns by its tables."""
    if isinstance(document, Lesson):
        handouts = [handout.id for handout in document.handouts]
        for number, material in enumerate(document.materials):
            if material.handout:
                at = ("materials", number, "handout")
                yield Reference(at, "handout in this lesson", material.handout, handouts, Handout)
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


def _of_lesson(lesson: Lesson, curriculum: Curriculum) -> Iterator[Reference]:
    for field, codes in (("teaches", lesson.teaches), ("assesses", lesson.assesses)):
        for at, code in _each((field,), codes):
            yield Reference(at, "outcome", code, curriculum.outcomes, Outcome)
    for at, target in _each(("prerequisites",), lesson.prerequisites):
        yield Reference(at, "lesson", target, curriculum.all(Lesson), Lesson)
    for at, target in _each(("tools",), lesson.tools):
        yield Reference(at, "tool", target, curriculum.all(Tool), Tool)
    for at, target in _each(("courses",), lesson.courses):
        yield Reference(at, "course", target, curriculum.all(Course), Course)


def _of_unit(unit: Unit, curriculum: Curriculum) -> Iterator[Reference]:
    if unit.strand:
        yield Reference(("strand",), "strand", unit.strand, curriculum.all(Strand), Strand)
    for number, target in enumerate(unit.lesson_ids):
        at = ("lessons", number, "id")
        yield Reference(at, "lesson", target, curriculum.all(Lesson), Lesson)


def _of_educators(
    document: Course | Chapter | Program | Calendar, curriculum: Curriculum
) -> Iterator[Reference]:
    if isinstance(document, Course):
        known = [
            one.id for each in curriculum.all(Competencies).values() for one in each.competencies
        ]
        for number, module in enumerate(document.modules):
            for at, target in _each(("modules", number, "competencies"), module.competencies):
                yield Reference(at, "competency", target, known, Competency)
    elif isinstance(document, Chapter):
        for at, target in _each(("lessons",), document.lessons):
            yield Reference(at, "lesson", target, curriculum.all(Lesson), Lesson)
    elif isinstance(document, Program):
        for number, session in enumerate(document.sessions):
            for at, target in _each(("sessions", number, "tools"), session.tools):
                yield Reference(at, "tool", target, curriculum.all(Tool), Tool)
    else:
        for number, event in enumerate(document.events):
            if event.course:
                at = ("events", number, "course")
                yield Reference(at, "course", event.course, curriculum.all(Course), Course)


def _of_strand(strand: Strand, curriculum: Curriculum) -> Iterator[Reference]:
    aims = [aim.id for one in curriculum.all(GraduateProfile).values() for aim in one.aims]
    codes, outcomes = alignment_codes(curriculum), curriculum.outcomes
    for number, outcome in enumerate(strand.outcomes):
        within: Loc = ("outcomes", number)
        for at, target in _each((*within, "builds_on"), outcome.builds_on):
            yield Reference(at, "outcome", target, outcomes, Outcome)
        for at, target in _each((*within, "graduate_profile"), outcome.graduate_profile):
            yield Reference(at, "aim", target, aims, Aim)
        for at, target in _each((*within, "alignments"), outcome.alignments):
            yield Reference(at, "framework code", target, codes, FrameworkCode)
        if outcome.replaced_by:
            at = (*within, "replaced_by")
            yield Reference(at, "outcome", outcome.replaced_by, outcomes, Outcome)


def _of_framework(framework: Framework) -> Iterator[Reference]:
    groups = [group.id for group in framework.groups]
    for number, one in enumerate(framework.codes):
        at = ("codes", number, "group")
        yield Reference(at, "group in this framework", one.group, groups, Group)


def _of_synonyms(synonyms: Synonyms, curriculum: Curriculum) -> Iterator[Reference]:
    kinds = {kind.kind: kind for kind in KINDS}
    for number, group in enumerate(synonyms.groups):
        for at, target in _each(("groups", number, "finds"), group.finds):
            name, _, id = target.partition("/")
            kind = kinds.get(name)
            if kind is None:
                yield Reference(at, "kind of document", name, kinds, Part)
            elif id:
                what = "question" if kind is Questions else name
                yield Reference(at, what, id, _answers(kind, curriculum), kind)


def _answers(kind: type[Document], curriculum: Curriculum) -> Collection[str]:
    """What a search may lead to: the documents of the kind, and each question of a page."""
    if kind is not Questions:
        return curriculum.all(kind)
    pages = curriculum.all(Questions).values()
    return [*curriculum.all(kind), *(f"{one.id}#{place}" for one in pages for place in one.places)]


def _of_tables(handouts: tuple[Handout, ...]) -> Iterator[Reference]:
    for number, table in enumerate(handout.table for handout in handouts):
        if table is None:
            continue
        columns = [column.id for column in table.columns]
        for line, row in enumerate(table.rows):
            for cell in row.cells:
                at = ("handouts", number, "table", "rows", line, "cells", cell)
                yield Reference(at, "column in this table", cell, columns, Step)


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
        for reference in references(document, curriculum)
        if reference.kind is kind and reference.target != document.id
    )


def _each(at: Loc, targets: tuple[str, ...]) -> Iterator[tuple[Loc, str]]:
    for number, target in enumerate(targets):
        yield (*at, number), target
