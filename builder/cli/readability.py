"""`readability`: how hard each document is to read, where a formula exists."""

from __future__ import annotations

import click

from builder import reading_report, report, translations
from builder.cli.group import main, root_here, settings_of
from builder.cli.printing import say
from builder.model import curriculum as model


@main.command()
@click.option("--language", "tag", metavar="LANG", help="Only this language.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def readability(tag: str | None, form: str) -> None:
    """Tell how hard each document is to read, for students and for families.

    English gets a grade, Spanish a reading ease; where no formula exists, there is no number.
    """
    root = root_here()
    settings, curriculum = settings_of(root), model.load(root)
    known = [one.id for one in settings.languages]
    if tag and tag not in known:
        message = f"“{tag}” is not in the settings. There are: {', '.join(known)}."
        raise click.UsageError(message)
    catalogs, broken = translations.load(root, curriculum, settings)
    if unread := (*curriculum.findings, *broken):
        raise click.ClickException(report.text(unread, len(curriculum.loaded), root))
    languages = [one for one in settings.languages if tag in (None, one.id)]
    told = [
        row
        for language in languages
        for row in reading_report.rows(curriculum, settings, catalogs, language)
    ]
    tell = reading_report.as_json if form == "json" else reading_report.table
    say(tell(told, languages))
