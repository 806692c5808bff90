"""Every curriculum file as a test of pytest: it fails with the errors that stand in it.

`pytest curriculum progression` works in any project of this builder, without a line of setting up.
The project is examined once; each file is then an item of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from builder import build, changes, files, premises, report
from builder.finding import Severity
from builder.premises import FOLDERS

ENDINGS = (".yml", ".yaml", ".po")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collects the YAML and PO files below the content folders of a project."""
    if file_path.suffix not in ENDINGS:
        return None
    try:
        root = files.find_root(file_path.parent)
    except FileNotFoundError:
        return None
    if file_path.resolve().relative_to(root).parts[0] not in FOLDERS:
        return None
    return CurriculumFile.from_parent(parent, path=file_path)


class CurriculumFile(pytest.File):
    """A file of the curriculum."""

    def collect(self) -> Iterator[pytest.Item]:
        """The one test of the file: that no error stands in it."""
        yield Check.from_parent(self, name="check")


class FoundError(Exception):
    """What is wrong in a file, as `curriculum check` shows it."""


class Check(pytest.Item):
    """Fails with the errors of one file."""

    def runtest(self) -> None:
        """Examine the project, once for all its files."""
        root = files.find_root(self.path.parent)
        path = self.path.resolve().relative_to(root).as_posix()
        own = [one for one in _examined(root).findings if one.path == path]
        errors = tuple(one for one in own if one.severity is Severity.ERROR)
        if errors:
            raise FoundError(report.text(errors, 1, root))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The findings themselves, not where this module raised them."""
        if isinstance(excinfo.value, FoundError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the test stands."""
        return self.path, None, f"check {self.path.name}"


@cache
def _examined(root: Path) -> build.Examined:
    premises.refuse_foreign(root)
    return build.examine(root, changes.day(root))
