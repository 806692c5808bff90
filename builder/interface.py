"""The words of the site itself: those of templates, labels and code, and where translations stand.

They are found where they are marked, so that a word in a template is all a translator needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.extract import extract

from builder.settings import Settings

FOLDER = "curriculum/translations"


def interface_path(language: str) -> str:
    """Where the words of templates and labels stand in this language."""
    return f"{FOLDER}/{language}/interface.po"


def interface_words(settings: Settings) -> list[str]:
    """Every word marked for translation in templates and code, and the site's name, sorted."""
    return sorted({settings.site_name, *_marked()})


@cache
def _marked() -> frozenset[str]:
    here = Path(__file__).parent
    found = {
        message
        for pattern, method in (("**/*.py", "python"), ("**/*.jinja", "jinja2"))
        for file in sorted(here.glob(pattern))
        for message in _extracted(file, method)
    }
    overrides = here.parent / "overrides"
    found |= {words for file in overrides.rglob("*.html") for words in _extracted(file, "jinja2")}
    return frozenset(found)


def _extracted(file: Path, method: str) -> Iterator[str]:
    keywords: Any = {"_": None, "N_": None, "words": None, "say": (2,)}
    with file.open("rb") as stream:
        for _, message, _, _ in extract(method, stream, keywords=keywords):
            if isinstance(message, str):
                yield message
