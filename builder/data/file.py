"""What a data file is: pieces of text, each made from a view of the curriculum in its language.

The one idea: a piece's key is what it read, as a page's is; so a large file is put together again
from the pieces that nothing has changed.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from builder.pages import View
from builder.web import Web, path_in

BETWEEN = b",\n"
Make = Callable[[View, Web], str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a file under a name of its own; a row that makes nothing is left out."""

    name: str
    make: Make


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file in a language: its beginning, rows with a comma between two, its end."""

    language: str
    path: str
    beginning: Piece
    rows: tuple[Piece, ...] = ()
    end: bytes = b""

    @property
    def place(self) -> str:
        """Where it stands below the root of the site."""
        return path_in(self.language, self.path)

    def joined(self, made: list[bytes]) -> bytes:
        """The whole file from what its pieces made, the beginning first."""
        beginning, *rows = made
        return beginning + BETWEEN.join(filter(None, rows)) + self.end


def written(data: Any) -> str:
    """The data as JSON to look at, in the order in which it is given."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def row(data: Any) -> str:
    """The data as JSON on one line."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
