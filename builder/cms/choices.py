"""What may be named in the fields that name something else, as choices with words beside them.

The same places as in `builder.model.references`; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from builder import drawings, images
from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.model.educators import Chapter, Competencies, Course, Module
from builder.model.family import Word
from builder.model.handout import Picture
from builder.model.household import Questions
from builder.model.kinds import KINDS
from builder.model.lesson import Lesson
from builder.model.program import Event, Session
from builder.model.progression import Framework, GraduateProfile, Outcome, Strand
from builder.model.references import aligned, alignment_codes
from builder.model.register import Term, Tool
from builder.model.search import Sought
from builder.model.unit import Stop, Unit
from builder.model.workshop import InterpreterSheet

Option = Mapping[str, str]
"""What is written, under `value`, and what the writer reads, under `label`."""


class Choices:
    """The choices of a curriculum: what is there when the editor's page is made."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self.documents = cache(self._documents)

    def of(self, model: type[BaseModel], field: str) -> tuple[Option, ...]:
        """What a field, by its name in YAML, may name; nothing where it names nothing outside."""
        if field == "replaced_by" and issubclass(model, Document):
            return self.documents(model)
        named = _NAMED.get((model, field))
        if named is None:
            return ()
        found = getattr(self, named) if isinstance(named, str) else self.documents(named)
        return tuple(found)

    def _documents(self, kind: type[Document]) -> tuple[Option, ...]:
        there = self._curriculum.all(kind).values()
        return tuple(_option(one.id, one.name.shown) for one in there)

    @cached_property
    def outcomes(self) -> tuple[Option, ...]:
        """Every outcome, by its code."""
        there = self._curriculum.outcomes.values()
        return tuple(_option(one.code, one.plain.shown) for one in there)

    @cached_property
    def aims(self) -> tuple[Option, ...]:
        """Every aim of the graduate profile."""
        profiles = self._curriculum.all(GraduateProfile).values()
        return _titled(aim for one in profiles for aim in one.aims)

    @cached_property
    def alignments(self) -> tuple[Option, ...]:
        """Every code of a framework."""
        words = {
            (framework.id, one.code): one.text
            for framework in self._curriculum.all(Framework).values()
            for one in framework.codes
        }
        return tuple(
            _option(one, words[aligned(one)[:2]])
            for one in sorted(alignment_codes(self._curriculum))
        )

    @cached_property
    def competencies(self) -> tuple[Option, ...]:
        """What modules of courses lead to."""
        there = self._curriculum.all(Competencies).values()
        return _titled(one for each in there for one in each.competencies)

    @cached_property
    def drawings(self) -> tuple[Option, ...]:
        """Every drawing that a card may carry."""
        root = self._curriculum.root
        names = (PurePosixPath(path).stem for path in drawings.drawings(root)) if root else ()
        return tuple(_option(name, name.replace("-", " ")) for name in names)

    @cached_property
    def photographs(self) -> tuple[Option, ...]:
        """Every photograph that a card may carry."""
        root = self._curriculum.root
        names = images.names(root) if root else ()
        return tuple(_option(name, name.replace("-", " ")) for name in names)

    @cached_property
    def answers(self) -> tuple[Option, ...]:
        """What a search may lead to: all documents of a kind, one of them, one question."""
        found: list[Option] = []
        for kind in KINDS:
            found.append(_option(kind.kind, f"every {kind.kind}"))
            for one in self._curriculum.all(kind).values():
                found.append(_option(f"{kind.kind}/{one.id}", one.name.shown))
                if isinstance(one, Questions):
                    found += (_option(f"questions/{one.id}#{at}", at) for at in one.places)
        return tuple(found)


def _titled(parts: Iterable[Any]) -> tuple[Option, ...]:
    return tuple(_option(one.id, one.title.shown) for one in parts)


def _option(value: str, words: str) -> Option:
    return {"label": f"{value}: {words}", "value": value}


# A kind stands for its documents, a name for one of the lists above.
_NAMED: Mapping[tuple[type[BaseModel], str], type[Document] | str] = {
    (Lesson, "teaches"): "outcomes",
    (Lesson, "assesses"): "outcomes",
    (Lesson, "prerequisites"): Lesson,
    (Lesson, "tools"): Tool,
    (Lesson, "courses"): Course,
    (Lesson, "vocabulary"): Term,
    (Picture, "drawing"): "drawings",
    (Picture, "photo"): "photographs",
    (Outcome, "builds_on"): "outcomes",
    (Outcome, "replaced_by"): "outcomes",
    (Outcome, "graduate_profile"): "aims",
    (Outcome, "alignments"): "alignments",
    (Unit, "strand"): Strand,
    (Stop, "id"): Lesson,
    (Word, "term"): Term,
    (Term, "see"): Term,
    (InterpreterSheet, "terms"): Term,
    (Module, "competencies"): "competencies",
    (Chapter, "lessons"): Lesson,
    (Session, "tools"): Tool,
    (Event, "course"): Course,
    (Sought, "finds"): "answers",
}
