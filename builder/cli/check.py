"""`check` and `explain`: what is wrong, and what each finding means."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import click

from builder import build as builds
from builder import changes, report
from builder.cli.group import main, root_here
from builder.cli.printing import say
from builder.finding import Finding, Severity
from builder.rules import Rule, explained


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text")
@click.option("--rule", "rules", multiple=True, metavar="RULE", help="Only this rule; repeatable.")
@click.option("--severity", type=click.Choice(["error", "warning"]), help="Only errors, or only …")
@click.option("--changed-since", metavar="REV", help="Only what changes since REV touch or break.")
@click.option("--today", metavar="DAY", help="The day for rules on dates; else the last commit's.")
def check(
    paths: tuple[Path, ...],
    form: str,
    rules: tuple[str, ...],
    severity: str | None,
    changed_since: str | None,
    today: str | None,
) -> None:
    """Say everything that is wrong in the curriculum, or only in PATHS.

    Exit code 0: no error; 1: errors; 2: it could not run, by a wrong call or a fault of its own.
    """
    root = root_here()
    day = day_of(today) if today else changes.day(root)
    examined = builds.examine(root, day, Severity(severity) if severity else None)
    findings = _within(examined.findings, paths, root)
    if changed_since:
        findings = _touched(findings, root, changed_since, day)
    for name in rules:
        _explained(name)
    findings = tuple(
        one
        for one in findings
        if (not rules or one.rule in rules) and severity in (None, one.severity.value)
    )
    show(findings, len(examined.curriculum.loaded), form, root)
    if form == "text" and examined.site:
        say(report.unmeasured(examined.site.settings))
    sys.exit(1 if any(one.severity is Severity.ERROR for one in findings) else 0)


def day_of(words: str) -> date:
    """The day that the words name; a usage error where they name none."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise click.UsageError(f"“{words}” is no day; write one such as 2026-11-22.") from None


def _touched(
    findings: tuple[Finding, ...], root: Path, revision: str, day: date | None
) -> tuple[Finding, ...]:
    try:
        changed = changes.since(root, revision)
        with changes.at(root, revision) as before:
            known = builds.examine(before, day).findings
    except changes.UnknownRevisionError as error:
        raise click.UsageError(str(error)) from None
    return changes.touched(findings, known, changed)


def _explained(name: str) -> Rule:
    """What a finding of this name is."""
    for one in explained():
        if one.name == name:
            return one
    raise click.UsageError(f"There is no rule “{name}”. `curriculum explain` lists them.")


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


def show(
    findings: tuple[Finding, ...], documents: int, form: str, root: Path, noun: str = "document"
) -> None:
    """Print the findings as text, as GitHub's annotations or as JSON."""
    if form == "json":
        say(report.as_json(findings, documents))
    elif form == "github":
        for one in findings:
            say(report.annotation(one))
    else:
        colour = _colour()
        say(report.text(findings, documents, root, colour=colour, noun=noun), coloured=colour)


def _colour() -> bool:
    """Whether a person reads it on a terminal and has not asked for plain words."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


@main.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Tell what a RULE looks for, why, and how to mend it; without a name, list all rules."""
    if rule is None:
        for one in explained():
            say(f"{one.family:16} {one.name:32} {one.severity.value:8} {one.summary}")
        return
    found = _explained(rule)
    say(f"{found.name} ({found.family}, {found.severity.value})\n\n{found.page}")
