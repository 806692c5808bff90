"""Every place where a document names another one, with what may be named there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.model.family import Guide
from builder.model.lesson import Lesson
from builder.model.progression import Framework, GraduateProfile, Strand
from builder.model.register import Term, Tool
from builder.model.workshop import Workshop
from builder.source import Loc


@dataclass(frozen=True, slots=True)
class Reference:
    """One naming: where it stands, what it names, and everything that could be named."""

    at: Loc
    what: str
    target: str
    known: Collection[str]


def references(document: Document, curriculum: Curriculum) -> Iterator[Reference]:
    """What this document names."""
    if document.replaced_by:
        known = curriculum.all(type(document))
        yield Reference(("replaced_by",), document.kind, document.replaced_by, known)
    if isinstance(document, Lesson):
        yield from _of_lesson(document, curriculum)
    elif isinstance(document, Strand):
        yield from _of_strand(document, curriculum)
    elif isinstance(document, Guide):
        terms = curriculum.all(Term)
        yield Reference(("word", "term"), "glossary term", document.word.term, terms)
    elif isinstance(document, Term):
        yield from _listed(("see",), "glossary term", document.see, curriculum.all(Term))
    elif isinstance(document, Workshop):
        at = ("interpreter_sheet", "terms")
        named = document.interpreter_sheet.terms
        yield from _listed(at, "glossary term", named, curriculum.all(Term))


def _of_lesson(lesson: Lesson, curriculum: Curriculum) -> Iterator[Reference]:
    outcomes = curriculum.outcomes
    yield from _listed(("teaches",), "outcome", lesson.teaches, outcomes)
    yield from _listed(("assesses",), "outcome", lesson.assesses, outcomes)
    yield from _listed(("prerequisites",), "lesson", lesson.prerequisites, curriculum.all(Lesson))
    yield from _listed(("tools",), "tool", lesson.tools, curriculum.all(Tool))
    yield from _listed(("vocabulary",), "glossary term", lesson.vocabulary, curriculum.all(Term))
    handouts = [handout.id for handout in lesson.handouts]
    for number, material in enumerate(lesson.materials):
        if material.handout:
            at = ("materials", number, "handout")
            yield Reference(at, "handout in this lesson", material.handout, handouts)


def _of_strand(strand: Strand, curriculum: Curriculum) -> Iterator[Reference]:
    aims = [aim.id for one in curriculum.all(GraduateProfile).values() for aim in one.aims]
    codes = alignment_codes(curriculum)
    for number, outcome in enumerate(strand.outcomes):
        at: Loc = ("outcomes", number)
        outcomes = curriculum.outcomes
        yield from _listed((*at, "builds_on"), "outcome", outcome.builds_on, outcomes)
        yield from _listed((*at, "graduate_profile"), "aim", outcome.graduate_profile, aims)
        yield from _listed((*at, "alignments"), "framework code", outcome.alignments, codes)
        if outcome.replaced_by:
            yield Reference((*at, "replaced_by"), "outcome", outcome.replaced_by, outcomes)


def alignment_codes(curriculum: Curriculum) -> frozenset[str]:
    """Every alignment that may be written: `framework:code`, with `@band` where codes repeat."""
    return frozenset(
        f"{framework.id}:{one.code}{at}"
        for framework in curriculum.all(Framework).values()
        for one in framework.codes
        for at in ([f"@{band}" for band in framework.bands] if framework.bands else [""])
    )


def _listed(
    at: Loc, what: str, targets: tuple[str, ...], known: Collection[str]
) -> Iterator[Reference]:
    for number, target in enumerate(targets):
        yield Reference((*at, number), what, target, known)
