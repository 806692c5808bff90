"""Options of rules: keyword arguments of `check`, written as text in the settings."""

from __future__ import annotations

import re
from collections.abc import Mapping

Option = bool | int | str


def read_options(
    defaults: Mapping[str, Option], given: Mapping[str, str]
) -> tuple[dict[str, Option], dict[str, str]]:
    """Each option in the type of its default, and what is wrong with those that cannot be read."""
    options: dict[str, Option] = {}
    faults: dict[str, str] = {}
    for name, words in given.items():
        if name not in defaults:
            known = ", ".join(f"“{one}”" for one in defaults) or "none"
            faults[name] = f"the rule has no option “{name}”; it has {known}"
            continue
        try:
            options[name] = _read(defaults[name], words)
        except ValueError as error:
            faults[name] = f"{name} {error}"
    return options, faults


def _read(default: Option, words: str) -> Option:
    if isinstance(default, bool):
        if words not in ("true", "false"):
            raise ValueError("needs true or false")
        return words == "true"
    if isinstance(default, int):
        if not re.fullmatch(r"[0-9]{1,9}", words):
            raise ValueError("needs a whole number, such as 8")
        return int(words)
    return words
