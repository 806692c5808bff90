"""`release`, `publish`, `editions`: a school year is frozen, and what comes next is shown."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

from builder import editions, refusals, report
from builder.cli.group import Hindered, main, root_here
from builder.cli.printing import say, say_json
from builder.editions import NEXT, Branch, FaultError, MovedError, Published
from builder.git import GitError
from builder.plugin import HinderedError, SiteError
from builder.settings import school_year

Command = Callable[..., Any]


def where(command: Command) -> Command:
    """The options that say which branch is published on."""
    for option in (
        click.option("--remote", metavar="NAME", help="Publish on this remote, such as origin."),
        click.option("--branch", default="gh-pages", show_default=True, metavar="NAME"),
    ):
        command = option(command)
    return command


@contextmanager
def told() -> Iterator[None]:
    """What publishing cannot do, as an error with one sentence."""
    try:
        yield
    except (GitError, FaultError, MovedError) as error:
        raise click.ClickException(report.safe(str(error))) from None
    except HinderedError as error:
        raise Hindered(f"Nothing was published. {error}") from None
    except SiteError as error:
        words = report.safe_lines(f"Nothing was published. {error}")
        raise click.ClickException(words) from None


@main.command()
@click.argument("edition", metavar="ID")
@click.option("--from", "revision", default="main", show_default=True, metavar="REV")
@where
def release(edition: str, revision: str, branch: str, remote: str | None) -> None:
    """Freeze the state of main as the edition ID, such as 2026-27.

    What was committed is built, not the files as they stand here. The edition is put on the
    publishing branch and never changes again; `latest` follows the newest. Its snapshot is written
    to curriculum/editions/, to be committed: later checks and builds compare with it.
    """
    if not school_year(edition):
        message = f"“{report.safe(edition)}” is no school year, such as 2026-27."
        raise click.UsageError(message)
    root = root_here()
    with told():
        on = Branch.at(root, branch, remote)
        source, before = _commit(on, revision), editions.read(on.repository, on.tip())
        if edition in before.trees:
            same = editions.source_of(on, before, edition) == source
            _remember(on, before)
            say(f"The edition {edition} is published already, and stays as it is.")
            sys.exit(0 if same else 1)
        with editions.frozen(root, source, edition) as site:
            after = editions.publish(on, edition, site, source)
        say(f"The edition {edition} is released. The current one is {after.latest}.")
        _remember(on, after)


@main.command()
@click.option("--from", "revision", default="main", show_default=True, metavar="REV")
@where
def publish(revision: str, branch: str, remote: str | None) -> None:
    """Show the state of main before its release, as `next` beside the editions."""
    root = root_here()
    with told():
        on = Branch.at(root, branch, remote)
        source = _commit(on, revision)
        editions.read(on.repository, on.tip())  # a broken branch is said before an hour's build
        with editions.frozen(root, source, NEXT) as site:
            after = editions.publish(on, NEXT, site, source)
    say(f"{revision} is published as next. The current edition is {after.latest}.")


@main.command()
@click.argument("document", metavar="ID")
@click.option("--kind", default="lesson", show_default=True, metavar="KIND")
@click.option("--reason", required=True, metavar="WORDS", help="Why; written down, not shown.")
@where
def withdraw(document: str, kind: str, reason: str, branch: str, remote: str | None) -> None:
    """Take the document ID out of every edition: its pages, search, data, downloads, sitemaps.

    Its addresses tell that it was taken away. It stays in the history of the branch, and in that of
    main; the file on main is yours to delete.
    """
    if refusals.hidden(reason):
        raise click.UsageError("The reason holds a character that nobody sees. Leave it out.")
    root, day = root_here(), date.today().isoformat()
    with told():
        on = Branch.at(root, branch, remote)
        after, remaining = editions.withdraw(on, kind, document, reason, day)
        _remember(on, after)
    say(f"The {kind} “{document}” is withdrawn from every edition.")
    for name, paths in remaining.items():
        for path in paths:
            say(f"{report.safe(f'{name}/{path}')}: still names it. Look at it.")
    sys.exit(1 if remaining else 0)


@main.group(invoke_without_command=True, name="editions")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@where
@click.pass_context
def listing(context: click.Context, form: str, branch: str, remote: str | None) -> None:
    """List the editions that are published; `editions repair` mends the list."""
    if context.invoked_subcommand:
        return
    with told():
        on = Branch.at(root_here(), branch, remote)
        found = editions.read(on.repository, on.tip())
    if form == "json":
        say_json([one._asdict() for one in found.versions])
        return
    for one in found.versions:
        say(one.version + "".join(f"  {alias}" for alias in one.aliases))
    if not found.versions:
        say(f"Nothing is published on {branch} yet.")


@listing.command()
@where
def repair(branch: str, remote: str | None) -> None:
    """Write versions.json and `latest` anew from the editions that are there; none is changed."""
    with told():
        on = Branch.at(root_here(), branch, remote)
        found, mended = editions.repair(on)
        _remember(on, found)
    names = ", ".join(one.version for one in found.versions)
    say(f"{'Written anew' if mended else 'Nothing was wrong'}: {names}.")


def _commit(on: Branch, revision: str) -> str:
    found = on.repository.commit(revision)
    if found is None:
        raise GitError(f"Git knows no revision “{revision}”. Name one with --from.")
    return found


def _remember(on: Branch, found: Published) -> None:
    for path in editions.remember(on, found):
        say(f"{Path(path)} was written. Commit it: checks compare with it from now on.")
