"""Where things stand on the web: the address of a path in a language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Web:
    """Where the site stands, with a slash at its end; empty where nobody knows."""

    site_url: str

    def address(self, path: str, language: str = "en") -> str:
        """The whole address of what stands at `path` below the home of a language."""
        return f"{self.site_url}{path_in(language, path)}"


def path_in(language: str, path: str) -> str:
    """Where `path` of a language stands below the root of the site; English has no folder."""
    return path if language == "en" else f"{language}/{path}"
