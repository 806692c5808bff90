"""Typefaces and language tags for programs that bring their own: Word, PowerPoint, LibreOffice.

A face that a machine lacks is replaced there; these are the ones that Windows and Office have.
"""

from __future__ import annotations

from collections.abc import Mapping

_LATIN = "Arial"
_EAST_ASIAN: Mapping[str, str] = {
    "ja": "Yu Gothic",
    "ko": "Malgun Gothic",
    "zh-Hans": "Microsoft YaHei",
    "zh-Hant": "Microsoft JhengHei",
}
_COMPLEX: Mapping[str, str] = {"km": "Leelawadee UI"}
_TAGS: Mapping[str, str] = {
    "ar": "ar-SA",
    "en": "en-US",
    "es": "es-US",
    "fa": "fa-IR",
    "hy": "hy-AM",
    "ja": "ja-JP",
    "km": "km-KH",
    "ko": "ko-KR",
    "ru": "ru-RU",
    "tl": "fil-PH",
    "vi": "vi-VN",
    "zh-Hans": "zh-CN",
    "zh-Hant": "zh-TW",
}


def tag(language: str) -> str:
    """The language as Office names it: with a country, in which its dictionaries are kept."""
    return _TAGS.get(language, language)


def faces(language: str) -> Mapping[str, str]:
    """The face of each slot of WordprocessingML: ascii, hAnsi, eastAsia, cs."""
    east = _EAST_ASIAN.get(language, _LATIN)
    return {
        "ascii": _LATIN,
        "hAnsi": _LATIN,
        "eastAsia": east,
        "cs": _COMPLEX.get(language, _LATIN),
    }
