"""`export`: files to take away, without building a site."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import click

from builder import build as builds
from builder import report
from builder import settings as district
from builder.cli.group import main, root_here
from builder.cli.printing import say
from builder.model.base import Document
from builder.site import Site
from builder.takeaway import ENDINGS, File


@main.command()
@click.argument("format", type=click.Choice(list(ENDINGS)))
@click.argument("ids", nargs=-1, metavar="[ID]…")
@click.option("--language", default="en", show_default=True, help="A language of the settings.")
@click.option(
    "--to",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("downloads"),
    show_default=True,
    help="The folder to write into.",
)
def export(format: str, ids: tuple[str, ...], language: str, to: Path) -> None:
    """Write files to take away: of the lessons, units and workshops named by ID, else of all.

    What stands in English alone is written in English, and says so in its text.
    """
    from builder import exports  # its libraries take a third of a second, so only where used

    root = root_here()
    site = _site(root)
    files = _wanted(site, format, exports.FORMATS[format].kinds, ids, language)
    if format in exports.PDFS and (missing := exports.missing_fonts()):
        raise click.ClickException(
            f"PDFs need the fonts {', '.join(missing)}. {exports.FONTS_HINT}"
        )
    store = exports.Store(site, district.site_url(root))
    for one in files:
        data = store.read(one)
        if data is None:
            say(f"{one.id} has no sheets for students: nothing to write.")
            continue
        to.mkdir(parents=True, exist_ok=True)
        (to / one.name).write_bytes(data)
        say(str(to / one.name))


def _site(root: Path) -> Site:
    try:
        return builds.load(root)
    except builds.BuildError as error:
        raise click.ClickException(report.text(error.findings, error.documents, root)) from None


def _wanted(
    site: Site,
    format: str,
    kinds: tuple[type[Document], ...],
    ids: tuple[str, ...],
    language: str,
) -> list[File]:
    """The files asked for; a usage error, with the nearest name, where one cannot be."""
    languages = [one.id for one in site.settings.languages]
    if language not in languages:
        raise click.UsageError(
            f"“{language}” is no language here. There are {', '.join(languages)}."
        )
    there = {id: kind for kind in reversed(kinds) for id in site.curriculum.all(kind)}
    for id in ids:
        if id not in there:
            near = get_close_matches(id, there, 1, 0.5)
            hint = f" Did you mean “{near[0]}”?" if near else ""
            names = " or ".join(kind.kind for kind in kinds)
            raise click.UsageError(f"There is no {names} “{id}”.{hint}")
    return [File(there[id].kind, id, language, format) for id in ids or there]
