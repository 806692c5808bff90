"""The commands of those who write: a starter for a document, one layout for all, the editor."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from builder import files, layout, report, scaffold
from builder import settings as district
from builder.cli.group import main, root_here, settings_of
from builder.cli.printing import say
from builder.cms import config
from builder.finding import Finding
from builder.model import curriculum as model


@main.command()
@click.argument("kind")
@click.argument("id")
@click.option("--band", help="The grade band: tk-2, 3-5, 6-8 or 9-12.")
def new(kind: str, id: str, band: str | None) -> None:
    """Write a starter for a new document: `curriculum new lesson ask-twice --band 3-5`.

    KIND is one of lesson, workshop, strand, term, tool, guide, topic, letter, integrity,
    framework, band, home, principles, profile. ID names the document and its file.
    """
    root = root_here()
    try:
        made = scaffold.starter(scaffold.kind_named(kind), id, band, model.load(root))
    except scaffold.StarterError as error:
        raise click.ClickException(str(error)) from None
    if (root / made.path).exists():
        raise click.ClickException(f"{made.path} is there already; nothing was written.")
    files.write(root / made.path, made.text.encode())
    say(f"{made.path} is ready for your words. Open it and replace what asks for them.")
    say(f"What is left to do: curriculum check {made.path}")


@main.command("format")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 if any would.")
def lay_out(paths: tuple[Path, ...], only_check: bool) -> None:
    """Give the files of the curriculum, or only PATHS, one order of keys and one layout.

    No word and no comment changes. A file that cannot be read is named and left alone.
    """
    root = root_here()
    findings: list[Finding] = []
    changed = 0
    for change in layout.changes(root, _files(paths, root)):
        findings += change.findings
        if change.findings:
            continue
        changed += 1
        say(change.path)
        if not only_check:
            files.write(root / change.path, change.data)
    done = "would be laid out anew" if only_check else "laid out anew"
    counted = "1 file" if changed == 1 else f"{changed} files"
    say(f"{counted} {done}." if changed else "No file needed another layout.")
    if findings:
        say(report.text(tuple(findings), len(findings), root))
    sys.exit(1 if findings or (only_check and changed) else 0)


@main.command("cms")
def configure_editor() -> None:
    """Print the configuration of the editor in the browser, made from the models.

    The build puts the same at /admin/config.yml where the settings have an `editor`.
    """
    root = root_here()
    settings = settings_of(root)
    if settings.editor is None:
        path = district.path_in(root)
        raise click.ClickException(
            f"The editor is off: {path} has no `editor`. To try it out on your own computer write"
            " `editor: {host: local}` there; docs/editor.md tells how to connect a git host."
        )
    told = config.configuration(model.load(root), settings, settings.editor)
    say(config.written(told).decode(), whole=True)


def _files(paths: tuple[Path, ...], root: Path) -> list[str]:
    """The files that the paths name, and those in the folders that they name."""
    found: list[str] = []
    for path in paths:
        place = path.resolve()
        if not place.exists():
            raise click.UsageError(f"There is no “{path}”.")
        if not place.is_dir() and not place.is_file():
            raise click.UsageError(f"“{path}” is neither a file nor a folder.")
        if not place.is_relative_to(root):
            raise click.UsageError(f"“{path}” is not in this project.")
        below = [one for one in layout.documents(root) if (root / one).is_relative_to(place)]
        if place.is_dir() and not below:
            raise click.UsageError(f"There is no file of the curriculum in “{path}”.")
        found += below if place.is_dir() else [place.relative_to(root).as_posix()]
    return list(dict.fromkeys(found))
