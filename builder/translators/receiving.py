"""Takes in what translators send back: merged by address, judged by the rules, then written.

The one idea: what came is judged beside the English it was made from, before any file of the
project changes; a passage that the rules refuse leaves the one that stands here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from builder import files, po, report, translations
from builder.finding import Finding, Severity
from builder.model.base import texts
from builder.model.curriculum import Curriculum
from builder.model.text import Text, Title
from builder.po import Catalog, Entry
from builder.rules import flaws
from builder.rules.engine import Translation
from builder.settings import Settings
from builder.translations import Asked
from builder.translators.merging import Judged, Verdict, judged

REFUSED = ("lost-markup",)
"""Warnings that refuse a passage as errors do: a page would lose a list or a line to write on."""


@dataclass(frozen=True)
class Received:
    """What came of one PO file that was sent back."""

    path: str
    passages: Mapping[str, Judged]
    findings: tuple[Finding, ...]
    """What the rules say of the words that came; positions are those of the file that came."""
    data: bytes | None = None
    """The PO file of the project from now on; None where it stays as it is."""

    @property
    def refused(self) -> bool:
        """Whether a passage or the whole file was not taken because of a fault in it."""
        return any(_refuses(one) for one in self.findings)


@dataclass(frozen=True)
class Project:
    """Where the passages go: the project and all of it that a passage is judged by."""

    root: Path
    curriculum: Curriculum
    settings: Settings

    def known(self) -> dict[str, str]:
        """The language of every PO file that the project has or could have, by path."""
        found = {}
        for language in self.settings.languages[1:]:
            found[translations.interface_path(language.id)] = language.id
            for entry in self.curriculum.entries:
                found[translations.path_of(entry.document, language.id)] = language.id
        return found

    def sources(self) -> dict[str, str]:
        """The name of each PO file by what its first line says it is made from."""
        found = {one.path: translations.name_of(one.document) for one in self.curriculum.entries}
        return {**found, translations.SITE: "interface.po"}


def receive(project: Project, folder: Path, paths: tuple[str, ...], by: str) -> list[Received]:
    """Each PO file below `folder` taken into the project, language by language.

    Raises ValueError naming the file where one of the project's own cannot be read; then nothing
    is taken.
    """
    known = project.known()
    done: list[Received] = []
    for language in project.settings.languages[1:]:
        only = {path for path in paths if known[path] == language.id}
        if only:
            asked = translations.asked(project.curriculum, project.settings, language.id, only)
            done += [_file(project, folder, one, language.id, by) for one in asked]
    for received in done:
        if received.data is not None:
            files.write(project.root / received.path, received.data)
    return done


def _file(project: Project, folder: Path, one: Asked, language: str, by: str) -> Received:
    try:
        came = po.read(folder / one.path)
    except po.UnreadableError as error:
        fault = Finding(one.path, error.line, 1, "unreadable-po", str(error), error.hint)
        return Received(one.path, {}, (fault,))
    own = po.parse(one.refreshed(project.root, language)[1])
    found = {address: judged(own.get(address), entry, by) for address, entry in came.items()}
    said = _said(project, folder, one, language, {at: came[at] for at in _accepted(found)})
    refused = {at for at, finding in said if _refuses(finding)}
    found = {at: _left(own[at]) if at in refused else told for at, told in found.items()}
    accepted = {at: found[at].entry for at in _accepted(found)}
    data = one.written({**own, **accepted}, language) if accepted else None
    return Received(one.path, found, tuple(sorted(finding for _, finding in said)), data)


def _accepted(found: Mapping[str, Judged]) -> list[str]:
    verdicts = (Verdict.TAKEN, Verdict.STALE)
    return [address for address, told in found.items() if told.verdict in verdicts]


def _left(own: Entry) -> Judged:
    return Judged(Verdict.LEFT, own, "the rules refuse it")


def _said(
    project: Project, folder: Path, one: Asked, language: str, came: Catalog
) -> list[tuple[str, Finding]]:
    """What the rules say of these passages, each beside the English that it was made from."""
    found = {at: po.entry(entry.english, entry.translation) for at, entry in came.items()}
    passages = tuple(
        replace(passage, words=came[passage.address].english)
        for passage in _english(one)
        if passage.address in came
    )
    policy = project.settings.language(language)
    translation = Translation(one.document, policy, one.path, found, passages)
    there = replace(project.curriculum, root=folder)
    return [(at, told) for at, told in flaws(translation, there, project.settings) if at in came]


def _english(one: Asked) -> Iterator[Text]:
    if one.document is None:
        return (Title(passage.english, passage.address) for passage in one.passages)
    return iter(texts(one.document, careful=one.document.careful))


def _refuses(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR or finding.rule in REFUSED


def lines(found: Sequence[Received]) -> Iterator[str]:
    """What was taken of each file and what was left, for a person to read."""
    quiet = 0
    for one in found:
        counted = Counter(told.verdict for told in one.passages.values())
        if not one.findings and set(counted) <= {Verdict.SAME, Verdict.EMPTY}:
            quiet += 1
            continue
        told = [f"{counted[verdict]} {verdict}" for verdict in Verdict if counted[verdict]]
        yield f"{one.path}: {', '.join(told) or 'nothing taken'}."
        for address, passage in one.passages.items():
            if passage.why:
                place = report.safe(" ".join(address.split()))
                yield f"  {passage.verdict}: {place}: {passage.why}"
    if quiet:
        yield f"{quiet} PO files bring nothing new."
