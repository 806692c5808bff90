"""Opens what came back from a translator: nothing leaves its folder, nothing grows without end.

The one idea: a file is taken by the place where this curriculum has a PO file, never by the name
in the zip alone; what tries anything else spoils the whole parcel.
"""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from builder import files
from builder.po import MOST_BYTES
from builder.refusals import hidden
from builder.translations import FOLDER

MOST_FILES = 5_000
MOST_BYTES_IN_ALL = 60_000_000
MOST_BYTES_PACKED = 20_000_000
_CHUNK = 65_536
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What `zipfile` raises for bytes that are no zip.
_SPOILT = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError),
    *(OSError, ValueError, IndexError, OverflowError),
)
_SOURCE = re.compile(r"# (?P<source>\S[^\n]*)\n")
_LANGUAGE = re.compile(r'"Language: (?P<language>[A-Za-z_-]+)\\n"')


class UnsafeError(ValueError):
    """A parcel that nobody should open; the sentence says why."""


@dataclass(frozen=True)
class Unpacked:
    """What of a parcel was put into a folder, by path from there, and which names nobody knows."""

    paths: tuple[str, ...]
    unknown: tuple[str, ...] = ()


def unpack(file: Path, into: Path, known: Collection[str]) -> Unpacked:
    """The PO files of the zip, each put below `into` where the project has it.

    Raises UnsafeError for a zip that leads out of its folder, hides links, is encrypted, holds a
    name twice or grows too large. Nothing has been put down then but what may be thrown away.
    """
    if file.stat().st_size > MOST_BYTES_PACKED:
        raise UnsafeError(f"it is larger than {MOST_BYTES_PACKED:,} bytes")
    paths: list[str] = []
    unknown: list[str] = []
    for name, data in _contents(file, known):
        path = place(name, known)
        if path is None or data is None:
            unknown.append(name)
            continue
        if path in paths:
            raise UnsafeError(f"it holds {path} twice")
        paths.append(path)
        files.write(into / path, data)
    return Unpacked(tuple(paths), tuple(one for one in unknown if _meant(one)))


def _contents(file: Path, known: Collection[str]) -> Iterator[tuple[str, bytes | None]]:
    """Each file of the zip by its name, with its bytes where the project has such a PO file."""
    left = MOST_BYTES_IN_ALL
    try:
        with zipfile.ZipFile(file) as parcel:
            for entry in _entries(parcel):
                if place(entry.filename, known) is None:
                    yield entry.filename, None
                    continue
                data = _read(parcel, entry, min(left, MOST_BYTES))
                left -= len(data)
                yield entry.filename, data
    except UnsafeError:
        raise
    except _SPOILT as error:
        raise UnsafeError(f"it is no zip that can be read ({error})") from None


def put(file: Path, into: Path, known: Collection[str], sources: dict[str, str]) -> Unpacked:
    """A single PO file put below `into`: known by its path, else by what its header says.

    `sources` has the name of the PO file, without language, by what stands in its first line.
    """
    if file.stat().st_size > MOST_BYTES:
        raise UnsafeError(f"it is larger than {MOST_BYTES:,} bytes")
    data = file.read_bytes()
    path = place(file.resolve().as_posix().lstrip("/"), known) or _by_header(data, known, sources)
    if path is None:
        return Unpacked((), (file.name,))
    files.write(into / path, data)
    return Unpacked((path,))


def place(name: str, known: Collection[str]) -> str | None:
    """Where the project has the PO file of this name; a folder may stand around all of it."""
    at = name.rfind(f"{FOLDER}/")
    path = name[at:] if at == 0 or (at > 0 and name[at - 1] == "/") else ""
    return path if path in known else None


def _meant(name: str) -> bool:
    """Whether somebody meant to send this PO file; what begins with a dot a program left behind."""
    return name.endswith(".po") and not name.rpartition("/")[2].startswith(".")


def _entries(parcel: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Every file in the zip; UnsafeError for one that could not come from a translator."""
    entries = parcel.infolist()
    if len(entries) > MOST_FILES:
        raise UnsafeError(f"it holds more than {MOST_FILES:,} files")
    for entry in entries:
        fault = _fault(entry)
        if fault:
            raise UnsafeError(f"{entry.filename!a} {fault}")
        if not entry.is_dir():
            yield entry


def _fault(entry: zipfile.ZipInfo) -> str:
    name = entry.filename
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if name.startswith("/") or "\\" in name or re.match("[A-Za-z]:", name):
        return "is a path from the root of a disk"
    if ".." in name.split("/"):
        return "leads out of the folder"
    if name != entry.orig_filename or hidden(name) or "\n" in name:
        return "has a name that hides something"
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is no file but a link or a device"
    if entry.flag_bits & 0x1:
        return "is encrypted"
    if entry.compress_type not in _METHODS:
        return "is packed in a way that is not read here"
    return ""


def _read(parcel: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """The bytes of the file, counted while they come: the sizes in a zip are claims."""
    data = bytearray()
    with parcel.open(entry) as stream:
        while part := stream.read(_CHUNK):
            data += part
            if len(data) > most:
                raise UnsafeError(f"{entry.filename!a} is too large")
    return bytes(data)


def _by_header(data: bytes, known: Collection[str], sources: dict[str, str]) -> str | None:
    """The place of a PO file of any name, by its first comment and its language."""
    head = data[:MOST_BYTES].decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    source, language = _SOURCE.match(head), _LANGUAGE.search(head)
    if source is None or language is None:
        return None
    name = sources.get(source["source"].strip(), "")
    path = f"{FOLDER}/{language['language'].replace('_', '-')}/{name}"
    return path if path in known else None
