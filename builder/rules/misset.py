"""Says which rules and options in the settings nobody understands."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from builder.finding import Finding
from builder.rules.engine import every, named
from builder.rules.options import read_options
from builder.settings import Settings
from builder.source import Loc, Source
from builder.validation import INVALID


def misset(settings: Settings, source: Source) -> Iterator[Finding]:
    """What is wrong under `rules` in the settings, at its place in their file."""
    for name, given in settings.rules.items():
        one = named(name)
        if one is None:
            near = get_close_matches(name, [one.name for one in every()], 1, 0.5)
            hint = f"Did you mean “{near[0]}”?" if near else "`curriculum explain` lists them."
            yield _finding(source, ("rules", name), f"there is no rule “{name}”", hint)
            continue
        _, faults = read_options(one.options, given)
        for option, fault in faults.items():
            hint = f"`curriculum explain {name}` tells what can be set."
            yield _finding(source, ("rules", name, option), fault, hint)


def _finding(source: Source, at: Loc, message: str, hint: str) -> Finding:
    place = source.position(at, of_key=True)
    return Finding(source.path, place.line, place.column, INVALID, message, hint)
