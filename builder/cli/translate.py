"""`translate refresh` and `status`: keeps the PO files in step with the English."""

from __future__ import annotations

from pathlib import Path

import click

from builder import build as builds
from builder import report, translations
from builder import settings as district
from builder.cli.group import main, root_here, settings_of
from builder.cli.printing import say, say_json
from builder.model import curriculum as model
from builder.model.curriculum import Curriculum


@main.group()
def translate() -> None:
    """Keep the translations in step with the English."""


def project_here() -> tuple[Path, district.Settings, Curriculum]:
    """The project that the command is run in, whole; an error where a document cannot be read."""
    root = root_here()
    settings, curriculum = settings_of(root), builds.whole(model.load(root))
    if curriculum.findings:
        raise click.ClickException("Some files cannot be read. Run `curriculum check` first.")
    return root, settings, curriculum


def catalogs_of(
    root: Path, curriculum: Curriculum, settings: district.Settings
) -> translations.Catalogs:
    """Every PO file of the project; an error with what cannot be read of them."""
    catalogs, broken = translations.load(root, curriculum, settings)
    if broken:
        raise click.ClickException(report.text(broken, len(catalogs), root))
    return catalogs


@translate.command()
@click.argument("languages", nargs=-1, metavar="[LANG]…")
def refresh(languages: tuple[str, ...]) -> None:
    """Bring the PO files up to date: new passages come in, changed English makes stale."""
    root, settings, curriculum = project_here()
    try:
        changed = translations.refresh_all(root, curriculum, settings, chosen(languages, settings))
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    say(f"{len(changed)} PO file{'' if len(changed) == 1 else 's'} changed.")


@translate.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def status(form: str) -> None:
    """Count passages by language, class of content and state."""
    root = root_here()
    settings, curriculum = settings_of(root), builds.whole(model.load(root))
    catalogs = catalogs_of(root, curriculum, settings)
    told = {
        language: translations.status(catalogs, curriculum, settings, language)
        for language in chosen((), settings)
    }
    if form == "json":
        say_json({"languages": told})
    else:
        say(report.status(told))


def chosen(languages: tuple[str, ...], settings: district.Settings) -> list[str]:
    """The languages named, or all but English; a usage error for one that is not there."""
    known = [one.id for one in settings.languages if one.id != "en"]
    for language in languages:
        if language not in known:
            message = f"“{language}” is not in the settings. There are: {', '.join(known)}."
            raise click.UsageError(message)
    return list(languages) or known
