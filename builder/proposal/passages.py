"""The passages that a change alters, in English and in every translation, with both wordings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from builder import translations
from builder.model.base import Document, texts
from builder.model.readers import Reader, reader
from builder.model.text import Text
from builder.site import Site


class Altered(NamedTuple):
    """A passage whose words differ; None where it stands on one side alone."""

    document: Document
    """As it is now, in English."""
    language: str
    reader: Reader
    address: str
    before: Text | None
    after: Text | None

    @property
    def words(self) -> tuple[str, str]:
        """What readers saw and see; where that is the same, both as they are written."""
        shown = tuple(one.shown if one else "" for one in self[-2:])
        if shown[0] == shown[1]:
            shown = tuple(one.words if one else "" for one in self[-2:])
        return shown[0], shown[1]


def documents(before: Site, after: Site, language: str) -> Iterator[tuple[Document, Document]]:
    """Every document of both states whose files in the language are not the same, as it was and
    as it is, in the language."""
    known = {(one.document.kind, one.document.id): one.document for one in before.curriculum.loaded}
    for entry in after.curriculum.loaded:
        now = entry.document
        old = known.get((now.kind, now.id))
        if old is None or _state(before, language, old) == _state(after, language, now):
            continue
        yield (
            before.translated(language, type(old), old.id),
            after.translated(language, type(now), now.id),
        )


def altered(before: Site, after: Site, language: str) -> Iterator[Altered]:
    """The passages of the language that differ, in documents that are in both states.

    In English one that came or went counts too; in a translation only what is in the language.
    """
    for old, new in documents(before, after, language):
        was, now = _by_address(old, language), _by_address(new, language)
        english = after.curriculum.all(type(new))[new.id]
        for address in dict.fromkeys([*now, *was]):
            one, other = was.get(address), now.get(address)
            if (one.words if one else "") == (other.words if other else ""):
                continue
            if other is None and language != "en":
                continue
            owner, passage = (new, other) if other else (old, one)
            if passage:
                yield Altered(english, language, reader(owner, passage), address, one, other)


def _by_address(document: Document, language: str) -> dict[str, Text]:
    return {one.address: one for one in texts(document) if one.language == language}


def _state(site: Site, language: str, document: Document) -> tuple[bytes, ...]:
    """The digests of its files; those of the builder would make every document differ."""
    paths = [site.curriculum.source_of(document).path]
    if language != "en":
        paths.append(translations.path_of(document, language))
    return tuple(site.digests.file(path) for path in paths)
