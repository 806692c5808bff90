"""Exceptions: which findings those in the documents excuse, and which excuse nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.finding import Finding, Severity
from builder.model.base import Document, Excepted, place
from builder.model.curriculum import Curriculum
from builder.rules.subject import Excuse
from builder.source import Loc, Position, Source


def excuses(
    curriculum: Curriculum, severities: dict[str, Severity], said: Iterable[Finding]
) -> Iterator[Excuse]:
    """Every exception of the documents in use, with the findings that it covers."""
    by_rule: dict[tuple[str, str], list[Finding]] = {}
    for one in said:
        by_rule.setdefault((one.path, one.rule), []).append(one)
    for document in curriculum.in_use(Document):
        for number, exception in enumerate(document.exceptions):
            source = curriculum.source_of(document)
            found = by_rule.get((source.path, exception.rule), [])
            at = _place(document, exception)
            covers = [one for one in found if at is not None and _stands(one, source, at)]
            severity = severities.get(exception.rule)
            yield Excuse(document, number, exception, severity, at is not None, tuple(covers))


def _place(document: Document, exception: Excepted) -> Loc | None:
    """Where the exception holds; None where the document has no such place."""
    try:
        return place(document, exception.at) if exception.at else ()
    except (LookupError, StopIteration, AttributeError, TypeError):
        return None


def _stands(finding: Finding, source: Source, at: Loc) -> bool:
    if not at:
        return True
    begin, end = _extent(source, at)
    place = (finding.line, finding.column)
    return begin <= place and (end is None or place < end)


def _extent(source: Source, at: Loc) -> tuple[tuple[int, int], tuple[int, int] | None]:
    """From where the field begins to where the next one does."""
    start = _pair(source.position(at, of_key=True))
    after = (
        _pair(one)
        for places in source.places()
        for loc, one in places.items()
        if loc[: len(at)] != at and _pair(one) > start
    )
    return start, min(after, default=None)


def _pair(one: Position) -> tuple[int, int]:
    return one.line, one.column
