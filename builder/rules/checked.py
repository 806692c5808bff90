"""The days on which somebody last read what a document points to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from builder.model.district import Resources
from builder.model.groups import WithSources
from builder.source import Loc


def checked(document: WithSources | Resources) -> Iterator[tuple[Loc, date]]:
    """Each day with the place where it is written."""
    if isinstance(document, Resources):
        for place, shelf in enumerate(document.shelves):
            for number, one in enumerate(shelf.resources):
                yield ("shelves", place, "resources", number, "checked_on"), one.checked_on
        return
    for number, source in enumerate(document.sources):
        if source.checked_on:
            yield ("sources", number, "checked_on"), source.checked_on
