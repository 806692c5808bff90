"""The files to take away: which there are of a document, in which language, at which address.

The one idea: a file is made in a language in which its document can be read. Pages link to files
by what is said here, and exports make what is said here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from builder.model.base import Document
from builder.model.lesson import Lesson
from builder.model.unit import Unit
from builder.model.workshop import Workshop
from builder.web import path_in

ENDINGS: Mapping[str, str] = {
    "pdf": ".pdf",
    "docx": ".docx",
    "pptx": ".pptx",
    "handouts": "-handouts.pdf",
    "handouts-docx": "-handouts.docx",
    "imscc": ".imscc",
    "csv": "-links.csv",
}
"""How the name of a file of each format ends."""
KINDS = (Lesson, Unit, Workshop)
FOLDERS: Mapping[str, str] = {"lesson": "lessons", "unit": "units", "workshop": "workshops"}
_SHEETS = ("handouts", "handouts-docx")
_OF_UNITS = ("imscc", "csv")


@dataclass(frozen=True, slots=True, order=True)
class File:
    """One file: of a document, in a format and a language."""

    kind: str
    id: str
    language: str
    format: str

    @property
    def path(self) -> str:
        """Where it stands from the root of the site: `es/downloads/lessons/my-lesson-es.pdf`."""
        return path_in(self.language, f"downloads/{FOLDERS[self.kind]}/{self.name}")

    @property
    def name(self) -> str:
        """What it is called once it is taken away: `my-lesson-es.pdf`."""
        tag = "" if self.language == "en" else f"-{self.language}"
        return f"{self.id}{tag}{ENDINGS[self.format]}"


def formats(kind: type[Document], sheets: bool) -> tuple[str, ...]:
    """The formats that a document of this kind gives files in, with sheets for students or not."""
    left_out = (*(() if sheets else _SHEETS), *(() if kind is Unit else _OF_UNITS))
    return tuple(name for name in ENDINGS if name not in left_out)


def has_sheets(document: Lesson | Workshop) -> bool:
    """Whether it has a sheet that is not for its teacher alone."""
    return any(one.for_ != "teacher" for one in document.handouts)


def lessons_have_sheets(lessons: Iterable[Any]) -> bool:
    """Whether one of a unit's lessons, or of their cards, has a sheet."""
    return any(one.handout_ids for one in lessons)
