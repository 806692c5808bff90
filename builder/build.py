"""Start here: load, check, translate, render.

The curriculum is loaded and checked as a whole; translating and rendering wait in the `Site` until
a page is asked for.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from builder import facts, judged, quotes, source, translations
from builder import settings as district
from builder.finding import Finding, Severity
from builder.judged import Judged
from builder.model import curriculum as model
from builder.model.curriculum import Curriculum
from builder.rules import check, documents, misset
from builder.site import Site
from builder.sources import MEMORY as READ
from builder.sources import Sources

__all__ = ["BuildError", "Examined", "Site", "examine", "lend", "load"]


class BuildError(Exception):
    """The curriculum has errors; the findings say which."""

    def __init__(self, findings: tuple[Finding, ...], documents: int) -> None:
        super().__init__(f"{len(findings)} findings in {documents} documents")
        self.findings, self.documents = findings, documents


@dataclass(frozen=True)
class Examined:
    """A project with everything that is wrong in it; without readable settings there is no site."""

    curriculum: Curriculum
    findings: tuple[Finding, ...]
    site: Site | None

    @property
    def failed(self) -> bool:
        """Whether one of the findings is an error."""
        return any(one.severity is Severity.ERROR for one in self.findings)

    def passed(self) -> Site:
        """The site; raises BuildError with every finding where one of them is an error."""
        if self.site is None or self.failed:
            raise BuildError(self.findings, len(self.curriculum.loaded))
        return self.site


def examine(root: Path, today: date | None = None, severity: Severity | None = None) -> Examined:
    """Load the project at `root` and check all of it: settings, documents, rules, PO files.

    Rules that depend on the day are asked where `today` says which it is; a build asks none, so
    that the same files make the same site on any day. With a severity only its rules are asked.
    """
    quotes.forget()  # while serving, files may have changed since
    settings, findings = district.load(root)
    sources = Sources(root)
    catalogs = translations.Catalogs(root, sources.seen)
    if settings:
        sources.seen.read_ahead(sorted(catalogs.standing))
    curriculum = model.load(root, sources)
    if settings is None:
        return Examined(curriculum, findings + curriculum.findings, None)
    site = Site(root, settings, whole(curriculum), catalogs)
    path = district.path_in(root)
    findings += tuple(misset(settings, source.read(root / path, path)))
    judged = Judged(root, curriculum, site.digests, severity)
    findings += site.unreadable()
    findings += check(site.curriculum, settings, site.catalogs, today, judged, severity)
    with suppress(OSError):  # a folder that cannot be written in can still be checked
        sources.save()
        judged.save()
    return Examined(curriculum, tuple(sorted(findings)), site)


def unchecked(root: Path) -> Site:
    """The site of the project at `root` without asking a rule; raises BuildError with what could
    not be read."""
    settings, findings = district.load(root)
    curriculum = model.load(root)
    found = findings + curriculum.findings
    if settings is None or found:
        raise BuildError(tuple(sorted(found)), len(curriculum.loaded))
    return Site(root, settings, whole(curriculum), translations.Catalogs(root))


def whole(curriculum: Curriculum) -> Curriculum:
    """All that the site shows and translators get: what was read, and the pages of the checks."""
    return curriculum.with_more(documents())


def load(root: Path) -> Site:
    """The site of the project at `root`, for which only the rules are asked that find errors.

    Raises BuildError with every finding, warnings too, where one of them is an error.
    """
    examined = examine(root, severity=Severity.ERROR)
    return (examine(root) if examined.failed else examined).passed()


def lend(root: Path, to: Path) -> None:
    """Let another state of the project have what was remembered of this one.

    Each memory knows by digests whether it still holds.
    """
    for name in (facts.MEMORY, judged.MEMORY, READ):
        if (root / name).is_file():
            (to / name).parent.mkdir(exist_ok=True)
            shutil.copy(root / name, to / name)
