"""Which data files there are, in every language."""

from __future__ import annotations

from collections.abc import Iterator

from builder.data import achievements, case, feeds, tables, whole
from builder.data.file import DataFile, Piece
from builder.model.curriculum import Curriculum
from builder.model.progression import Strand
from builder.settings import Settings


def every(curriculum: Curriculum, settings: Settings) -> Iterator[DataFile]:
    """Every file, kind by kind."""
    languages = tuple(one.id for one in settings.languages)
    yield from whole.files(curriculum, languages)
    yield from tables.files()
    yield from achievements.files(curriculum)
    for one in settings.having(Strand.audience):
        yield DataFile(one.id, case.PATH, Piece("case", case.package))
    for language in languages:
        for band in curriculum.bands:
            yield DataFile(language, feeds.path(band.id), Piece("feed", feeds.of_band(band.id)))
