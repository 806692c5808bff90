"""Names that other systems keep: a UUID for everything published as data.

The one idea: what is named is the thing, by its language, kind and permanent id. No address of the
site, no district, edition or wording is part of the name. So it stays when the site moves, and a
district that takes the curriculum over publishes the same outcomes under the same names.
"""

from __future__ import annotations

from uuid import UUID, uuid5

CURRICULUM = UUID("c57ce157-f956-4acd-a67f-dd28d2480694")
"""The space of all names, drawn once; another one would rename everything ever published."""


def identifier(language: str, kind: str, *names: str) -> str:
    """The UUID of a thing as it stands in a language. Source: RFC 9562, section 5.5."""
    return str(uuid5(CURRICULUM, "/".join((language, kind, *names))))


def urn(language: str, kind: str, *names: str) -> str:
    """The same as an address that leads nowhere. Source: RFC 9562, section 4."""
    return f"urn:uuid:{identifier(language, kind, *names)}"
