"""The whole curriculum: every document by kind and id, each with the Source it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TypeVar

from builder import drawings, files, images
from builder.finding import Finding
from builder.model.base import Document, with_texts
from builder.model.entries import Loaded, Placed
from builder.model.grades import BANDS, Band
from builder.model.head import head_of, with_head
from builder.model.kinds import KINDS, kind_of
from builder.model.lesson import Lesson
from builder.model.progression import Outcome, Strand
from builder.model.unit import Unit
from builder.premises import FOLDERS
from builder.source import Source, Tree
from builder.sources import Sources
from builder.validation import validate

Kind = TypeVar("Kind", bound=Document)
One = TypeVar("One")


@dataclass(frozen=True)
class Curriculum:
    """Every document of the project; `findings` say what could not be read."""

    loaded: tuple[Loaded, ...]
    findings: tuple[Finding, ...] = ()
    root: Path | None = None
    """Where its files stand."""
    made: tuple[Loaded, ...] = ()
    """Documents that were made from code: shown and translated, but not checked."""
    _kinds: dict[type[Document], dict[str, Document]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for entry in self.entries:
            kind = self._kinds.setdefault(type(entry.document), {})
            kind.setdefault(entry.document.id, entry.document)

    def with_more(self, loaded: Iterable[Loaded]) -> Curriculum:
        """The same with documents that were made, not read."""
        return Curriculum(self.loaded, self.findings, self.root, tuple(loaded))

    @property
    def entries(self) -> tuple[Loaded, ...]:
        """Everything that is shown and translated: what was read and what was made."""
        return self.loaded + self.made

    def all(self, kind: type[Kind]) -> Mapping[str, Kind]:
        """The documents of a kind by id, in the order of their paths."""
        return self._kinds.get(kind, {})  # type: ignore[return-value]

    def in_use(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Every document of a kind that is not retired, those included whose id is taken."""
        return tuple(
            entry.document
            for entry in self.loaded
            if isinstance(entry.document, kind) and entry.document.status != "retired"
        )

    def unread(self, kind: type[Document]) -> frozenset[str]:
        """The names of files of a kind that could not be read: nobody knows what they hold."""
        paths = (finding.path for finding in self.findings)
        return frozenset(PurePosixPath(path).stem for path in paths if kind_of(path) is kind)

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """The bands from the youngest on."""
        return tuple(sorted(self.all(Band).values(), key=lambda band: BANDS.index(band.id)))

    @cached_property
    def strands(self) -> tuple[Strand, ...]:
        """The strands in the order of the matrix."""
        return tuple(sorted(self.all(Strand).values(), key=lambda strand: strand.order))

    @cached_property
    def outcomes(self) -> Mapping[str, Outcome]:
        """Every outcome by its code."""
        return {one.outcome.code: one.outcome for one in self.placed}

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """Every outcome in the order of the matrix, with the place where it stands."""
        return tuple(
            Placed(outcome, strand, number)
            for strand in self.strands
            for number, outcome in enumerate(strand.outcomes)
        )

    @cached_property
    def taught(self) -> Mapping[str, tuple[Lesson, ...]]:
        """The lessons in use that teach each outcome, by its code."""
        return by_code((lesson, lesson.teaches) for lesson in self.in_use(Lesson))

    @cached_property
    def assessed(self) -> Mapping[str, tuple[Lesson, ...]]:
        """The lessons in use that assess each outcome, by its code."""
        return by_code((lesson, lesson.assesses) for lesson in self.in_use(Lesson))

    def followers(self, lesson: str) -> tuple[Lesson, ...]:
        """The lessons in use that build on this one."""
        return tuple(one for one in self.in_use(Lesson) if lesson in one.prerequisites)

    def units_of(self, lesson: str) -> tuple[Unit, ...]:
        """The units in use in which this lesson stands."""
        return tuple(one for one in self.in_use(Unit) if lesson in one.lesson_ids)

    @cached_property
    def _sources(self) -> Mapping[int, Source]:
        return {id(entry.document): entry.source for entry in self.entries}

    def source_of(self, document: Document) -> Source:
        """The file that a document of this curriculum was read from."""
        return self._sources[id(document)]


def by_code(named: Iterable[tuple[One, Iterable[str]]]) -> Mapping[str, tuple[One, ...]]:
    """Lessons, or what stands for them, by each of the codes they name."""
    found: dict[str, tuple[One, ...]] = {}
    for lesson, codes in named:
        for code in dict.fromkeys(codes):
            found[code] = (*found.get(code, ()), lesson)
    return found


def load(root: Path, sources: Sources | None = None) -> Curriculum:
    """Read and type every file of the content folders; nothing is lost, all mistakes are said."""
    sources = sources or Sources(root)
    loaded: list[Loaded] = []
    findings: list[Finding] = []
    paths = list(content(root))
    sources.prepare(paths, _typed)
    for path in paths:
        kind = kind_of(path)
        if kind is None:
            findings.append(_stray(path))
            continue
        found = sources.read(path)
        document, said = _document(kind, found, sources)
        findings.extend(said)
        if document is not None:
            loaded.append(Loaded(document, found))
    findings.extend(_misnamed(root))
    return Curriculum(tuple(loaded), tuple(findings), root)


def _document(
    kind: type[Kind], found: Source, sources: Sources
) -> tuple[Kind | None, tuple[Finding, ...]]:
    """The document of a file; of one that is remembered as valid only its head is read."""
    if found.head is not None:
        return with_head(kind, found.head, lambda: _whole(kind, found)), ()
    document, said = validate(kind, found)
    if document is None:
        return None, said
    sources.keep_head(found.path, head_of(kind, found.tree))
    return _addressed(document), ()


def _typed(found: Source) -> tuple[Tree, Document] | None:
    """The wordless fields of the file's document, and the document, if it is valid."""
    kind = kind_of(found.path)
    document = validate(kind, found)[0] if kind else None
    return (head_of(type(document), found.tree), _addressed(document)) if document else None


def _whole(kind: type[Kind], found: Source) -> Kind:
    done: Kind | None = found.document
    return done or _addressed(_valid(kind, found))


def _valid(kind: type[Kind], found: Source) -> Kind:
    document, said = validate(kind, found)
    assert document is not None, said
    return document


def content(root: Path) -> Iterator[str]:
    """The path of every YAML file of the content folders but the settings, in order."""
    for folder in FOLDERS:
        for file in files.listed(root / folder, ".yml"):
            path = file.relative_to(root).as_posix()
            if path != "curriculum/district.yml":
                yield path


def _addressed(document: Kind) -> Kind:
    done: Kind = with_texts(document, lambda passage: passage, careful=document.careful)
    return done


def _stray(path: str) -> Finding:
    homes = ", ".join(kind.folder + "/<band>" * kind.by_band for kind in KINDS)
    message = "no kind of document lives in this folder"
    return Finding(path, 1, 1, "stray-file", message, f"Move the file into one of: {homes}.")


# What a name ends in that a writer gives to a file, what it is to be, and what the file is then.
_ENDINGS = {"yml": "yml", "yaml": "yml", "po": "po", "svg": "svg"}
_NAMED = {"yml": "a document", "po": "a PO file", "svg": "a drawing"}
_CALLED = "Rename the file: small letters and digits, words joined by single hyphens."
_PICTURES = f"Move a photograph into {images.FOLDER}, a drawing into {drawings.FOLDER}."
_UNREAD = "Delete it, or keep it elsewhere: what stands here is published with the curriculum."
# Where files stand that are no documents; Poedit leaves an .mo beside each PO file that it saves.
_HOMES = {
    "po": "curriculum/translations/",
    "mo": "curriculum/translations/",
    "json": "curriculum/editions/",
}


def _misnamed(root: Path) -> Iterator[Finding]:
    """Files that nobody would read or see, whatever their writer meant them for."""
    above = f"{root.as_posix()}/"
    found = (path.removeprefix(above) for one in FOLDERS for path in files.paths(above + one, ""))
    for path in sorted(found):
        ending = path.rpartition(".")[2]
        meant = _ENDINGS.get(ending.casefold(), ending)
        if ending != meant:
            message = f"the name of {_NAMED[meant]} ends in .{meant}, not in .{ending}"
            yield Finding(path, 1, 1, "stray-file", message, "Rename the file.")
        elif images.is_picture(path):
            if told := _unshown(path):
                yield Finding(path, 1, 1, "stray-file", *told)
        elif not _is_read(path):
            yield Finding(path, 1, 1, "stray-file", "nothing reads this file", _UNREAD)


def _is_read(path: str) -> bool:
    """Whether anything does, or it is what an editor leaves beside a file that is read."""
    home = _HOMES.get(path.rpartition(".")[2])
    at_home = home is not None and path.startswith(home)
    return at_home or path.endswith((".yml", "~"))


def _unshown(picture: str) -> tuple[str, str] | None:
    """Why no card can show the picture at this path, and what helps."""
    if picture.startswith(f"{images.FOLDER}/") or drawings.is_nameable(picture):
        return None
    if picture.endswith(".svg") and picture.rpartition("/")[0] == drawings.FOLDER:
        return "no card can name a drawing that is called so", _CALLED
    return "no page shows a picture that stands in this folder", _PICTURES
