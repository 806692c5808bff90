"""Takes a document out of an edition: what becomes of each file that knows of it.

The one idea: an edition says itself what stands where. Its snapshot has the address of the
document; whatever leads there, names it or belongs to it goes, and the address tells that it went.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath
from typing import Any

from builder import bare, search, takeaway
from builder.editions.cutting import heading, without_links
from builder.settings import direction
from builder.snapshots import FILE as SNAPSHOT
from builder.snapshots import Plan, Snapshot, Withdrawn

_ENTRY = re.compile(r" *<entry>.*?</entry>\n?", re.S)
_TABLES = (".csv", ".json", ".xml", ".html")


@dataclass(frozen=True)
class Files:
    """The files of an edition: their paths, and the bytes of one."""

    paths: tuple[str, ...]
    read: Callable[[str], bytes]


def stood_at(snapshot: Snapshot, kind: str, id: str) -> tuple[str, ...]:
    """The paths below a language’s home that belong to the document; none where it has no page."""
    record = snapshot.documents.get(kind, {}).get(id)
    home = record.path if record else None
    return tuple(one for one in snapshot.pages if one.startswith(home)) if home else ()


def expunged(files: Files, gone: Withdrawn) -> Mapping[str, bytes | None]:
    """The files that are other ones without the document; None for those that go."""
    snapshot = Snapshot.read(files.read(SNAPSHOT))
    words = json.loads(files.read("offers.json"))
    tags = {tag: "" if tag == "en" else f"{tag}/" for tag in snapshot.languages}
    titles = {tag: set(_titles(files, prefix, gone)) for tag, prefix in tags.items()}
    taken = set(_taken(gone, tags))
    put: dict[str, bytes | None] = {}
    for path in files.paths:
        tag = path.partition("/")[0] if path.partition("/")[0] in tags else "en"
        below = path.removeprefix(tags[tag])
        if below.removesuffix("index.html") in gone.paths:
            continue  # its notice follows
        if path in taken or _belongs(below, gone):
            put[path] = None
        elif path.endswith(_TABLES):
            old = files.read(path)
            new = _without(path, old, gone, titles[tag])
            if new != old:
                put[path] = new
    for tag, prefix in tags.items():
        for path in gone.paths:
            told = {**words["en"], **words.get(tag, {})}
            put[f"{prefix}{path}index.html"] = _notice(tag, path, told)
    return put


def left(files: Files, put: Mapping[str, bytes | None], gone: Withdrawn) -> list[str]:
    """The files that still lead to the document, or name it, after all."""
    needles = (gone.paths[0].encode(), f'"{gone.id}"'.encode())
    own = {f"{path}index.html" for path in gone.paths}
    holding = set(_holding(Snapshot.read(files.read(SNAPSHOT)), gone))
    found = []
    for path in files.paths:
        data = put[path] if path in put else files.read(path)
        names = path in holding or (data and any(one in data for one in needles))
        if names and not any(path.endswith(one) for one in own):
            found.append(path)
    return found


def _holding(snapshot: Snapshot, gone: Withdrawn) -> Iterator[str]:
    """The files of each unit that the lesson stands in: packed, so that no word of it is seen."""
    for id, unit in snapshot.documents.get("unit", {}).items():
        if gone.kind == "lesson" and gone.id in (unit.facts.lessons or ()):
            for language in snapshot.languages:
                for form in takeaway.ENDINGS:
                    yield takeaway.File("unit", id, language, form).path


def _titles(files: Files, prefix: str, gone: Withdrawn) -> Iterator[str]:
    page = f"{prefix}{gone.paths[0]}index.html"
    if page in files.paths and (title := heading(files.read(page).decode())):
        yield title


def _taken(gone: Withdrawn, languages: Iterable[str]) -> Iterator[str]:
    """The paths of its files to take away; an edition has some of them."""
    if gone.kind in takeaway.FOLDERS:
        for language in languages:
            for form in takeaway.ENDINGS:
                yield takeaway.File(gone.kind, gone.id, language, form).path


def _belongs(below: str, gone: Withdrawn) -> bool:
    """Whether a file is one of the document’s own, such as data under its name."""
    steps = PurePosixPath(below)
    if steps.parts[0] == "downloads":  # a document of another kind may have the same id
        return False
    return gone.id in (steps.name.partition(".")[0], *steps.parts[:-1]) and not below.endswith(
        "index.html"
    )


def _without(path: str, data: bytes, gone: Withdrawn, titles: set[str]) -> bytes:
    if path.endswith(".html"):
        if not _mentioned(data, gone, titles):
            return data
        return without_links(data.decode(), gone.paths[0], titles).encode()
    if gone.id.encode() not in data:
        return data
    if path.endswith(".csv"):
        return _table(data, gone)
    if path.endswith("sitemap.xml"):
        lines = data.decode().split("\n")
        return "\n".join(one for one in lines if f"/{gone.paths[0]}" not in one).encode()
    if path.startswith("feeds/") or "/feeds/" in path:
        place = f"/{gone.paths[0]}"
        return _ENTRY.sub(lambda one: "" if place in one[0] else one[0], data.decode()).encode()
    if path.endswith("search.json"):
        return search.without(data, gone.paths)
    if path == SNAPSHOT:
        return _snapshot(data, gone)
    if path.endswith(".json"):
        indent = 1 if data.startswith(b"{\n") else None
        compact = None if b'": ' in data[:200] or indent else (",", ":")
        told = _pruned(json.loads(data), gone)
        end = "\n" if data.endswith(b"\n") else ""
        return (
            json.dumps(told, ensure_ascii=False, indent=indent, separators=compact) + end
        ).encode()
    return data


def _mentioned(data: bytes, gone: Withdrawn, titles: set[str]) -> bool:
    return gone.paths[0].encode() in data or any(escape(one).encode() in data for one in titles)


def _table(data: bytes, gone: Withdrawn) -> bytes:
    """The table without the id, where a cell lists ids."""
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    stream = io.StringIO()
    kept = ([_cell(cell, gone) for cell in row] for row in rows)
    csv.writer(stream, lineterminator="\r\n").writerows(kept)
    return stream.getvalue().encode("utf-8-sig")


def _cell(cell: str, gone: Withdrawn) -> str:
    words = cell.split(" ")
    return " ".join(one for one in words if one != gone.id) if gone.id in words else cell


def _snapshot(data: bytes, gone: Withdrawn) -> bytes:
    old = Snapshot.read(data)
    documents = {
        kind: {
            id: one.model_copy(update={"facts": Plan(**_pruned(dict(one.facts), gone))})
            for id, one in records.items()
            if (kind, id) != (gone.kind, gone.id)
        }
        for kind, records in old.documents.items()
    }
    pages = tuple(one for one in old.pages if one not in gone.paths)
    return old.model_copy(update={"documents": documents, "pages": pages}).written()


def _pruned(value: Any, gone: Withdrawn) -> Any:
    """The value without what stands for the document in any list of it."""
    if isinstance(value, dict):
        return {key: _pruned(one, gone) for key, one in value.items() if key != gone.id}
    if isinstance(value, list | tuple):
        kept = (_pruned(one, gone) for one in value if not _stands_for(one, gone))
        return type(value)(kept)
    return value


def _stands_for(value: Any, gone: Withdrawn) -> bool:
    if isinstance(value, dict):
        value = value.get("id")
    return isinstance(value, str) and (value == gone.id or value in gone.paths)


def _notice(tag: str, path: str, words: Mapping[str, str]) -> bytes:
    """What stands at the address from now on, in the words of the edition."""
    home = "../" * path.count("/")
    site = home if tag == "en" else f"../{home}"
    title, told, go = (escape(words[one]) for one in ("withdrawn", "withdrawn_why", "home"))
    return f"""<!doctype html>
<html lang="{tag}" dir="{direction(tag)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{bare.STYLED}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="{site}assets/site.css">
</head>
<body dir="{direction(tag)}" data-md-color-scheme="auto" class="lost">
<main class="page lost__in"><h1>{title}</h1><p>{told}</p>
<p><a class="button" href="{home}">{go}</a></p></main>
</body>
</html>
""".encode()


def named(kind: str, id: str, snapshots: Iterable[Snapshot]) -> tuple[str, ...]:
    """Every path at which an edition has shown the document, the shortest first."""
    found = {path for one in snapshots for path in stood_at(one, kind, id)}
    return tuple(sorted(found, key=lambda path: (len(path), path)))
