"""QR codes for pages on paper, as one path of an SVG drawing.

The mask is fixed: choosing the best of eight takes ten times as long, and every reader takes any.
Source: ISO/IEC 18004; segno makes the symbol.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import segno
from markupsafe import Markup

_MASK = 3
_QUIET = 4  # modules of white that the standard asks for around the symbol


def drawing(address: str) -> Markup:
    """The QR code of the address as an SVG element, hidden from speech: the address stands by it.

    Error correction is level M, for paper that is folded and stained.
    """
    code = segno.make(address, micro=False, error="m", boost_error=False, mask=_MASK)
    size = len(code.matrix) + 2 * _QUIET
    path = "".join(_runs(row, y + _QUIET) for y, row in enumerate(code.matrix))
    return Markup(
        '<svg class="qr" viewBox="0 0 {0} {0}" aria-hidden="true" focusable="false">'
        '<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path stroke="#000" d="{1}"/></svg>'
    ).format(size, path)


def _runs(row: Iterable[int], y: int) -> str:
    """The dark runs of a row, drawn as strokes one module high."""
    told, x, written = [], _QUIET, -1
    for dark, run in groupby(row):
        width = len(list(run))
        if dark:
            told.append(f"M{x} {y}.5h{width}" if written < 0 else f"m{x - written} 0h{width}")
            written = x + width
        x += width
    return "".join(told)
