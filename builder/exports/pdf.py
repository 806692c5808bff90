"""Blocks as PDF: tagged for screen readers, every script shaped, the same bytes each time.

Source: PDF/UA-1 (ISO 14289-1), which typst checks as it writes. Words reach typst as data, never as
markup. The fonts are Noto's, as Debian packages them: `.ci/bootstrap` puts them in place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields as fields_of
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from builder.exports import pictures
from builder.exports.blocks import Box, Heading, Items, Paragraph, Picture, language_of
from builder.exports.paper import Paper
from builder.settings import direction

_PROGRAM = Path(__file__).with_name("paper.typ")
_MONO = ("Noto Sans Mono", "DejaVu Sans Mono")
_LATIN = ("Noto Sans",)
_CJK = ("Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans CJK JP", "Noto Sans CJK KR")
_OTHERS = ("Noto Sans Arabic", "Noto Sans Armenian", "Noto Sans Khmer", "Noto Sans Symbols 2")
_OF_LANGUAGE: Mapping[str, tuple[str, ...]] = {
    "ar": ("Noto Sans Arabic",),
    "fa": ("Noto Sans Arabic",),
    "hy": ("Noto Sans Armenian",),
    "km": ("Noto Sans Khmer",),
    "ja": ("Noto Sans CJK JP",),
    "ko": ("Noto Sans CJK KR",),
    "zh-Hans": ("Noto Sans CJK SC",),
    "zh-Hant": ("Noto Sans CJK TC",),
}
_REGIONS = {"zh-Hans": "cn", "zh-Hant": "tw"}
_SIZE, _SIZE_OF_SHEETS = 10.5, 12.0  # points
_TALL = frozenset(("ar", "fa", "km"))


def pdf(paper: Paper, root: Path) -> bytes:
    """The paper as PDF/UA-1; raises typst.TypstError where it cannot be one.

    Where no font of this machine has a letter, a box stands on the page and the letter stays in
    what is copied and read aloud. PDF/UA asks to show every letter, so such a file does not claim
    to be one.
    """
    told = json.dumps(_told(paper, root), ensure_ascii=False)
    try:
        return _compiled(told, root, "ua-1")
    except typst.TypstError as error:
        if "could not be displayed with font" not in str(error):
            raise
        return _compiled(told, root, None)


def _compiled(told: str, root: Path, claim: Literal["ua-1"] | None) -> bytes:
    made = _compiler(root).compile(
        _PROGRAM.read_bytes(),
        format="pdf",
        sys_inputs={"data": told},
        pdf_standards=claim,
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return made


def has_run() -> bool:
    """Whether a PDF has been made in this process."""
    return _compiler.cache_info().currsize > 0


@cache
def _compiler(root: Path) -> typst.Compiler:
    """One compiler for all files: it keeps its fonts and what it has parsed."""
    return typst.Compiler(root=root)


def _told(paper: Paper, root: Path) -> dict[str, Any]:
    """What paper.typ is given."""
    tag = paper.language
    own = _OF_LANGUAGE.get(tag, ())
    rest = tuple(one for one in (*_CJK, *_OTHERS) if one not in own)
    return {
        "title": paper.title,
        "about": paper.about,
        "district": paper.district,
        "over": paper.over,
        "foot": paper.foot,
        "place": paper.place,
        "web": paper.web,
        "address": paper.address,
        "code": paper.code,
        "tag": tag,
        "lang": tag.partition("-")[0],
        "region": _REGIONS.get(tag),
        "direction": paper.direction,
        "leading": 0.85 if tag in _TALL else 0.65,
        "size": _SIZE if paper.keys else _SIZE_OF_SHEETS,
        "fonts": [*_LATIN, *own, *rest],
        "mono": [*_MONO, *own, *rest],
        "blocks": [_data(one, root) for one in paper.blocks],
    }


def _data(value: Any, root: Path) -> Any:
    """A block as JSON: its fields and its kind."""
    if is_dataclass(value) and not isinstance(value, type):
        fields = {one.name: _data(getattr(value, one.name), root) for one in fields_of(value)}
        told = {"kind": type(value).__name__.lower(), **fields}
        if isinstance(value, Heading | Paragraph | Items | Box):
            own = language_of((value,))
            told["own"] = {"language": own, "direction": direction(own)} if own else None
        if isinstance(value, Picture):
            told["path"] = pictures.file(root, value.path)
        return told
    if isinstance(value, tuple):
        return [_data(one, root) for one in value]
    return value
