"""`report`: what a proposed change does, as the comment on its pull request."""

from __future__ import annotations

import re
import sys

import click

from builder import build as builds
from builder import changes, proposal
from builder.cli.group import main, root_here
from builder.cli.printing import say

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~-]+)*/?")


@main.command()
@click.option("--base", required=True, metavar="REV", help="What the change starts from.")
@click.option("--preview", default="", metavar="URL", help="Where the changed pages can be read.")
def report(base: str, preview: str) -> None:
    """Tell what the files as they stand change since REV, in Markdown, for those who decide.

    What families, teachers and the district will see; findings that are new or mended; outcomes
    that gain or lose a lesson; minutes; translations that became stale; every changed passage.
    Exit code 0: no error; 1: errors in the curriculum; 2: it could not run.
    """
    root = root_here()
    if preview and not _ADDRESS.fullmatch(preview):
        raise click.UsageError("The preview needs an address such as https://example.org/pr-7/.")
    where = preview if not preview or preview.endswith("/") else f"{preview}/"
    day = changes.day(root)
    after = builds.examine(root, day)
    try:
        with changes.at(root, base) as folder:
            builds.lend(root, folder)
            told = proposal.told(builds.examine(folder, day), after, where)
    except changes.UnknownRevisionError as error:
        raise click.UsageError(str(error)) from None
    say(told, whole=True)
    sys.exit(1 if after.failed else 0)
