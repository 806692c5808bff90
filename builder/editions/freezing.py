"""Builds the site of a commit, in a folder of its own: what is published is what was committed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builder import build, changes, cms, plugin, settings
from builder.editions.published import NEXT, FaultError
from builder.editions.scratch import scratch


@contextmanager
def frozen(root: Path, commit: str, edition: str) -> Iterator[Path]:
    """The folder of the site that the commit makes, as an edition or as what comes next.

    Raises SiteError where it makes none, FaultError where its settings name another edition.
    """
    with scratch(root) as folder:
        exported = folder / "project"
        changes.lay_out(root, commit, exported)
        _is_of(exported, edition)
        build.lend(root, exported)
        cms.lend(root, exported)
        yield plugin.build_site(exported, place="next" if edition == NEXT else "edition")


def _is_of(exported: Path, edition: str) -> None:
    """An edition carries its name on every page, so the settings must give it."""
    told, _ = settings.load(exported)
    if edition != NEXT and told and told.edition != edition:
        path = settings.path_in(exported)
        raise FaultError(
            f"The settings say that the edition is {told.edition}. Write"
            f' `edition: "{edition}"` into {path}, commit it, and release then.'
        )
