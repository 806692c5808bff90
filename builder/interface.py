"""The words of the site itself: those of templates, labels and code, and where translations stand.

They are found where they are marked, so that a word in a template is all a translator needs.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
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


def interface_places(words: str) -> tuple[str, ...]:
    """The templates and modules in which the words stand, by name; none for the site's name."""
    return _marked().get(words, ())


_CALL = re.compile(rb"\b(?:_|N_|words|say)\(")


@cache
def _marked() -> Mapping[str, tuple[str, ...]]:
    here = Path(__file__).parent
    overrides = here.parent / "overrides"
    found: dict[str, set[str]] = {}
    for folder, pattern, method in (
        (here, "**/*.py", "python"),
        (here, "**/*.jinja", "jinja2"),
        (overrides, "**/*.html", "jinja2"),
    ):
        for file in sorted(folder.glob(pattern)):
            for words in _extracted(file, method):
                found.setdefault(words, set()).add(file.name.partition(".")[0])
    return {words: tuple(sorted(places)) for words, places in found.items()}


def _extracted(file: Path, method: str) -> Iterator[str]:
    keywords: Any = {"_": None, "N_": None, "words": None, "say": (2,)}
    data = file.read_bytes()
    if _CALL.search(data):  # most modules speak to nobody
        for _, message, _, _ in extract(method, io.BytesIO(data), keywords=keywords):
            if isinstance(message, str):
                yield message
