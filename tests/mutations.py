"""What can befall a file of words: each function makes of its bytes those of a damaged one."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from random import Random

Mutation = Callable[[Random, bytes], bytes]


def flipped(chance: Random, data: bytes) -> bytes:
    """A few bytes are others."""
    told = bytearray(data)
    for _ in range(chance.randrange(1, 9)):
        told[chance.randrange(len(told))] ^= 1 << chance.randrange(8)
    return bytes(told)


def cut(chance: Random, data: bytes) -> bytes:
    """A piece is gone, often the end."""
    begin = chance.randrange(len(data))
    end = chance.choice((len(data), begin + chance.randrange(1, 200)))
    return data[:begin] + data[end:]


def doubled(chance: Random, data: bytes) -> bytes:
    """A few lines stand twice."""
    lines, at = _lines(chance, data)
    return b"".join([*lines[:at], *lines[at : at + chance.randrange(1, 9)], *lines[at:]])


def shuffled(chance: Random, data: bytes) -> bytes:
    """Two lines have changed places."""
    lines, at = _lines(chance, data)
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]
    return b"".join(lines)


def shifted(chance: Random, data: bytes) -> bytes:
    """A line begins further in or further out."""
    lines, at = _lines(chance, data)
    lines[at] = chance.choice((b" ", b"   ", b"\t")) + lines[at].lstrip(b" ")
    return b"".join(lines)


def encoded(chance: Random, data: bytes) -> bytes:
    """The file is in another encoding, or packed."""
    words = data.decode()
    name = chance.choice(("utf-16", "utf-32", "utf-16-be", "latin-1", "cp037", "utf-7", "gzip"))
    return gzip.compress(data) if name == "gzip" else words.encode(name, "replace")


def hidden(chance: Random, data: bytes) -> bytes:
    """A character that nobody sees stands in it."""
    words = data.decode()
    at = chance.randrange(len(words))
    return (words[:at] + chance.choice("\0\x1b\x85\u202e\u2066\ufeff\u2028") + words[at:]).encode()


def alike(chance: Random, data: bytes) -> bytes:
    """Letters have been taken for those of another script that look the same."""
    letter, other = chance.choice(("aа", "eе", "oо", "iі", "cс", "pр"))
    return data.decode().replace(letter, other, chance.randrange(1, 4)).encode()


def ended(chance: Random, data: bytes) -> bytes:
    """Lines end as on another system, or not at all."""
    return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b"")))


def _lines(chance: Random, data: bytes) -> tuple[list[bytes], int]:
    lines = data.splitlines(keepends=True)
    return lines, chance.randrange(len(lines))


ANY: Mapping[str, Mutation] = {
    one.__name__: one
    for one in (flipped, cut, doubled, shuffled, shifted, encoded, hidden, alike, ended)
}

VALUES = (
    *("&a [*a]", "*a", "!!python/object/apply:os.system [id]", "!!binary aGk=", "{<<: {a: b}}"),
    *("[" * 30 + "]" * 30, "[" * 5000, "{a: " * 3000, "no", "null", "2026-13-45", "0x1F", ".nan"),
    *("[]", "{}", "[a, [b]]", "{a: b}", '"\\u202e"', "'", '"', "|", "> x", "@x", "`x`", "1" * 5000),
    *("\n---\na: b", "%TAG ! tag:x", "? [a]", "w " * 100_000, "x" * 400_000, "- " * 2000),
)


def other_value(chance: Random, data: bytes) -> bytes:
    """A field holds something that YAML makes something else of."""
    lines = data.decode().split("\n")
    fields = [number for number, line in enumerate(lines) if ": " in line]
    at = chance.choice(fields)
    lines[at] = f"{lines[at].partition(': ')[0]}: {chance.choice(VALUES)}"
    return "\n".join(lines).encode()


def repeated(chance: Random, data: bytes) -> bytes:
    """The same part again and again, up to the size that is read and above it."""
    lines, at = _lines(chance, data)
    part = b"".join(lines[at : at + 5])
    return data + part * (chance.choice((50_000, 190_000, 220_000)) // len(part))


YAML: Mapping[str, Mutation] = {
    **ANY,
    "other value": other_value,
    "other value again": other_value,
    "repeated": repeated,
}
