"""The matrix: strands by bands with the lessons that teach and assess, and what is still missing.

It is counted in one place, for pages, tables and data alike. What stands for a lesson is left open:
the lesson itself, or the card that a page may look at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from builder.model.curriculum import Curriculum
from builder.model.grades import Band, code_band
from builder.model.lesson import Lesson
from builder.model.progression import Framework, FrameworkCode, Group, Outcome, Strand
from builder.model.references import Aligned, aligned

One = TypeVar("One")
Gap = Literal["untaught", "unassessed"]


@dataclass(frozen=True, slots=True)
class Covered(Generic[One]):
    """An outcome with the lessons that teach and assess it, and the outcomes that build on it."""

    outcome: Outcome
    strand: Strand
    band: Band
    taught: tuple[One, ...]
    assessed: tuple[One, ...]
    leads_to: tuple[str, ...] = ()

    @property
    def gap(self) -> Gap | None:
        """What is missing: a lesson that teaches it, or one that assesses it."""
        if not self.taught:
            return "untaught"
        return None if self.assessed else "unassessed"


@dataclass(frozen=True, slots=True)
class Counts:
    """Outcomes, the lessons that teach and assess them, and gaps; each lesson counts once."""

    outcomes: int
    teaching: int
    assessing: int
    gaps: int
    """Outcomes untaught or unassessed, and cells without an outcome."""


@dataclass(frozen=True, slots=True)
class Cell(Generic[One]):
    """One strand in one band."""

    strand: Strand
    band: Band
    outcomes: tuple[Covered[One], ...]

    @property
    def counts(self) -> Counts:
        """What the cell holds."""
        return counts([self])


@dataclass(frozen=True, slots=True)
class Row(Generic[One]):
    """One strand through all bands."""

    strand: Strand
    cells: tuple[Cell[One], ...]

    @property
    def counts(self) -> Counts:
        """What the strand holds."""
        return counts(self.cells)

    @property
    def outcomes(self) -> tuple[Covered[One], ...]:
        """The outcomes of the strand, band by band."""
        return tuple(one for cell in self.cells for one in cell.outcomes)


@dataclass(frozen=True, slots=True)
class Matrix(Generic[One]):
    """Strands by bands."""

    bands: tuple[Band, ...]
    rows: tuple[Row[One], ...]

    @property
    def cells(self) -> tuple[Cell[One], ...]:
        """Every cell, strand by strand."""
        return tuple(cell for row in self.rows for cell in row.cells)

    @property
    def outcomes(self) -> tuple[Covered[One], ...]:
        """Every outcome, strand by strand and band by band."""
        return tuple(one for row in self.rows for one in row.outcomes)

    @property
    def counts(self) -> Counts:
        """What the whole progression holds."""
        return counts(self.cells)

    def column(self, band: Band) -> Counts:
        """What one band holds in all strands."""
        return counts(cell for cell in self.cells if cell.band is band)


def arranged(
    bands: Sequence[Band],
    strands: Sequence[Strand],
    taught: Mapping[str, tuple[One, ...]],
    assessed: Mapping[str, tuple[One, ...]],
) -> Matrix[One]:
    """The matrix of these strands; `taught` and `assessed` name lessons by the outcome's code."""

    def cell(strand: Strand, band: Band) -> Cell[One]:
        active = [one for one in strand.outcomes if one.status == "active"]
        return Cell(
            strand,
            band,
            tuple(
                Covered(
                    one,
                    strand,
                    band,
                    taught.get(one.code, ()),
                    assessed.get(one.code, ()),
                    tuple(other.code for other in active if one.code in other.builds_on),
                )
                for one in active
                if code_band(one.code) == band.id
            ),
        )

    rows = (Row(strand, tuple(cell(strand, band) for band in bands)) for strand in strands)
    return Matrix(tuple(bands), tuple(rows))


def matrix_of(curriculum: Curriculum) -> Matrix[Lesson]:
    """The matrix of a curriculum, from all that is in use."""
    strands = [one for one in curriculum.strands if one.status != "retired"]
    bands = [one for one in curriculum.bands if one.status != "retired"]
    return arranged(bands, strands, curriculum.taught, curriculum.assessed)


def counts(cells: Iterable[Cell[One]]) -> Counts:
    """What some cells hold together."""
    cells = list(cells)
    outcomes = [one for cell in cells for one in cell.outcomes]
    return Counts(
        len(outcomes),
        len({id(lesson) for one in outcomes for lesson in one.taught}),
        len({id(lesson) for one in outcomes for lesson in one.assessed}),
        sum(one.gap is not None for one in outcomes) + sum(not cell.outcomes for cell in cells),
    )


@dataclass(frozen=True, slots=True)
class Met(Generic[One]):
    """A code of a framework with the outcomes that name it."""

    code: FrameworkCode
    group: Group | None
    outcomes: tuple[tuple[Covered[One], str], ...]
    """Each with the framework's own band that it names, where codes repeat in each."""

    @property
    def lessons(self) -> tuple[One, ...]:
        """The lessons that teach these outcomes, each once."""
        found = {id(lesson): lesson for one, _ in self.outcomes for lesson in one.taught}
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Crosswalk(Generic[One]):
    """A framework both ways: its codes with their outcomes, the outcomes with their codes."""

    framework: Framework
    codes: tuple[Met[One], ...]
    outcomes: tuple[tuple[Covered[One], tuple[tuple[FrameworkCode, str], ...]], ...]

    @property
    def unmet(self) -> tuple[FrameworkCode, ...]:
        """The codes that no outcome names."""
        return tuple(one.code for one in self.codes if not one.outcomes)

    @property
    def unaligned(self) -> tuple[Covered[One], ...]:
        """The outcomes that name no code of the framework."""
        return tuple(one for one, codes in self.outcomes if not codes)

    @property
    def untaught(self) -> tuple[Covered[One], ...]:
        """The outcomes that name a code and are not taught, or not assessed."""
        return tuple(one for one, codes in self.outcomes if codes and one.gap)


def crosswalk(framework: Framework, matrix: Matrix[One]) -> Crosswalk[One]:
    """The framework and the matrix, both ways; codes that it does not have are left out."""
    codes = {one.code: one for one in framework.codes}
    groups = {one.id: one for one in framework.groups}
    met: dict[str, list[tuple[Covered[One], str]]] = {code: [] for code in codes}
    outcomes = []
    for one in matrix.outcomes:
        own = _named(one.outcome, framework.id)
        outcomes.append((one, tuple((codes[a.code], a.band) for a in own if a.code in codes)))
        for named in own:
            if named.code in met:
                met[named.code].append((one, named.band))
    listed = (Met(one, groups.get(one.group), tuple(met[one.code])) for one in codes.values())
    return Crosswalk(framework, tuple(listed), tuple(outcomes))


def _named(outcome: Outcome, framework: str) -> list[Aligned]:
    named = (aligned(one) for one in dict.fromkeys(outcome.alignments))
    return [one for one in named if one.framework == framework]
