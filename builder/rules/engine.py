"""Runs every rule over the curriculum and turns what it yields into findings with a position.

A rule is a module `<family>/<fault>.py` whose docstring is its page and whose function `check` is
marked with `@rule`; its name is the file's name with hyphens.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from builder.finding import Finding, Severity
from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.rules.options import Option, read_options
from builder.settings import Settings
from builder.source import Loc


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found: in which document, at which field, in words, with the remedy."""

    document: Document
    at: Loc
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at."""

    curriculum: Curriculum
    settings: Settings


Check = Callable[..., Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A fault that is looked for, with its severity and its page."""

    name: str
    family: str
    severity: Severity
    page: str
    check: Check

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


_MARKED: dict[str, Rule] = {}


def rule(severity: Severity = Severity.ERROR) -> Callable[[Check], Check]:
    """Marks the one function of a rule's module."""

    def mark(check: Check) -> Check:
        family, stem = check.__module__.split(".")[-2:]
        page = inspect.getdoc(import_module(check.__module__)) or ""
        name = stem.replace("_", "-")
        _MARKED[name] = Rule(name, family.replace("_", "-"), severity, page, check)
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


def check(curriculum: Curriculum, settings: Settings) -> tuple[Finding, ...]:
    """Everything that is wrong: what could not be read, then what each rule found, by place."""
    context = Context(curriculum, settings)
    said = [finding for one in every() for finding in found(one, context)]
    return tuple(sorted([*curriculum.findings, *said]))


def found(one: Rule, context: Context) -> Iterator[Finding]:
    """What a single rule finds, with the options that the settings give it."""
    options, _ = read_options(one.options, context.settings.rules.get(one.name, {}))
    for problem in one.check(context, **options):
        yield _finding(one, problem, context.curriculum)


def _finding(one: Rule, problem: Problem, curriculum: Curriculum) -> Finding:
    source = curriculum.source_of(problem.document)
    place = source.position(problem.at, of_key=_has_parts(source.tree, problem.at))
    return Finding(
        source.path,
        place.line,
        place.column,
        one.name,
        problem.message,
        problem.hint,
        one.severity,
    )


def _has_parts(tree: Any, at: Loc) -> bool:
    """Whether a list or fields stand there: then the name above them is what a reader looks for."""
    for step in at:
        try:
            tree = tree[step]
        except (LookupError, TypeError):
            return False
    return isinstance(tree, dict | list)
