"""What every file to take away is made of: a title, blocks, and what stands at its edges."""

from __future__ import annotations

from dataclasses import dataclass

from builder.exports.blocks import Block


@dataclass(frozen=True, slots=True)
class Paper:
    """One file before it has a format."""

    title: str
    about: str
    """What it is, in a sentence."""
    language: str
    direction: str
    district: str
    over: str
    """What stands over the title: what kind of document it is, and its band."""
    foot: str
    """What stands at the foot of each page: title, district, edition, licence."""
    place: str
    """How a page is numbered in this language, with `{number}` and `{total}`."""
    web: str
    """The words before the address of the page on the web."""
    address: str
    """The address of the page on the web; empty where nobody knows it."""
    code: str
    """The same as a QR code, an SVG."""
    blocks: tuple[Block, ...]
    keys: bool = False
    """Whether answers stand in it: then it is no file for students."""
