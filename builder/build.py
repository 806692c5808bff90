"""Start here: load, check, translate, render.

The curriculum is loaded and checked as a whole; translating and rendering wait in the `Site` until
a page is asked for.
"""

from __future__ import annotations

from pathlib import Path

from builder import settings as district
from builder import translations
from builder.finding import Finding, Severity
from builder.model import curriculum as model
from builder.rules import check
from builder.site import Site
from builder.sources import Sources

__all__ = ["BuildError", "Site", "load"]


class BuildError(Exception):
    """The curriculum has errors; the findings say which."""

    def __init__(self, findings: tuple[Finding, ...], documents: int) -> None:
        super().__init__(f"{len(findings)} findings in {documents} documents")
        self.findings, self.documents = findings, documents


def load(root: Path) -> Site:
    """The site of the project at `root`, checked.

    Raises BuildError with every finding where one of them is an error.
    """
    settings, findings = district.load(root)
    sources = Sources(root)
    curriculum = model.load(root, sources.read)
    if settings is None:
        raise BuildError(findings + curriculum.findings, len(curriculum.loaded))
    site = Site(root, settings, curriculum, translations.Catalogs(root), sources)
    findings = site.unreadable() + check(curriculum, settings)
    if any(one.severity is Severity.ERROR for one in findings):
        raise BuildError(findings, len(curriculum.loaded))
    return site
