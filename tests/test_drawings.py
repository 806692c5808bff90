"""Drawings are read as untrusted: what passes is plain shapes for every program that reads it."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from bombs import assert_cheap
from mutations import ANY
from promises import LONG, Tried

from builder import drawings

ROOT = Path(__file__).parents[1]
CASES = 500 if LONG else 60

SHAPES = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240"><path d="M1 1"/></svg>'
# What only a parser that asks for the encoding would see.
BEFORE = (
    "",
    '<?xml-stylesheet type="text/css" href="https://evil.example/x.css"?>',
    '<!DOCTYPE svg SYSTEM "https://evil.example/x.dtd">',
    "<!-- Rosa 310-555-0142 -->",
    '<!DOCTYPE svg [<!ENTITY a "M1 1"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
)
ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")

pytestmark = pytest.mark.promise("files")


@pytest.mark.parametrize("before", BEFORE)
def test_a_drawing_in_another_encoding_is_refused(before: str, tried: Tried) -> None:
    for name in ENCODINGS:
        assert drawings.refused((before + SHAPES).encode(name)), name
    assert bool(drawings.refused((before + SHAPES).encode())) is bool(before)
    tried("drawings in another encoding", len(ENCODINGS))


@pytest.mark.parametrize("part", range(2))
def test_what_passes_of_a_damaged_drawing_is_plain(part: int, tried: Tried) -> None:
    there = list(drawings.drawings(ROOT))
    numbers = range(part, CASES, 2)
    for number in numbers:
        chance, name = Random(number), list(ANY)[number % len(ANY)]
        data = ANY[name](chance, (ROOT / chance.choice(there)).read_bytes())
        if not drawings.refused(data):
            words = data.decode("utf-8")
            assert "<!" not in words, (number, name)
            assert "<?" not in words, (number, name)
    tried("damaged drawings", len(numbers))


def test_a_drawing_is_not_nested_deeper_than_programs_for_paper_read() -> None:
    def nested(deep: int) -> bytes:
        return (
            SHAPES.replace("<path", "<g>" * deep + "<path")
            .replace("</svg>", "</g>" * deep + "</svg>")
            .encode()
        )

    assert drawings.refused(nested(18)) == ""
    assert drawings.refused(nested(19)) == "its groups are nested more than 20 deep"
    assert drawings.refused(nested(2500)) == "its groups are nested more than 20 deep"


def bomb(part: str, begin: str = "", end: str = "") -> bytes:
    """A drawing as large as one may be, in which the part stands again and again."""
    before, after = SHAPES.split('<path d="M1 1"/>')
    room = drawings.MOST_BYTES - len(before + begin + end + after)
    return (before + begin + part * (room // len(part)) + end + after).encode()


BOMBS = {
    "groups in groups": bomb("<g>"),
    "closed groups": SHAPES.replace("<path", "<g>" * 2_800 + "<path").encode(),
    "shapes": bomb("<g/>"),
    "one long line": bomb("1 ", '<path d="M', '"/>'),
    "attributes": bomb('x="1" ', "<path ", "/>"),
    "other attributes": bomb("x", "<path ", '="1"/>'),
    "spaces": bomb(" "),
    "open": bomb("<"),
    "references": bomb("&#32;"),
    "references that grow": bomb("&a;"),
}
REFUSED = """
from builder import drawings
def answer(data):
    assert len(drawings.refused(data)) < 200
"""


def test_a_bomb_of_a_drawing_takes_neither_time_nor_memory(tried: Tried) -> None:
    assert max(map(len, BOMBS.values())) <= drawings.MOST_BYTES
    assert_cheap(REFUSED, BOMBS)
    assert "larger than 20 kB" in drawings.refused(BOMBS["spaces"] + b" " * drawings.MOST_BYTES)
    tried("bombs of drawings", len(BOMBS))
