"""`diff`: what readers will see changed between two editions or revisions."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from builder import build as builds
from builder import changes, report, snapshots
from builder.cli.group import main, root_here
from builder.cli.printing import say
from builder.settings import school_year
from builder.snapshots import Snapshot

HERE = "."


@main.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="[B]", default=HERE)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text")
@click.option("--for", "audience", type=click.Choice(get_args(snapshots.Audience)))
def diff(before: str, after: str, form: str, audience: snapshots.Audience | None) -> None:
    """Tell what changed for readers from A to B, by documents: what is new, retired, moved, what
    has another time, tool or level, which words and translations are new.

    A and B are editions, such as 2026-27, or revisions of git; without B the files as they stand.
    """
    root = root_here()
    found = snapshots.compared(_snapshot(root, before), _snapshot(root, after))
    if audience:
        found = snapshots.for_audience(found, audience)
    if form == "json":
        say(snapshots.as_json(found))
        return
    told = snapshots.markdown(found) if form == "markdown" else snapshots.text(found)
    say(report.safe_lines(told))


def _snapshot(root: Path, name: str) -> Snapshot:
    """What is remembered of an edition, or of the curriculum at a revision or here."""
    if school_year(name):
        for one in snapshots.kept(root)[0]:
            if one.edition == name:
                return one
        message = f"The project keeps no edition {name}: `curriculum editions repair` fetches it."
        raise click.UsageError(message)
    try:
        if name == HERE:
            return builds.unchecked(root).edition.snapshot
        with changes.at(root, name) as folder:
            return builds.unchecked(folder).edition.snapshot
    except changes.UnknownRevisionError as error:
        raise click.UsageError(str(error)) from None
    except builds.BuildError as error:
        where = root if name == HERE else Path(name)
        raise click.ClickException(report.text(error.findings, error.documents, where)) from None
