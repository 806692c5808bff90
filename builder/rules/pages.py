"""The page of each rule as a document, so that it is translated and shown like any other."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from itertools import groupby

from builder import late
from builder.model.base import with_texts
from builder.model.checks import Check, Checks
from builder.model.entries import Loaded
from builder.model.text import Line, Prose, Title
from builder.rules.engine import Rule
from builder.rules.reading import explained
from builder.source import Source

_PARTS = late.pattern(r"^\*\*(Why|How to mend|Source|Limits)\.\*\* ", re.MULTILINE)


def documents() -> tuple[Loaded, ...]:
    """A document for each family, with the pages of its checks."""
    families = groupby(explained(), key=lambda one: one.family)
    return tuple(_family(name, list(rules)) for name, rules in families)


def _family(name: str, rules: list[Rule]) -> Loaded:
    module = name.replace("-", "_")
    about = inspect.getdoc(import_module(f"builder.rules.{module}")) or ""
    document = Checks.model_construct(
        id=name,
        title=Title(name.replace("-", " ").capitalize()),
        about=Line.of(about.partition("\n")[0]),
        checks=tuple(_check(one) for one in rules),
    )
    addressed = with_texts(document, lambda passage: passage)
    return Loaded(addressed, Source(f"builder/rules/{module}", {}))


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
