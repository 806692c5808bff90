"""`translate export`, `import` and `weblate`: to translators outside the project and back."""

from __future__ import annotations

import sys
import tempfile
import zipfile
from pathlib import Path

import click

from builder import files, report, reviews
from builder.cli.printing import say, say_json
from builder.cli.translate import catalogs_of, chosen, project_here, translate
from builder.translators import receiving, unpacking
from builder.translators.parcel import parcel
from builder.translators.receiving import Project, Received
from builder.translators.unpacking import Unpacked, UnsafeError
from builder.translators.weblate import weblate as configuration


@translate.command()
@click.argument("language", metavar="LANG")
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.zip")
@click.option("--missing", is_flag=True, help="Only passages that are missing or stale.")
def export(language: str, to: Path | None, missing: bool) -> None:
    """Pack the PO files of LANG for a translator, with a page on how to work; translations-LANG.zip
    if not said otherwise. The project is not changed."""
    root, settings, curriculum = project_here()
    (language,) = chosen((language,), settings)
    catalogs = catalogs_of(root, curriculum, settings)
    data = parcel(root, curriculum, settings, catalogs, language, missing=missing)
    file = to or Path(f"translations-{language}.zip")
    name = report.safe(str(file))
    try:
        if file.exists() and not file.is_file():  # a device would be replaced
            raise click.ClickException(f"{name} cannot be written: it is no plain file.")
        files.write(file, data)
    except (FileExistsError, NotADirectoryError):
        told = f"{name} cannot be written: a file stands where its folder would be."
        raise click.ClickException(told) from None
    say(f"{name}: {len(data):,} bytes. README.txt in it says what to do.")


@translate.command(name="import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--by", default="", metavar="NAME", help="Who translated it; stands as a remark.")
def import_(file: Path, by: str) -> None:
    """Take translations out of FILE, a zip of PO files or one of them.

    A translation is taken where its English is that of today, and as stale where a gap is filled
    with it. Faults are refused, each with its place in the file that came. Nothing becomes
    reviewed without the seal of a review. Exit code 1 where something was refused.
    """
    root, settings, curriculum = project_here()
    if by and (fault := reviews.unfit(by)):
        raise click.UsageError(f"“{report.safe(by)}” cannot stand there: {fault}.")
    project = Project(root, curriculum, settings)
    with tempfile.TemporaryDirectory() as folder:
        unpacked = _unpacked(file, Path(folder), project)
        for name in unpacked.unknown:
            say(f"{report.safe(name)}: left; the curriculum has no such PO file.")
        try:
            found = list(receiving.receive(project, Path(folder), unpacked.paths, by))
        except ValueError as error:
            raise click.ClickException(f"{error}. Nothing else was taken.") from None
        _show(found, Path(folder))
    failed = any(one.refused for one in found) or not unpacked.paths
    sys.exit(1 if failed else 0)


def _unpacked(file: Path, folder: Path, project: Project) -> Unpacked:
    known = project.known()
    try:
        if not file.is_file():  # a device may have no end
            raise UnsafeError("it is no plain file")
        if zipfile.is_zipfile(file):
            return unpacking.unpack(file, folder, known)
        return unpacking.put(file, folder, known, project.sources())
    except UnsafeError as error:
        raise click.ClickException(f"{report.safe(str(file))} was not opened: {error}.") from None


def _show(found: list[Received], folder: Path) -> None:
    """What came of each file, then what the rules say of it, quoting the file that came."""
    for line in receiving.lines(found):
        say(line)
    said = tuple(sorted(finding for one in found for finding in one.findings))
    if said:
        say("\nIn the files that came:\n")
        say(report.text(said, len(found), folder, noun="PO file"))


@translate.command()
@click.option("--repo", default="", metavar="URL", help="Where Weblate finds the repository.")
@click.option("--branch", default="main", metavar="NAME", help="Which branch it works on; main.")
def weblate(repo: str, branch: str) -> None:
    """Print what a Weblate server is to be told: project, main component, discovery of the rest."""
    _, settings, curriculum = project_here()
    told = configuration(curriculum, settings, repo, branch)
    say_json(told)
