"""QR codes for pages on paper, as one path of an SVG drawing.

Source: ISO/IEC 18004; zxing-cpp makes the symbol.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

_QUIET = 4  # modules of white that the standard asks for around the symbol


def drawing(address: str) -> Markup:
    """The QR code of the address as an SVG element, hidden from speech: the address stands by it.

    Error correction is level M, for paper that is folded and stained.
    """
    import zxingcpp  # takes a fiftieth of a second, and few builds draw a code

    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image: Any = code.to_image(scale=1, add_quiet_zones=False)
    width, dots = image.shape[1], bytes(image)
    rows = (dots[at : at + width] for at in range(0, len(dots), width))
    path = "".join(_runs(row, y) for y, row in enumerate(rows, _QUIET))
    size = width + 2 * _QUIET
    return Markup(
        '<svg class="qr" viewBox="0 0 {0} {0}" aria-hidden="true" focusable="false">'
        '<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path stroke="#000" d="{1}"/></svg>'
    ).format(size, path)


def _runs(row: bytes, y: int) -> str:
    """The dark runs of a row (0 is dark), drawn as strokes one module high."""
    told, drawn = [], -1
    dark = row.find(0)
    while dark >= 0:
        end = row.find(255, dark)
        width = (end if end >= 0 else len(row)) - dark
        begin = f"M{dark + _QUIET} {y}.5" if drawn < 0 else f"m{dark - drawn} 0"
        told.append(f"{begin}h{width}")
        drawn = dark + width
        dark = row.find(0, drawn)
    return "".join(told)
