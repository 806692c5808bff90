"""Short names for what things are: two with the same digest are the same to every page.

A page's key joins the digests of what it read, so that a page is made again exactly when something
it read has changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from builder import translations
from builder.files import Seen, changed
from builder.model.base import Document
from builder.model.checks import Checks
from builder.model.curriculum import Curriculum
from builder.model.kinds import KINDS
from builder.settings import Settings

# A new version of any of these may write other bytes for the same page.
_PACKAGES = (
    *("babel", "jinja2", "markdown-it-py", "markupsafe", "mkdocs", "mkdocs-material"),
    *("mkdocs-static-i18n", "nh3", "pydantic"),
)
_SHOWN: tuple[type[Document], ...] = (*KINDS, Checks)
_OF_LANGUAGE = ("card", "classes", "document")
_KINDS = {kind.kind: kind for kind in _SHOWN}


def digest(*parts: bytes | str) -> str:
    """Thirty-two hex digits of the parts; where one ends and the next begins counts."""
    data = [part.encode() if isinstance(part, str) else part for part in parts]
    told = b"".join([len(one).to_bytes(8, "big") + one for one in data])
    return hashlib.sha256(told).hexdigest()[:32]


class Digests:
    """The digests of one state of the project, each computed once."""

    def __init__(
        self,
        seen: Seen,
        curriculum: Curriculum,
        settings: Settings,
        card: Callable[[str, Document], str],
        complete: Callable[[str], Mapping[str, bool]],
        changes: Callable[[], str],
    ) -> None:
        self.seen, self.curriculum, self.settings = seen, curriculum, settings
        self._card, self._complete, self._changes = card, complete, changes
        self._told: dict[tuple[str, str], str] = {}
        self._common: dict[str, str] = {}
        self._shares: dict[frozenset[str], tuple[list[str], str]] = {}

    def key(self, language: str, reads: Iterable[str]) -> str:
        """The digest of everything a page of the language depends on."""
        own, shared = self._parted(frozenset(reads))
        parts = [f"{read}={self._read(language, read)}" for read in own]
        return digest(self.common(language), shared, *parts)

    def _parted(self, reads: frozenset[str]) -> tuple[list[str], str]:
        """Those that differ between languages, and the digest of the others: told once for all."""
        if reads not in self._shares:
            own = sorted(read for read in reads if read.startswith(_OF_LANGUAGE))
            others = sorted(reads.difference(own))
            self._shares[reads] = own, digest(*(f"{one}={self._read('', one)}" for one in others))
        return self._shares[reads]

    def common(self, language: str) -> str:
        """What every page of a language depends on: code, templates, settings, its words."""
        if language not in self._common:
            self._common[language] = self._shared(language)
        return self._common[language]

    def _shared(self, language: str) -> str:
        words = self.file(translations.interface_path(language))
        return digest(self.code, self.settings.model_dump_json(), language, words)

    @cached_property
    def _others(self) -> list[str]:
        return [one.id for one in self.settings.languages if one.id != "en"]

    @cached_property
    def code(self) -> str:
        """The digest of the builder itself: code, templates, overrides, the packages it uses."""
        here = Path(__file__).parent
        own = sorted([*here.rglob("*.py"), *here.rglob("*.jinja")])
        read = [(file.relative_to(here).as_posix(), file.read_bytes()) for file in own]
        versions = (f"{name} {version(name)}" for name in _PACKAGES)
        return digest(*versions, *(part for pair in read for part in pair), self._project)

    @cached_property
    def _project(self) -> str:
        return _theirs(self.seen.root)

    def hold(self) -> None:
        """Raise OSError where the project's templates are no longer those of the beginning."""
        if _theirs(self.seen.root) != self._project:
            raise changed(self.seen.root / "overrides")

    def _read(self, language: str, read: str) -> str:
        if (language, read) not in self._told:
            self._told[language, read] = self._compute(language, read)
        return self._told[language, read]

    def _compute(self, language: str, read: str) -> str:
        what, kind_name, *rest = read.split(" ")
        if read == "menu interface":
            return digest(*(self.file(translations.interface_path(one)) for one in self._others))
        if read == "classes all":
            return digest(*map(str, sorted(self._complete(language).items())))
        if read == "changes all":
            return digest(self._changes())
        if read == "statuses all":
            return digest(*self._all_translations())
        kind = _KINDS[kind_name]
        documents = self.curriculum.all(kind)
        if what == "ids":
            return digest(*(f"{one.id} {one.status}" for one in documents.values()))
        if what == "names":
            return digest(*(f"{one.id} {one.name} {one.status}" for one in documents.values()))
        if what == "followers":
            return digest(*(one.id for one in self.curriculum.followers(rest[0])))
        if what == "units":
            return digest(*(one.id for one in self.curriculum.units_of(rest[0])))
        if rest[0] not in documents:
            return "gone"
        document = documents[rest[0]]
        if what == "card":
            return self._card(language, document)
        if what == "menu":
            return digest(*(self._translation(document, one) for one in self._others))
        return digest(self._source(document), self._translation(document, language))

    def document(self, language: str, document: Document) -> str:
        """The digest of all that a translated document is made of, the policy included."""
        key = (language, f"whole {document.kind} {document.id}")
        if key not in self._told:
            policy = ",".join(self.settings.language(language).complete)
            source, translation = self._source(document), self._translation(document, language)
            self._told[key] = digest(self.code, language, policy, source, translation)
        return self._told[key]

    def _all_translations(self) -> Iterator[bytes]:
        for language in self._others:
            yield self.file(translations.interface_path(language))
            for entry in self.curriculum.entries:
                yield self._source(entry.document)
                yield self._translation(entry.document, language)

    def _source(self, document: Document) -> bytes:
        return self.file(self.curriculum.source_of(document).path)

    def _translation(self, document: Document, language: str) -> bytes:
        if language == "en":
            return b""
        return self.file(translations.path_of(document, language))

    def file(self, path: str) -> bytes:
        """The digest of a file's bytes; empty where there is none."""
        return self.seen.digest(path)


def _theirs(root: Path) -> str:
    """The digest of what a project brings besides its words: templates and `mkdocs.yml`."""
    overrides = root / "overrides"
    assets = overrides / "assets"  # are copied, not read
    found = [one for one in overrides.rglob("*") if one.is_file() and assets not in one.parents]
    read = [
        (file.relative_to(root).as_posix(), file.read_bytes())
        for file in sorted([*found, root / "mkdocs.yml"])
    ]
    return digest(*(part for pair in read for part in pair))
