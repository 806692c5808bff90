"""YAML files that need not be parsed again: their trees, kept under the digest of their bytes.

Of a document that was valid its head is kept too: what lists and cross-checks need of it. Trees
stay text until somebody asks for them, and for a position the file is parsed again. The memory is
JSON under a seal: nothing in it can run. Pickles only go between the processes of one run.
"""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Callable, Iterable
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

import pydantic
import yaml

from builder import composing, files, forked, ordinary, refusals, source, validation
from builder.source import Loc, Position, Source, Tree

MEMORY = ".cache/sources.json"

# What a file says depends on these.
_READING = (composing, ordinary, refusals, source, validation)

# Of each file: the digest of its bytes, then as JSON its document's head and its tree.
_Kept = tuple[bytes, bytes, bytes]
Typed = Callable[[Source], tuple[Tree, Any] | None]
"""The head of a file's document and the document itself, if it is valid."""


class Remembered(Source):
    """A Source from the memory, read from there as far as it is asked for."""

    file: Path
    kept: _Kept
    pickled: bytes

    def __init__(self, file: Path, path: str, kept: _Kept, pickled: bytes = b"") -> None:
        super().__init__(path, {})
        self.__dict__.update(file=file, kept=kept, pickled=pickled)
        del self.__dict__["tree"]  # is read when it is asked for

    @property
    def head(self) -> Tree | None:
        """The wordless fields of its document, if that was valid."""
        told: Tree | None = json.loads(self.kept[1])
        return told

    @property
    def document(self) -> Any:
        """Its document, where another process of this run has typed it; else None."""
        return pickle.loads(self.pickled) if self.pickled else None

    @cached_property
    def as_json(self) -> bytes:
        return self.kept[2]

    @cached_property
    def tree(self) -> Tree:
        told: Tree = json.loads(self.kept[2])
        return told

    @cached_property
    def _whole(self) -> Source:
        return source.read(self.file, self.path) if self.file.is_file() else Source(self.path, {})

    def places(self) -> tuple[dict[Loc, Position], dict[Loc, Position]]:
        return self._whole.places()

    def position(self, loc: Loc, *, of_key: bool = False) -> Position:
        return self._whole.position(loc, of_key=of_key)


class Sources:
    """Reads YAML files, the unchanged ones from memory."""

    def __init__(self, root: Path) -> None:
        self.root, self.memory, self.seen = root, root / MEMORY, files.Seen(root)
        self._before = _remembered(files.read_sealed(self.memory) or b"")
        self._now: dict[str, _Kept] = {}
        self._parsed: dict[str, tuple[_Kept, bytes]] = {}

    def prepare(self, paths: Iterable[str], typed: Typed) -> None:
        """Parse and type those that are not remembered on all cores, if they are many."""
        new = [path for path in paths if path not in self._before]
        if len(new) >= forked.FEW:
            parsed = zip(new, forked.spread(partial(self._parse, typed), new), strict=True)
            self._parsed = {path: told for path, told in parsed if told}

    def read(self, path: str) -> Source:
        """The file at this path from the root."""
        file = self.root / path
        if file.stat().st_size > source.MOST_BYTES:
            return source.read(file, path)
        data = self.seen.read(path)
        if data is None:
            raise files.changed(file)  # it was listed
        digest = self.seen.digest(path).hex().encode()
        for known, pickled in ((self._before.get(path), b""), self._parsed.get(path, (None, b""))):
            if known and known[0] == digest:
                self._now[path] = known
                return Remembered(file, path, known, pickled)
        read = source.parse(data, path)
        if not read.findings:
            self._now[path] = _kept(digest, read)
        return read

    def keep_head(self, path: str, head: Tree) -> None:
        """The document of this file was valid; `head` are its wordless fields as written."""
        digest, _, tree = self._now[path]
        self._now[path] = digest, _json(head), tree

    def digest(self, path: str) -> bytes:
        """The digest of a file that was read without a finding."""
        return self._now[path][0] if path in self._now else b""

    def save(self) -> None:
        """Remember what was read, for the next time."""
        if self._now == self._before:
            return
        lines = (b"\t".join((_json(path), *kept)) for path, kept in self._now.items())
        files.write_sealed(self.memory, b"\n".join([_version(), *lines]))

    def _parse(self, typed: Typed, path: str) -> tuple[_Kept, bytes] | None:
        file = self.root / path
        if file.stat().st_size > source.MOST_BYTES:
            return None
        data = file.read_bytes()
        read = source.parse(data, path)
        if read.findings:
            return None
        head, document = typed(read) or (None, None)
        pickled = pickle.dumps(document, pickle.HIGHEST_PROTOCOL) if document else b""
        return _kept(hashlib.sha256(data).hexdigest().encode(), read, head), pickled


def _remembered(data: bytes) -> dict[str, _Kept]:
    version, _, rest = data.partition(b"\n")
    if version != _version():
        return {}
    split = (line.split(b"\t") for line in rest.split(b"\n") if line)
    return {json.loads(path): (digest, head, tree) for path, digest, head, tree in split}


def _kept(digest: bytes, read: Source, head: Tree | None = None) -> _Kept:
    return digest, _json(head), read.as_json


def _json(value: Any) -> bytes:
    """As JSON, in which neither a tab nor a line's end stands."""
    return json.dumps(value, ensure_ascii=False).encode()


@cache
def _version() -> bytes:
    """What a tree and a head depend on besides the file: how they are read and typed."""
    modules = [Path(one.__file__ or "") for one in _READING]
    models = sorted((Path(__file__).parent / "model").glob("*.py"))
    code = [file.read_bytes() for file in (*modules, *models)]
    versions = f"{yaml.__version__} {pydantic.VERSION}".encode()
    return hashlib.sha256(b"\0".join([versions, *code])).hexdigest().encode()
