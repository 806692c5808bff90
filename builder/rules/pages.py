"""The page of each rule as a document, so that it is translated and shown like any other."""

from __future__ import annotations

import inspect
import re
from functools import partial
from importlib import import_module
from itertools import groupby

from builder import late
from builder.model.base import HANDOUTS, with_texts
from builder.model.checks import Check, Checks
from builder.model.entries import Loaded
from builder.model.head import with_head
from builder.model.text import Line, Prose, Title
from builder.rules.engine import Rule
from builder.rules.reading import explained
from builder.source import Source, Tree

_PARTS = late.pattern(r"^\*\*(Why|How to mend|Source|Limits)\.\*\* ", re.MULTILINE)


def documents() -> tuple[Loaded, ...]:
    """A document for each family, with the pages of its checks; made when a word is asked for."""
    families = groupby(explained(), key=lambda one: one.family)
    return tuple(_loaded(name, list(rules)) for name, rules in families)


def _loaded(name: str, rules: list[Rule]) -> Loaded:
    module = name.replace("-", "_")
    head: Tree = {"id": name, HANDOUTS: []}
    document = with_head(Checks, head, partial(_family, name, module, rules))
    return Loaded(document, Source(f"builder/rules/{module}", {}))


def _family(name: str, module: str, rules: list[Rule]) -> Checks:
    about = inspect.getdoc(import_module(f"builder.rules.{module}")) or ""
    document = Checks.model_construct(
        id=name,
        title=Title(name.replace("-", " ").capitalize()),
        about=Line.of(about.partition("\n")[0]),
        checks=tuple(_check(one) for one in rules),
    )
    addressed: Checks = with_texts(document, lambda passage: passage)
    return addressed


def _check(one: Rule) -> Check:
    _, *parts = _PARTS.split(one.page)
    told = {
        name: Prose.of(words.strip()) for name, words in zip(parts[::2], parts[1::2], strict=True)
    }
    return Check.model_construct(
        id=one.name,
        severity=one.severity.value,
        summary=Line.of(one.summary),
        why=told["Why"],
        mend=told["How to mend"],
        source=told["Source"],
        limits=told.get("Limits"),
    )
