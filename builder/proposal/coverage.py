"""What a change does to the matrix: which outcomes gain or lose a lesson, which gaps open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from builder.matrix import Gap, matrix_of
from builder.model.curriculum import Curriculum


class Cover(NamedTuple):
    """Which lessons teach and assess an outcome."""

    taught: frozenset[str]
    assessed: frozenset[str]
    gap: Gap | None


class Moved(NamedTuple):
    """An outcome whose lessons differ; None on the side on which it is not in use."""

    code: str
    before: Cover | None
    after: Cover | None


def moved(before: Curriculum, after: Curriculum) -> Iterator[Moved]:
    """The outcomes that are taught or assessed otherwise, by code."""
    was, now = _covers(before), _covers(after)
    for code in sorted(was.keys() | now.keys()):
        if was.get(code) != now.get(code):
            yield Moved(code, was.get(code), now.get(code))


def _covers(curriculum: Curriculum) -> dict[str, Cover]:
    return {
        one.outcome.code: Cover(
            frozenset(lesson.id for lesson in one.taught),
            frozenset(lesson.id for lesson in one.assessed),
            one.gap,
        )
        for one in matrix_of(curriculum).outcomes
    }
