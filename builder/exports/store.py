"""Makes the files to take away, and keeps them: a file is made again when what it read has changed.

They stand in `.cache/downloads`, each named in an index with its key, the digest of its bytes and
what it read. A file whose bytes are not those of the index is made again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst

from builder import drawings, files, forked, images, takeaway
from builder.digests import digest
from builder.exports import pdf, pictures
from builder.exports.formats import FORMATS
from builder.exports.papers import Desk
from builder.model.kinds import KINDS
from builder.model.lesson import Lesson
from builder.model.unit import Unit
from builder.site import Site
from builder.takeaway import File
from builder.web import Web

FOLDER, INDEX = ".cache/downloads", ".cache/downloads.json"
_KINDS = {kind.kind: kind for kind in KINDS}
_PACKAGES = ("lxml", "pillow", "python-docx", "python-pptx", "typst", "zxing-cpp")
_FONTS = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Armenian", "Noto Sans Khmer")
_FONTS_CJK = ("Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans CJK JP", "Noto Sans CJK KR")


class Store:
    """The files of one site."""

    def __init__(self, site: Site, site_url: str) -> None:
        self.site, self.web = site, Web(site_url)
        self.folder, self.index = site.root / FOLDER, site.root / INDEX
        self.known: dict[str, dict[str, Any]] = json.loads(files.read_sealed(self.index) or "{}")

    def bring(self, wanted: Sequence[File], into: Path) -> None:
        """Put the files into the folder of a site, those that have not changed as they are kept."""
        self.make([one for one in wanted if not self._fresh(one)])
        for one in wanted:
            if one.path in self.known:
                place = into / one.path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.unlink(missing_ok=True)
                files.link(self.folder / one.path, place)

    def make(self, wanted: Sequence[File]) -> None:
        """Make these files now and remember them; one that a document does not give is left out."""
        # typst's threads do not outlive a fork: once it has run here, all the rest is done here.
        alone = pdf.has_run() or pictures.has_run()
        made = forked.spread(self._made, wanted, few=len(wanted) + 1 if alone else 8)
        for one, told in zip(wanted, made, strict=True):
            self.known.pop(one.path, None)
            if told:
                self.known[one.path] = told
        if wanted:
            self.save()

    def forget_others(self, wanted: Iterable[File]) -> None:
        """Take away what is kept of files that are no longer wanted."""
        paths = {one.path for one in wanted}
        gone = [path for path in self.known if path not in paths]
        for path in gone:
            del self.known[path]
            (self.folder / path).unlink(missing_ok=True)
        if gone:
            self.save()

    def save(self) -> None:
        """Write the index."""
        files.write_sealed(self.index, json.dumps(self.known, sort_keys=True).encode())

    def read(self, one: File) -> bytes | None:
        """The bytes of a file, made now; None where its document gives none."""
        return self._bytes(one)[0]

    def _fresh(self, one: File) -> bool:
        told = self.known.get(one.path)
        if told is None or told["key"] != self._key(one, told["reads"]):
            return False
        try:
            data = (self.folder / one.path).read_bytes()
        except OSError:
            return False
        return bool(hashlib.sha256(data).hexdigest() == told["digest"])

    def _key(self, one: File, reads: Iterable[str]) -> str:
        return digest(self.site.key(one.language, reads), self._common)

    @cached_property
    def _common(self) -> str:
        """What every file depends on beside what it reads: pictures, fonts, the programs used."""
        root = self.site.root
        drawn = (*drawings.drawings(root), *images.images(root))
        own = [self.site.digests.file(path) for path in drawn]
        program = Path(__file__).with_name("paper.typ").read_bytes()
        versions = [f"{name} {version(name)}" for name in _PACKAGES]
        return digest(self.web.site_url, program, *own, *versions, *fonts())

    def _made(self, one: File) -> dict[str, Any] | None:
        """Make one file and keep it; what the index tells of it."""
        try:
            data, reads = self._bytes(one)
        except Exception as error:
            error.add_note(f"while making {one.path}")
            raise
        if data is None:
            return None
        files.write(self.folder / one.path, data)
        reads_ = sorted(reads)
        told = hashlib.sha256(data).hexdigest()
        return {"key": self._key(one, reads_), "reads": reads_, "digest": told}

    def _bytes(self, one: File) -> tuple[bytes | None, set[str]]:
        reader = self.site.reader(one.language)
        if one.language != "en":  # English words among others carry their language
            reader = replace(reader, terms=self.site.terms)
        desk = Desk(self.site.view(reader), self.web)
        make = FORMATS[one.format].make
        data = make(desk, _KINDS[one.kind], one.id, self.site.root)
        return data, desk.view.reads


def fonts() -> list[str]:
    """The digests of the fonts that PDFs are set in, as far as they are there."""
    found = {}
    for font in typst.Fonts().fonts():
        if font.family in (*_FONTS, *_FONTS_CJK) and font.path:
            found[font.path] = hashlib.sha256(Path(font.path).read_bytes()).hexdigest()
    return [found[path] for path in sorted(found)]


def missing_fonts() -> list[str]:
    """The families that PDFs are set in and that this machine lacks."""
    there = set(typst.Fonts().families())
    return [one for one in (*_FONTS, *_FONTS_CJK) if one not in there]


def every(site: Site) -> list[File]:
    """Every file of the site: of each document in use, in each language it can be read in."""
    return [
        File(kind.kind, document.id, language.id, name)
        for kind in takeaway.KINDS
        for document in site.curriculum.in_use(kind)
        for name in takeaway.formats(kind, _sheets(site, document))
        for language in site.settings.languages
        if site.is_readable(language.id, document)
    ]


def _sheets(site: Site, document: Any) -> bool:
    if not isinstance(document, Unit):
        return takeaway.has_sheets(document)
    lessons = site.curriculum.all(Lesson)
    return takeaway.lessons_have_sheets(lessons[id] for id in document.lesson_ids if id in lessons)
