"""The rules: marked where they stand, found by walking the families.

A rule is a module `<family>/<fault>.py` whose docstring is its page and whose function `check` is
marked with `@rule`; its name is the file's name with hyphens. The first parameter of `check` says
what it looks at: a document of some kind, a translation, or the whole curriculum.
"""

from __future__ import annotations

import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from typing import Any, get_args, get_type_hints

from builder.finding import Severity
from builder.rules.options import Option
from builder.rules.subject import (
    Context,
    Coverage,
    Excuse,
    Flaw,
    Frame,
    Gathered,
    Problem,
    Translation,
    within,
)

__all__ = [
    "Context",
    "Coverage",
    "Excuse",
    "Flaw",
    "Frame",
    "Gathered",
    "Problem",
    "Rule",
    "Translation",
    "every",
    "named",
    "rule",
    "within",
]

Check = Callable[..., Iterator[Any]]


@dataclass(frozen=True)
class Rule:
    """A fault that is looked for, with its severity and its page."""

    name: str
    family: str
    severity: Severity
    page: str
    check: Check
    gather: Check | None = None
    """Notes of each document, for a `check` that compares what was gathered."""

    @property
    def summary(self) -> str:
        """The first sentence of its page."""
        return self.page.partition("\n")[0]

    @property
    def options(self) -> dict[str, Option]:
        """What a district may set for it in the settings, with the defaults."""
        return {
            name: parameter.default
            for name, parameter in inspect.signature(self.check).parameters.items()
            if parameter.default is not inspect.Parameter.empty
        }

    @cached_property
    def subjects(self) -> tuple[type[Any], ...]:
        """What it looks at: kinds of document, Translation, or the Context."""
        first = next(iter(inspect.signature(self.check).parameters))
        told = get_type_hints(self.check)[first]
        return get_args(told) or (told,)

    @cached_property
    def gathers(self) -> tuple[type[Any], ...]:
        """The kinds of document of which it takes notes, if it takes any."""
        if self.gather is None:
            return ()
        first = next(iter(inspect.signature(self.gather).parameters))
        kind = get_type_hints(self.gather)[first]
        return get_args(kind) or (kind,)

    @cached_property
    def dated(self) -> bool:
        """Whether what it finds depends on the day: its `check` takes `today`."""
        return "today" in inspect.signature(self.check).parameters


_MARKED: dict[str, Rule] = {}


def rule(severity: Severity = Severity.ERROR) -> Callable[[Check], Check]:
    """Marks the one function of a rule's module."""

    def mark(check: Check) -> Check:
        family, stem = check.__module__.split(".")[-2:]
        page = inspect.getdoc(import_module(check.__module__)) or ""
        name = stem.replace("_", "-")
        gather = getattr(sys.modules[check.__module__], "gather", None)
        _MARKED[name] = Rule(name, family.replace("_", "-"), severity, page, check, gather)
        return check

    return mark


@cache
def every() -> tuple[Rule, ...]:
    """All rules, by family and name."""
    package = import_module("builder.rules")
    for module in pkgutil.walk_packages(package.__path__, "builder.rules."):
        import_module(module.name)
    return tuple(sorted(_MARKED.values(), key=lambda one: (one.family, one.name)))


def named(name: str) -> Rule | None:
    """The rule of this name, if there is one."""
    return next((one for one in every() if one.name == name), None)
