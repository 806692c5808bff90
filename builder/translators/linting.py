"""The rules on translations alone, for whoever has just put some in."""

from __future__ import annotations

from pathlib import Path

from builder import translations
from builder.finding import Finding
from builder.model.curriculum import Curriculum
from builder.rules import Rule, every, found
from builder.rules.engine import Coverage
from builder.settings import Settings

FAMILY = "translation"


def lint(
    root: Path, curriculum: Curriculum, settings: Settings, languages: list[str]
) -> tuple[tuple[Finding, ...], int]:
    """What the rules on translations find in the PO files of the languages, and how many there are.

    How complete a language is, is no fault of a file: `translate status` counts that.
    """
    asked = tuple(one for one in settings.languages if one.id in ("en", *languages))
    policy = settings.model_copy(update={"languages": asked})
    catalogs, unreadable = translations.load(root, curriculum, policy)
    said = found(_rules(), curriculum, policy, catalogs)
    folders = tuple(f"{translations.FOLDER}/{one}/" for one in languages)
    own = [one for one in said if one.path.startswith(folders)]
    standing = sum(path.startswith(folders) for path in translations.present(root))
    return tuple(sorted([*unreadable, *own])), standing


def _rules() -> list[Rule]:
    return [one for one in every() if one.family == FAMILY and Coverage not in one.subjects]
