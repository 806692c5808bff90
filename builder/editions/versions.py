"""versions.json: which editions there are, in mike's format, read strictly.

Source: mike's versions.json, a list of `version`, `title`, `aliases`, the newest first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from builder.settings import school_year

FILE = "versions.json"
LATEST, NEXT = "latest", "next"
_MOST = 1_000_000  # bytes; a thousand editions are a tenth of it


class VersionsError(ValueError):
    """The file is not what it must be; the sentence says where."""


class Version(NamedTuple):
    """An edition as versions.json lists it."""

    version: str
    title: str
    aliases: tuple[str, ...] = ()


def may_be_named(name: str) -> bool:
    """Whether an edition may have the name: a school year, or the one that is to come."""
    return name == NEXT or school_year(name)


def parse(data: bytes) -> tuple[Version, ...]:
    """The editions in the file; raises VersionsError where it is odd in any way."""
    if len(data) > _MOST:
        raise VersionsError("it is too long to be a list of editions")
    try:
        told = json.loads(data.decode("utf-8"), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise VersionsError(f"it is no JSON: {error}") from None
    if not isinstance(told, list):
        raise VersionsError("it is not a list")
    found = tuple(_version(one) for one in told)
    names = [name for one in found for name in (one.version, *one.aliases)]
    for name in names:
        if names.count(name) > 1:
            raise VersionsError(f"it lists “{name}” more than once")
    if found and LATEST not in names:
        raise VersionsError("none of its editions has the alias “latest”")
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return told


def _version(told: object) -> Version:
    if not isinstance(told, dict):
        raise VersionsError("one of its items is not an object")
    version, title, aliases = (told.get(key) for key in ("version", "title", "aliases"))
    if not isinstance(version, str) or not may_be_named(version):
        raise VersionsError(f"“{version}” cannot be the name of an edition")
    if title != version:
        raise VersionsError(f"the edition {version} has another title, “{title}”")
    if aliases not in ([], [LATEST]):
        raise VersionsError(f"the edition {version} has aliases other than “latest”")
    if odd := told.keys() - {"version", "title", "aliases"}:
        raise VersionsError(f"the edition {version} has a field “{min(odd)}”")
    return Version(version, title, tuple(aliases))


def written(versions: Iterable[Version]) -> bytes:
    """The file, as mike writes it."""
    told = [
        {"version": one.version, "title": one.title, "aliases": list(one.aliases)}
        for one in versions
    ]
    return (json.dumps(told, indent=2) + "\n").encode()


def listed(names: Sequence[str]) -> tuple[Version, ...]:
    """The list of these editions: what is to come, then the newest first, which is the latest.

    As long as nothing was released, what is to come is all there is.
    """
    years = sorted((name for name in names if name != NEXT), reverse=True)
    newest = years[0] if years else NEXT
    order = [*([NEXT] if NEXT in names else []), *years]
    return tuple(Version(one, one, (LATEST,) if one == newest else ()) for one in order)
