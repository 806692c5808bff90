"""`translate next`, `review` and `lint`: what translators and reviewers do at their desk."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import click

from builder import files, po, report, reviews, translations
from builder.cli.check import day_of, show
from builder.cli.printing import say, say_json
from builder.cli.translate import catalogs_of, chosen, project_here, translate
from builder.finding import Severity
from builder.model.curriculum import Curriculum
from builder.translators import linting, order, reviewing
from builder.translators.reviewing import Signed


@translate.command(name="next")
@click.argument("language", metavar="LANG")
@click.option("--most", type=click.IntRange(1), default=20, help="How many to show; 20 if not set.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def next_(language: str, most: int, form: str) -> None:
    """Show what to translate first: what matters most to readers, and why."""
    root, settings, curriculum = project_here()
    (language,) = chosen((language,), settings)
    catalogs = catalogs_of(root, curriculum, settings)
    tasks = order.ranked(curriculum, settings, catalogs, language)
    if form == "json":
        shown = [one.as_json() for one in tasks[:most]]
        told = {"language": language, "total": len(tasks), "next": shown}
        say_json(told)
    else:
        say("\n".join(order.lines(tasks, most)))


@translate.command()
@click.argument("document")
@click.argument("languages", nargs=-1, metavar="[LANG]…")
@click.option("--by", required=True, metavar="NAME", help="Who has read it: a person, or a role.")
@click.option("--on", metavar="DAY", help="When, such as 2026-11-22; today if not set.")
@click.option(
    "--passage", "passages", multiple=True, metavar="ADDRESS", help="Only this; repeatable."
)
def review(
    document: str, languages: tuple[str, ...], by: str, on: str | None, passages: tuple[str, ...]
) -> None:
    """Say that a person has read the translation of DOCUMENT and stands behind it.

    DOCUMENT is an id, a path, or “interface” for the words of the site. Every passage that is
    translated and not stale is marked, in all languages or those named; first the PO file is
    brought up to date. A review lapses by itself when either side changes.
    """
    root, settings, curriculum = project_here()
    if fault := reviews.fault(by):
        raise click.UsageError(f"“{report.safe(by)}” cannot sign: {fault}.")
    day, name = _review_day(on), _named(document, root, curriculum)
    marked = 0
    for language in chosen(languages, settings):
        only = {reviewing.in_language(name, language)}
        for one in translations.asked(curriculum, settings, language, only):
            try:
                _, new = one.refreshed(root, language)
            except ValueError as error:
                raise click.ClickException(str(error)) from None
            signed = reviewing.sign(po.parse(new), by, day, passages)
            if signed.marked:
                files.write(root / one.path, one.written(signed.entries, language))
            marked += len(signed.marked) + len(signed.before)
            say("\n".join(_told(one.path, signed, passages)))
    sys.exit(0 if marked else 1)


def _review_day(on: str | None) -> str:
    today = date.today()
    day = day_of(on) if on else today
    if day > today:
        raise click.UsageError(f"{day} is still to come; a review is written after it happened.")
    return day.isoformat()


def _named(document: str, root: Path, curriculum: Curriculum) -> str:
    """The PO file of the document in any language; a usage error where none or several fit."""
    known = reviewing.names(curriculum)
    found = known.get(reviewing.plain(document, root), [])
    if len(found) == 1:
        return found[0]
    if found:
        fit = ", ".join(one.removesuffix(".po") for one in found)
        raise click.UsageError(f"“{document}” may be any of: {fit}. Name one of these.")
    near = get_close_matches(document, known, 1)
    hint = f" Did you mean “{near[0]}”?" if near else ""
    raise click.UsageError(f"There is no document “{report.safe(document)}”.{hint}")


def _told(path: str, signed: Signed, asked: tuple[str, ...]) -> Iterator[str]:
    """What came of a file, in a line, and why each passage that was asked for is left."""
    told = f"{path}: {len(signed.marked)} reviewed now"
    told += f", {len(signed.before)} before" if signed.before else ""
    yield told + (f", {len(signed.left)} left." if signed.left else ".")
    if asked:
        for address, why in signed.left.items():
            yield f"  {report.safe(address)}: {why}"
    else:
        for why in sorted(set(signed.left.values())):
            yield f"  {sum(one == why for one in signed.left.values())}: {why}"


@translate.command()
@click.argument("languages", nargs=-1, metavar="[LANG]…")
@click.option("--strict", is_flag=True, help="End with 1 for warnings too.")
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text")
def lint(languages: tuple[str, ...], strict: bool, form: str) -> None:
    """Ask only the rules on translations, of all PO files or those of the languages.

    Exit code 0: no error; 1: errors, or with --strict warnings.
    """
    root, settings, curriculum = project_here()
    found, standing = linting.lint(root, curriculum, settings, chosen(languages, settings))
    show(found, standing, form, root, "PO file")
    sys.exit(1 if any(strict or one.severity is Severity.ERROR for one in found) else 0)
