"""Findings as a person reads them: grouped by file, with the line, a caret and the remedy."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping
from itertools import groupby
from pathlib import Path

from builder import files, readability
from builder.finding import Finding, Severity
from builder.settings import Settings

WIDEST = 110


def text(
    findings: tuple[Finding, ...],
    documents: int,
    root: Path,
    *,
    colour: bool = False,
    noun: str = "document",
) -> str:
    """All findings by file, then one line that counts them; coloured for a terminal."""
    paint = _paint if colour else _leave
    blocks = []
    for path, group in groupby(findings, key=lambda one: one.path):
        lines = _lines(root / path)
        blocks += [_block(one, lines, paint) for one in group]
    errors = sum(one.severity is Severity.ERROR for one in findings)
    warnings = len(findings) - errors
    told = f"{_count(documents, noun)}: {_count(errors, 'error')}, "
    told += f"{_count(warnings, 'warning')}."
    return "\n\n".join([*blocks, paint(told, "red" if errors else "green")])


def unmeasured(settings: Settings) -> str:
    """In which languages the checks measure readability, and in which nothing could."""
    tags = [one.id for one in settings.languages]
    measured = [one for one in tags if readability.formula(one)]
    others = [one for one in tags if not readability.formula(one)]
    told = f"Readability is measured in {_listed(measured)}."
    return told + (f" No standard formula exists for {_listed(others)}." if others else "")


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


Paint = Callable[[str, str], str]
_COLOURS = {"red": "31", "yellow": "33", "green": "32", "cyan": "36", "bold": "1"}


def _paint(words: str, colour: str) -> str:
    return f"\033[{_COLOURS[colour]}m{words}\033[0m"


def _leave(words: str, colour: str) -> str:
    return words


def annotation(finding: Finding) -> str:
    """One finding as a GitHub workflow command, on one line and without what would end it."""
    place = f"file={_property(finding.path)},line={finding.line},col={finding.column}"
    body = f"{finding.message}. {finding.hint}".strip()
    title = _property(finding.rule)
    return f"::{finding.severity.value} {place},title={title}::{_data(body)}"


def as_json(findings: tuple[Finding, ...], documents: int) -> str:
    """All findings for another program, in a form that a terminal may show as well."""
    told = {"documents": documents, "findings": [one.as_json() for one in findings]}
    letters = json.dumps(told, ensure_ascii=False, indent=2)
    return "".join(
        json.dumps(one)[1:-1] if _hidden(one) and one != "\n" else one for one in letters
    )


def _block(finding: Finding, lines: list[str], paint: Paint) -> str:
    place = f"{safe(finding.path)}:{finding.line}:{finding.column}"
    colour = "red" if finding.severity is Severity.ERROR else "yellow"
    what = paint(finding.severity.value, colour)
    told = [f"{paint(place, 'bold')}: {what}: {safe(finding.message)} [{finding.rule}]"]
    if 0 < finding.line <= len(lines):
        line, caret = _excerpt(lines[finding.line - 1], finding)
        told += [line, paint(caret, colour)]
    if finding.hint:
        told.append(paint(f"      = {safe(finding.hint)}", "cyan"))
    return "\n".join(told)


def _excerpt(line: str, finding: Finding) -> tuple[str, str]:
    """The line and a caret under the column; a long line is cut around it."""
    start = max(0, finding.column - WIDEST // 2) if len(line) > WIDEST else 0
    shown = safe(line[start : start + WIDEST])
    before = safe(line[start : finding.column - 1])
    gap = " " * sum(_width(letter) for letter in before)
    return f"{finding.line:5} | {shown}", f"      | {gap}^"


def safe(words: str) -> str:
    """Nothing that moves a terminal's cursor or colours its text."""
    return "".join("·" if _hidden(letter) else letter for letter in words)


def safe_lines(words: str) -> str:
    """The same, line by line: only where lines end stays as it is."""
    return "\n".join(safe(line) for line in words.split("\n"))


def _hidden(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


def _width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _lines(file: Path) -> list[str]:
    try:
        words = files.bounded(file).decode("utf-8-sig", errors="replace")
    except OSError:
        return []
    return words.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}" + ("" if number == 1 else "s")


def _data(words: str) -> str:
    return safe(words).replace("%", "%25")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def status(told: Mapping[str, Mapping[str, Mapping[str, int]]]) -> str:
    """The translation status as a table: a row for each language and class of content."""
    columns = ("total", "missing", "stale", "draft", "reviewed")
    rows = [f"{'':10}{'':11}" + "".join(f"{name:>10}" for name in columns)]
    for language, classes in told.items():
        for name, counts in classes.items():
            numbers = "".join(f"{counts[column]:>10}" for column in columns)
            rows.append(f"{language:10}{name:11}{numbers}")
    return "\n".join(rows)
