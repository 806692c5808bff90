"""Exceptions: which findings those in the documents excuse, and which excuse nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from builder.finding import Finding, Severity
from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.rules.placing import source_of
from builder.rules.subject import Excuse
from builder.settings import Settings
from builder.source import Loc, Position, Source


def excuses(
    curriculum: Curriculum,
    settings: Settings,
    severities: dict[str, Severity],
    said: Iterable[Finding],
) -> Iterator[Excuse]:
    """Every exception of the settings and the documents in use, with what it covers."""
    by_rule: dict[tuple[str, str], list[Finding]] = {}
    for one in said:
        by_rule.setdefault((one.path, one.rule), []).append(one)
    holders: list[Document | Settings] = [settings, *curriculum.in_use(Document)]
    for holder in (one for one in holders if one.exceptions):
        source = source_of(holder, curriculum)
        for number, exception in enumerate(holder.exceptions):
            found = by_rule.get((source.path, exception.rule), [])
            at = _place(source.tree, exception.at or "")
            covers = [one for one in found if at is not None and _stands(one, source, at)]
            severity = severities.get(exception.rule)
            yield Excuse(holder, number, exception, severity, at is not None, tuple(covers))


def _place(tree: Any, address: str) -> Loc | None:
    """Where the address leads in a file: fields by name, items by what names them, else None."""
    found: list[str | int] = []
    for step in address.split("/") if address else ():
        if isinstance(tree, dict) and step in tree:
            found.append(step)
        elif isinstance(tree, list) and step in (names := [_name(item) for item in tree]):
            found.append(names.index(step))
        else:
            return None
        tree = tree[found[-1]]
    return tuple(found)


def _name(item: Any) -> str:
    if not isinstance(item, dict):
        return ""
    return str(item.get("id") or item.get("code") or item.get("level") or "")


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
