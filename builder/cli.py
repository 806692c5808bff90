"""The commands: parse, call one function, print."""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from builder import build as builds
from builder import plugin, report, translations
from builder import schema as schemas
from builder import settings as district
from builder.authoring import lay_out, new
from builder.authoring import project_root as _root
from builder.finding import Finding, Severity
from builder.model import curriculum as model
from builder.rules import every, named


class _Commands(click.Group):
    """Commands whose own faults end with 2, so that 1 always means errors in the curriculum."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.Abort, click.ClickException, BrokenPipeError):
            raise
        except Exception:
            click.echo(traceback.format_exc(), err=True)
            ctx.exit(2)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ai-literacy-curriculum")
def main() -> None:
    """Check, translate and build the AI-literacy curriculum."""


main.add_command(new)
main.add_command(lay_out)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text")
def check(paths: tuple[Path, ...], form: str) -> None:
    """Say everything that is wrong in the curriculum, or only in PATHS.

    Exit code 0: no error; 1: errors; 2: it could not run, by a wrong call or a fault of its own.
    """
    root = _root()
    examined = builds.examine(root)
    findings = _within(examined.findings, paths, root)
    _show(findings, len(examined.curriculum.loaded), form, root)
    sys.exit(1 if any(one.severity is Severity.ERROR for one in findings) else 0)


def _within(
    findings: tuple[Finding, ...], paths: tuple[Path, ...], root: Path
) -> tuple[Finding, ...]:
    if not paths:
        return findings
    wanted = []
    for path in paths:
        place = path.resolve()
        if not place.exists():
            raise click.UsageError(f"There is no “{path}”.")
        wanted.append(os.path.relpath(place, root))
    return tuple(one for one in findings if any(_below(one.path, place) for place in wanted))


def _below(path: str, place: str) -> bool:
    return place == "." or path == place or path.startswith(f"{place}/")


def _show(findings: tuple[Finding, ...], documents: int, form: str, root: Path) -> None:
    if form == "json":
        click.echo(report.as_json(findings, documents))
    elif form == "github":
        for one in findings:
            click.echo(report.annotation(one))
    else:
        click.echo(report.text(findings, documents, root))


@main.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Tell what a RULE looks for, why, and how to mend it; without a name, list all rules."""
    if rule is None:
        for one in every():
            click.echo(f"{one.family:16} {one.name:32} {one.severity.value:8} {one.summary}")
        return
    found = named(rule)
    if found is None:
        raise click.UsageError(f"There is no rule “{rule}”. `curriculum explain` lists them.")
    click.echo(f"{found.name} ({found.family}, {found.severity.value})\n\n{found.page}")


@main.command()
@click.option("--dirty", is_flag=True, help="Make only the pages that something changed.")
@click.option("--quiet", is_flag=True, help="Show no progress.")
def build(dirty: bool, quiet: bool) -> None:
    """Check the curriculum and build the site into site/.

    The last good site stays until the new one is whole.
    """
    root = _root()
    try:
        with _progress(quiet):
            site = plugin.build_site(root, dirty=dirty)
    except plugin.SiteError as error:
        raise click.ClickException(f"The site was not built. {error}") from None
    click.echo(f"The site stands in {os.path.relpath(site)}/.")


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
    click.echo(f"The site will be at http://{address}/. Stop with Ctrl+C.")
    plugin.serve_site(_root(), address)


@main.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 if out of date.")
def schema(only_check: bool) -> None:
    """Write schema/*.json from the models and point every YAML file at its schema."""
    changed = schemas.stale(_root()) if only_check else schemas.write(_root())
    click.echo("\n".join(changed) if changed else "Every schema is up to date.")
    sys.exit(1 if only_check and changed else 0)


@main.group()
def translate() -> None:
    """Keep the translations in step with the English."""


@translate.command()
@click.argument("languages", nargs=-1, metavar="[LANG]…")
def refresh(languages: tuple[str, ...]) -> None:
    """Bring the PO files up to date: new passages come in, changed English makes stale."""
    root = _root()
    settings = _settings(root)
    curriculum = model.load(root)
    if curriculum.findings:
        raise click.ClickException("Some files cannot be read. Run `curriculum check` first.")
    try:
        changed = translations.refresh_all(root, curriculum, settings, _chosen(languages, settings))
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{len(changed)} PO files changed.")


@translate.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def status(form: str) -> None:
    """Count passages by language, class of content and state."""
    root = _root()
    settings, curriculum = _settings(root), model.load(root)
    catalogs, broken = translations.load(root, curriculum, settings)
    if broken:
        raise click.ClickException(report.text(broken, len(catalogs), root))
    told = {
        language: translations.status(catalogs, curriculum, settings, language)
        for language in _chosen((), settings)
    }
    if form == "json":
        click.echo(json.dumps({"languages": told}, ensure_ascii=False, indent=2))
    else:
        click.echo(report.status(told))


def _settings(root: Path) -> district.Settings:
    settings, findings = district.load(root)
    if settings is None:
        raise click.ClickException(report.text(findings, 1, root))
    return settings


def _chosen(languages: tuple[str, ...], settings: district.Settings) -> list[str]:
    """The languages named, or all but English."""
    known = [one.id for one in settings.languages if one.id != "en"]
    for language in languages:
        if language not in known:
            message = f"“{language}” is not in the settings. There are: {', '.join(known)}."
            raise click.UsageError(message)
    return list(languages) or known


def run() -> None:
    """The command as a process: it ends at once, without taking thousands of pages apart first."""
    try:
        main()
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else int(bool(leaving.code))
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
