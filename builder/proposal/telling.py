"""The comment on a proposed change: what it does to readers first, to translators and files after.

It is read by coordinators, who need not know git: sentences and tables, links to pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from builder.build import Examined, Site
from builder.finding import Finding, Severity
from builder.literal import in_element, literal
from builder.model.lesson import Lesson
from builder.proposal.comment import Section, written
from builder.proposal.coverage import Moved, moved
from builder.proposal.languages import Turned, turned
from builder.proposal.marking import cut, marked
from builder.proposal.passages import Altered, altered
from builder.snapshots import Change, compared, said

_TITLE = "## What this change does"
_STALE = "stale-translation"
_UNREADABLE = "What readers will see cannot be told, because files cannot be read"


def told(before: Examined, after: Examined, preview: str = "") -> str:
    """The comment in Markdown; `preview` is the address at which the pages can be read."""
    findings = tuple(_findings(before.findings, after.findings))
    if after.site is None or after.curriculum.findings:
        return written(f"{_TITLE}\n\n{_UNREADABLE}; the findings say which.", findings)
    if before.site is None or before.curriculum.findings:
        return written(
            f"{_TITLE}\n\n{_UNREADABLE} in what it starts from by the builder as it is now.",
            findings,
        )
    return _Proposal(before.site, after.site, findings, preview).comment


@dataclass(frozen=True)
class _Proposal:
    """Both states, and what is told of the way from one to the other."""

    before: Site
    after: Site
    findings: tuple[Section, ...]
    preview: str

    @property
    def comment(self) -> str:
        came, went = (len(one.rows) for one in self.findings)
        stale = sum(one.stale for one in self.turned)
        summary = [
            f"{len(self.changes)} {'change' if len(self.changes) == 1 else 'changes'} to documents",
            f"{came} new {'finding' if came == 1 else 'findings'}, {went} mended",
            f"{stale} {'translation' if stale == 1 else 'translations'} became stale",
        ]
        opening = f"{_TITLE}\n\n**{' · '.join(summary)}**"
        new, mended = self.findings
        sections = (*self._seen(), new, *self._counted(), *self._passages(), mended)
        if not any(one.rows for one in sections):
            opening += "\n\nNothing that readers would notice."
        return written(opening, sections)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        return compared(self.before.edition.snapshot, self.after.edition.snapshot)

    @cached_property
    def turned(self) -> tuple[Turned, ...]:
        return tuple(turned(self.before, self.after))

    def _seen(self) -> Iterator[Section]:
        families = [one for one in self.changes if one.touches("families")]
        teachers = [one for one in self.changes if one.touches("teachers")]
        others = [one for one in self.changes if one not in families and one not in teachers]
        yield Section("Families will see", [self._row(one) for one in families])
        yield Section("Teachers will see", [self._row(one) for one in teachers])
        yield Section("The district will see", [self._row(one) for one in others])

    def _row(self, one: Change) -> str:
        return f"- {one.kind.capitalize()} {self._link(one.kind, one.id, one.title)}: " + literal(
            cut(said(one), 500)
        )

    def _link(self, kind: str, id: str, title: str, language: str = "en") -> str:
        """The title, as a link where the page is to be read somewhere."""
        if kind == "outcome":
            return f"{literal(id)} ({literal(cut(title, 200))})"
        path = self.after.homes.get((kind, id))
        words = literal(cut(title, 200))
        if not self.preview or path is None:
            return words
        home = "" if language == "en" else f"{language}/"
        return f"[{words}]({self.preview}{home}{path})"

    def _counted(self) -> Iterator[Section]:
        head = "| Outcome | Taught in | Assessed in | |\n| --- | --- | --- | --- |"
        rows = [_covered(one) for one in moved(self.before.curriculum, self.after.curriculum)]
        yield Section("The matrix", rows, head)
        head = "| Lesson | Minutes before | Minutes now |\n| --- | --- | --- |"
        yield Section("Time of lessons", list(self._timed()), head)
        head = "| Language | Became stale | New, to translate | Translated now | Documents |"
        rows = [
            f"| {literal(one.language.english)} | {one.stale} | {one.missing} | {one.done} |"
            f" {one.documents} |"
            for one in self.turned
        ]
        yield Section("Translations", rows, f"{head}\n| --- | ---: | ---: | ---: | ---: |")

    def _timed(self) -> Iterator[str]:
        was, now = self.before.curriculum.all(Lesson), self.after.curriculum.all(Lesson)
        for id in sorted(was.keys() | now.keys()):
            old, new = _minutes(was.get(id)), _minutes(now.get(id))
            if old != new:
                name = (now.get(id) or was[id]).name.shown
                yield f"| {self._link('lesson', id, name)} | {old} | {new} |"

    def _passages(self) -> Iterator[Section]:
        for language in self.after.settings.languages:
            if language.id not in {one.id for one in self.before.settings.languages}:
                continue
            found = altered(self.before, self.after, language.id)
            heading = f"Passages in {in_element(language.english)}, before and after"
            yield Section(heading, [self._passage(one) for one in found], folded=True)

    def _passage(self, one: Altered) -> str:
        document = one.document
        link = self._link(document.kind, document.id, document.name.shown, one.language)
        before, after = marked(*one.words)
        return (
            f"- {document.kind.capitalize()} {link}, {literal(one.address)}, for {one.reader}\n"
            f"  - Before: {before}\n  - Now: {after}"
        )


def _minutes(lesson: Lesson | None) -> str:
    return str(lesson.minutes) if lesson and lesson.status != "retired" else "–"


def _covered(one: Moved) -> str:
    was, now = one.before, one.after
    none: frozenset[str] = frozenset()
    taught = _gained(was.taught if was else none, now.taught if now else none)
    assessed = _gained(was.assessed if was else none, now.assessed if now else none)
    return f"| {literal(one.code)} | {taught} | {assessed} | {_gap(one)} |"


def _gained(was: frozenset[str], now: frozenset[str]) -> str:
    gained = [f"gained: {literal(one)}" for one in sorted(now - was)]
    lost = [f"lost: {literal(one)}" for one in sorted(was - now)]
    return ", ".join([*gained, *lost]) or "as before"


def _gap(one: Moved) -> str:
    if one.after is None:
        return "no longer in use"
    if one.after.gap and (one.before is None or one.before.gap != one.after.gap):
        return f"**now {one.after.gap}**"
    if one.before is None:
        return "new"
    return "gap closed" if one.before.gap and not one.after.gap else ""


def _findings(before: Iterable[Finding], after: Iterable[Finding]) -> Iterator[Section]:
    """Those that came and those that went; lines move, so a finding is known by its words.

    Stale translations are counted in a table of their own.
    """
    was = [one for one in before if one.rule != _STALE]
    now = [one for one in after if one.rule != _STALE]
    yield Section("New findings", [_finding(one) for one in _without(now, was)])
    mended = [_finding(one) for one in _without(was, now)]
    yield Section("Mended findings", mended, folded=True)


def _without(these: Iterable[Finding], those: Iterable[Finding]) -> Iterator[Finding]:
    known = Counter(map(_identity, those))
    for one in sorted(these, key=lambda one: (one.severity is not Severity.ERROR, one)):
        if known[_identity(one)]:
            known[_identity(one)] -= 1
        else:
            yield one


def _identity(one: Finding) -> tuple[str, str, str]:
    return one.path, one.rule, one.message


def _finding(one: Finding) -> str:
    place = literal(f"{one.path}:{one.line}")
    words = literal(cut(f"{one.message}. {one.hint}".strip(), 500))
    return f"- **{one.severity.value}** in {place}: {words} ({literal(one.rule)})"
