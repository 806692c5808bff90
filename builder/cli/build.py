"""`build`, `serve` and `schema`: what is made from the curriculum."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from builder import plugin, report
from builder import schema as schemas
from builder.cli.group import Hindered, main, project_here, root_here
from builder.cli.printing import say


@main.command()
@click.option("--dirty", is_flag=True, help="Make only the pages that something changed.")
@click.option("--quiet", is_flag=True, help="Show no progress.")
def build(dirty: bool, quiet: bool) -> None:
    """Check the curriculum and build the site into site/.

    The last good site stays until the new one is whole.
    """
    root = project_here()
    try:
        with _progress(quiet):
            site = plugin.build_site(root, dirty=dirty)
    except plugin.HinderedError as error:
        raise Hindered(f"The site was not built. {error}") from None
    except plugin.SiteError as error:
        told = report.safe_lines(f"The site was not built. {error}")
        raise click.ClickException(told) from None
    say(f"The site stands in {os.path.relpath(site)}/.")


@contextmanager
def _progress(quiet: bool) -> Iterator[None]:
    """A bar that counts pages, on a terminal."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # costs a twentieth of a second, so only where it is shown
    from rich.progress import BarColumn, Progress, TimeElapsedColumn

    console = Console(stderr=True)
    columns = ("{task.description}", BarColumn(), "{task.completed} pages", TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Building", total=None)
        listener = lambda: bar.advance(task)  # noqa: E731
        plugin.listen(listener)
        try:
            yield
        finally:
            plugin.forget(listener)


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True)
def serve(address: str) -> None:
    """Serve the site here and build it again when a file changes."""
    say(f"The site will be at http://{address}/. Stop with Ctrl+C.")
    plugin.serve_site(root_here(), address)


@main.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 if out of date.")
def schema(only_check: bool) -> None:
    """Write schema/*.json from the models and point every YAML file at its schema."""
    changed = schemas.stale(root_here()) if only_check else schemas.write(root_here())
    say("\n".join(changed) if changed else "Every schema is up to date.")
    sys.exit(1 if only_check and changed else 0)
