"""A document names another one that does not exist.

**Why.** A link to nothing leaves a teacher without the handout, a family without the explanation,
and breaks the addresses that schools have printed.

**How to mend.** Correct the spelling; the remedy names the nearest id that exists. If the document
is new, add it in the same pull request.

**Source.** Our own rule: every address on the site answers.

**Limits.** A name that may stand in a file with a mistake in it is not reported until that file can
be read.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any

from builder.model.base import Document, Part
from builder.model.curriculum import Curriculum
from builder.model.educators import Competencies, Competency
from builder.model.kinds import KINDS
from builder.model.progression import (
    Aim,
    Framework,
    FrameworkCode,
    GraduateProfile,
    Outcome,
    Strand,
)
from builder.model.references import Reference, nameable, references
from builder.rules.engine import Frame, Gathered, Problem, rule

HOLDERS: dict[type[Part], type[Document]] = {
    Outcome: Strand,
    Aim: GraduateProfile,
    FrameworkCode: Framework,
    Competency: Competencies,
}
Note = list[Any]
ALL: tuple[type[Part], ...] = (*KINDS, *HOLDERS, Part)
PARTS = {one.__name__: one for one in ALL}


def gather(document: Document, frame: Frame) -> Iterator[Note]:
    """What it names, each with the place, so that nobody need read it again to compare."""
    for one in references(document):
        yield [list(one.at), one.what, one.target, one.kind.__name__]


@rule()
def check(gathered: Gathered, frame: Frame) -> Iterator[Problem]:
    there = cache(lambda kind: frozenset(nameable(kind, frame.curriculum)))
    for document, reference in _named(gathered, frame.curriculum):
        known = there(reference.kind)
        if reference.target in known or _unread(reference, frame.curriculum):
            continue
        near = get_close_matches(reference.target, sorted(known), 1, 0.5)
        hint = f"Did you mean “{near[0]}”?" if near else "Correct it, or add the document."
        message = f"there is no {reference.what} “{reference.target}”"
        yield Problem(document, reference.at, message, hint)


def _named(gathered: Gathered, curriculum: Curriculum) -> Iterator[tuple[Document, Reference]]:
    """What every document names; nobody takes notes of those that are retired."""
    for document, notes in gathered.notes:
        for at, what, target, kind in notes:
            yield document, Reference(tuple(at), what, target, PARTS[kind])
    for entry in curriculum.loaded:
        if entry.document.status == "retired":
            for reference in references(entry.document):
                yield entry.document, reference


def _unread(reference: Reference, curriculum: Curriculum) -> bool:
    """Whether a file that cannot be read yet may hold what is named."""
    if issubclass(reference.kind, Document):
        return reference.target.partition("#")[0] in curriculum.unread(reference.kind)
    holder = HOLDERS.get(reference.kind)
    return holder is not None and bool(curriculum.unread(holder))
