"""Turns what a rule says into a finding with a position: in a document, a PO file, the settings."""

from __future__ import annotations

from typing import Any

from builder import quotes
from builder.finding import Finding
from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.rules.engine import Flaw, Problem, Rule
from builder.settings import DEFAULT, Settings, path_in
from builder.source import Position, Source, read


def finding(one: Rule, problem: Problem, curriculum: Curriculum) -> Finding:
    """The finding of a problem; the caret stands under the quote, if there is one."""
    source = source_of(problem.document, curriculum)
    if problem.quote:
        place = quotes.position(curriculum.root, source, problem.at, problem.quote)
    else:
        place = source.position(problem.at, of_key=_has_parts(source.tree, problem.at))
    return _said(one, source.path, place, problem)


def flaw(one: Rule, flaw: Flaw, path: str, curriculum: Curriculum) -> Finding:
    """The finding of a flaw in the PO file at the path."""
    place = Position(1, 1)
    if curriculum.root:
        place = quotes.in_catalog(curriculum.root / path, flaw.address, flaw.quote)
    return _said(one, path, place, flaw)


def source_of(where: Document | Settings | str, curriculum: Curriculum) -> Source:
    """The file of a document, of the settings, or at a path."""
    if isinstance(where, Document):
        return curriculum.source_of(where)
    if isinstance(where, str):
        return Source(where, {})
    if curriculum.root is None:
        return Source(DEFAULT, {})
    path = path_in(curriculum.root)
    return read(curriculum.root / path, path)


def _said(one: Rule, path: str, place: Position, said: Problem | Flaw) -> Finding:
    return Finding(path, place.line, place.column, one.name, said.message, said.hint, one.severity)


def _has_parts(tree: Any, at: tuple[str | int, ...]) -> bool:
    """Whether a list or fields stand there: then the name above them is what a reader looks for."""
    for step in at:
        try:
            tree = tree[step]
        except (LookupError, TypeError):
            return False
    return isinstance(tree, dict | list)
