"""Short names for what things are: two with the same digest are the same to every page.

A page is made again exactly when the digest of something it read has changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from builder import translations
from builder.files import Seen, changed, listed
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
COMMON = "common all"
"""What every page of a language reads: code, templates, settings, the words around the content."""
_OF_LANGUAGE = ("card", "classes", "common", "document")
_KINDS = {kind.kind: kind for kind in _SHOWN}


def digest(*parts: bytes | str) -> str:
    """Thirty-two hex digits of the parts; where one ends and the next begins counts."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def language_of(read: str, language: str) -> str:
    """The language in which a thing was read; none where it is the same in every language."""
    return language if read.startswith(_OF_LANGUAGE) else ""


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

    def key(self, language: str, reads: Iterable[str]) -> str:
        """The digest of everything that was made in the language from these reads depends on."""
        return digest(*(f"{read}={self.of(language, read)}" for read in sorted({COMMON, *reads})))

    def of(self, language: str, read: str) -> str:
        """The digest of one thing that a page of the language read."""
        key = (language_of(read, language), read)
        if key not in self._told:
            self._told[key] = self._compute(*key)
        return self._told[key]

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
        own = [*listed(here, ".py"), *listed(here, ".jinja")]
        versions = (f"{name} {version(name)}" for name in _PACKAGES)
        return digest(*versions, _of_files(here, own), self._project)

    @cached_property
    def _project(self) -> str:
        return _theirs(self.seen.root)

    def hold(self) -> None:
        """Raise OSError where the project's templates are no longer those of the beginning."""
        if _theirs(self.seen.root) != self._project:
            raise changed(self.seen.root / "overrides")

    def _compute(self, language: str, read: str) -> str:
        what, kind_name, *rest = read.split(" ")
        if read == COMMON:
            return self.common(language)
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
    found = [one for one in listed(overrides, "") if assets not in one.parents]
    return _of_files(root, [*found, root / "mkdocs.yml"])


def _of_files(root: Path, files: Iterable[Path]) -> str:
    """One digest of the names and the bytes of these files."""
    read = ((one.relative_to(root).as_posix(), one.read_bytes()) for one in files)
    return digest(*(part for name, data in read for part in (name, hashlib.sha256(data).digest())))
