"""The whole curriculum as pages in every language, each made when it is asked for.

What each page read is remembered on disk, so that a later build knows which pages it need not make.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any, get_args

from markupsafe import escape

from builder import rules, templates, translations
from builder.bridge import Terms
from builder.digests import Digests
from builder.edition import Edition
from builder.facts import Facts, Known
from builder.finding import Finding
from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.model.register import Term
from builder.model.text import State
from builder.notices import Notices
from builder.pages import Address, Comparison, Page, View, linked
from builder.pages.page import addresses, homes, render, shown, title_of, toc
from builder.rules.engine import Frame
from builder.settings import Audience, Language, Settings
from builder.templates import Reader


@dataclass(frozen=True)
class Site:
    """The curriculum as pages; nothing is rendered before it is asked for."""

    root: Path
    settings: Settings
    curriculum: Curriculum
    catalogs: translations.Catalogs

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """Every page of one language; all languages have the same."""
        return addresses(self.curriculum)

    @cached_property
    def homes(self) -> Mapping[tuple[str, str], str]:
        """The path of the page that shows each document, by kind and id."""
        return homes(self.addresses)

    @cached_property
    def digests(self) -> Digests:
        """What every document is, in a few bytes."""
        card = lambda language, document: self.facts(language, document).card  # noqa: E731
        changes = lambda: repr((self.edition.since, self.edition.changes))  # noqa: E731
        told = card, self.complete, changes
        return Digests(self.catalogs.seen, self.curriculum, self.settings, *told)

    @cached_property
    def known(self) -> Known:
        """The facts that were remembered or have been asked for."""
        return Known(self.root, lambda language, one: self.translated(language, type(one), one.id))

    def facts(self, language: str, document: Document) -> Facts:
        """What lists, menu and status need of a document in a language."""
        key = self.digests.document(language, document)
        return self.known.of(key, self.settings.language(language), document)

    def remember(self) -> None:
        """Keep on disk what the next build need not read or compute again."""
        self.known.save()

    def unreadable(self) -> tuple[Finding, ...]:
        """What cannot be read of the PO files that have changed since they were last read."""
        standing = self.catalogs.standing
        paths = []
        for language in self.settings.languages[1:]:
            paths.append(translations.interface_path(language.id))
            for entry in self.curriculum.entries:
                path = translations.path_of(entry.document, language.id)
                if path in standing and not self.known.has(
                    self.digests.document(language.id, entry.document)
                ):
                    paths.append(path)
        return tuple(self.catalogs.unreadable(paths))

    @cached_property
    def _translated(self) -> dict[tuple[str, str, str], Any]:
        return {}

    def catalog(self, language: str, document: Document) -> translations.Catalog:
        """The entries of the document's PO file in the language."""
        return self.catalogs[translations.path_of(document, language)]

    def translated(self, language: str, kind: type[Any], id: str) -> Any:
        """A document in the language; KeyError where there is none."""
        key = (language, kind.kind, id)
        if key not in self._translated:
            document = self.curriculum.all(kind)[id]
            if language != "en":
                document = self._in(language, document)
            self._translated[key] = document
        return self._translated[key]

    def _in(self, language: str, document: Document) -> Document:
        frame, policy = Frame(self.curriculum, self.settings), self.settings.language(language)
        misleads = partial(rules.misleads, frame, document, policy)
        catalog = self.catalog(language, document)
        return translations.translate(document, catalog, language, misleads)

    @cached_property
    def statuses(self) -> Mapping[str, Mapping[str, Mapping[str, int]]]:
        """The translation status of every language but English."""
        return {one.id: self._status(one.id) for one in self.settings.languages if one.id != "en"}

    def _status(self, language: str) -> Mapping[str, Mapping[str, int]]:
        documents = [entry.document for entry in self.curriculum.entries]
        counted = (self.facts(language, one).counts for one in documents)
        return translations.added(counted, self._interface(language))

    def complete(self, language: str) -> Mapping[str, bool]:
        """Which classes of content are in the language to the end."""
        wanted, told = self.settings.language(language).complete, self.statuses.get(language, {})
        return {
            name: name in wanted and name in told and not told[name]["missing"]
            for name in get_args(Audience)
        }

    @cached_property
    def edition(self) -> Edition:
        """What this state of the curriculum is beside the editions that were published."""
        pages = tuple(one.path for one in self.addresses)
        return Edition(self.root, self.settings, self.curriculum, pages, self.homes, self.facts)

    def _interface(self, language: str) -> dict[str, int]:
        def count() -> dict[str, int]:
            catalog = self.catalogs[translations.interface_path(language)]
            return translations.interface_counts(catalog, self.settings)

        return self.known.interface(f"interface {self.digests.common(language)}", count)

    def is_translated(self, language: str, address: Address) -> bool:
        """Whether at least half of the document that this page shows is in the language."""
        if address.document is None:
            words = self._interface(language)
            return words["missing"] * 2 <= words["total"]
        kind, id = address.document
        return self.is_readable(language, self.curriculum.all(kind)[id])

    def is_readable(self, language: str, document: Document) -> bool:
        """Whether at least half of a document is in the language."""
        return language == "en" or self.facts(language, document).share >= 0.5

    @cached_property
    def _readers(self) -> dict[str, Reader]:
        return {one.id: self._reader(one) for one in self.settings.languages}

    def _reader(self, language: Language) -> Reader:
        catalog = self.catalogs[translations.interface_path(language.id)]
        words = {
            english: escape(entry.translation)
            for english, entry in catalog.items()
            if entry.translation and entry.state is not State.STALE and entry.english == english
        }
        written = self.known.written(f"written {self.digests.common(language.id)}")
        return Reader(language.id, language.direction, words, written)

    def reader(self, language: str, path: str = "") -> Reader:
        """Who reads a page of this language at this path."""
        return replace(self._readers[language], path=path, shown=Counter())

    @cached_property
    def terms(self) -> Terms:
        """The glossary as far as pages look for its words."""
        return Terms({one.term.lower(): one.id for one in self.curriculum.in_use(Term)})

    def _bridged(self, reader: Reader, address: Address) -> Reader:
        """The reader of a page on which words of the glossary are marked.

        In English only families need them explained; the glossary explains them itself, and a sheet
        of paper has no room for it.
        """
        if reader.language == "en" and address.page_type.section != "families":
            return reader
        closed = address.kind == "glossary" or address.page_type.shape == "sheet"
        met: dict[str, None] | None = None if closed else {}
        return replace(reader, terms=self.terms, met=met)

    def view(self, reader: Reader) -> View:
        """The curriculum as this reader gets it, to be looked at once."""
        language = reader.language
        return View(
            reader,
            self.settings,
            self.curriculum,
            partial(self.translated, language),
            lambda: self.statuses,
            partial(self.complete, language),
            lambda kind, id: self.is_readable(language, self.curriculum.all(kind)[id]),
            lambda: Comparison(self.edition.since, self.edition.changes),
            lambda: self.homes,
        )

    @cached_property
    def _notices(self) -> Notices:
        return Notices(self.curriculum, self.homes, self.facts, self.catalog)

    def _is_retired(self, address: Address) -> bool:
        """Whether the page only keeps its address: nobody is to come across it in a search."""
        if address.document is None:
            return False
        kind, id = address.document
        return self.curriculum.all(kind)[id].status == "retired"

    def key(self, language: str, reads: Iterable[str]) -> str:
        """What a page made from these reads depends on, as a digest."""
        return self.digests.key(language, reads)

    def page(self, language: str, address: Address) -> Page:
        """The page, made now."""
        reader = self._bridged(self.reader(language, address.path), address)
        view = self.view(reader)
        content = render(view, address)
        html = templates.render(content.template, reader, {**content.values, "content": content})
        html = self._notices.put(html, view, address)
        return Page(
            address,
            title_of(content),
            shown(content.description),
            html,
            toc(html),
            content.linked or linked.plain(shown(content.title), shown(content.description)),
            () if self._is_retired(address) else content.search,
            frozenset(view.reads | _menu_reads(address)),
        )


def _menu_reads(address: Address) -> set[str]:
    """What the language menu of a page depends on: the translations of what it shows."""
    if address.document is None:
        return {"menu interface"}
    kind, id = address.document
    return {f"menu {kind.kind} {id}"}
