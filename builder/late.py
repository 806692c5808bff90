"""Regular expressions that are compiled when they are first used.

There are hundreds of rules with patterns of their own, and most commands ask few of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    __slots__ = ("_told", "findall", "finditer", "fullmatch", "match", "pattern", "search", "sub")

    def __init__(self, words: str, flags: int) -> None:
        self._told = words, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._told)
        for known in self.__slots__[1:]:
            setattr(self, known, getattr(compiled, known))
        return getattr(compiled, name)


def pattern(words: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, for all that is asked of it."""
    return cast("re.Pattern[str]", _Late(words, flags))
