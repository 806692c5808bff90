"""Makes a picture anew from its dots: a JPEG of moderate size in which nothing else is left.

Where and when a photograph was taken, by which device, what was hidden in the file or appended to
it, all of that stays behind. A file is untrusted: what its first bytes say is looked at before
anything is unpacked, and every limit is a refusal in words.
"""

from __future__ import annotations

import io
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_DOTS = 12_000_000
SIDE = 1200
"""At most so many dots wide and high is what readers get."""

_QUALITY = 82
_KINDS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
_MOST_LAYERS = 60  # programs write about ten into a progressive JPEG; thousands would take minutes
_MODES = frozenset(("1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK"))


class RefusedError(ValueError):
    """A picture that is not shown; the words say why."""


def recipe() -> bytes:
    """What decides, beside the file itself, which bytes come of it."""
    return f"{version('pillow')} {SIDE} {_QUALITY}".encode()


def developed(data: bytes, suffix: str) -> bytes:
    """The same picture as a JPEG that holds its dots and nothing else; raises RefusedError.

    `suffix` is the ending of the file's name, which must tell what it is.
    """
    kind = _KINDS.get(suffix)
    if kind is None:
        small = suffix.lower()
        if small in _KINDS:
            raise RefusedError(f"its ending “{suffix}” must be written “{small}”")
        raise RefusedError(f"“{suffix}” files are not shown")
    _look(data, kind)
    from PIL import Image  # takes a tenth of a second, and few commands see a photograph

    Image.MAX_IMAGE_PIXELS = MOST_DOTS  # Pillow’s own limit, should ours be passed by
    try:
        with Image.open(io.BytesIO(data), formats=[kind]) as image:
            _hold(*image.size)
            if kind != "JPEG" and getattr(image, "is_animated", False):
                raise RefusedError("it moves")
            if image.mode not in _MODES:
                raise RefusedError("it has more than 8 bits for each color")
            return _jpeg(image)
    except RefusedError:
        raise
    except Image.DecompressionBombError as error:
        raise RefusedError(f"it has more than {MOST_DOTS // 1_000_000} million dots") from error
    except Exception as error:  # a broken file makes Pillow raise what its parts raise
        raise RefusedError("it is damaged or not whole") from error


def _look(data: bytes, kind: str) -> None:
    """Say no to what its first bytes rule out, before any of it is unpacked."""
    found = ""
    if data[:3] == b"\xff\xd8\xff":
        found = "JPEG"
        if data.count(b"\xff\xda") > _MOST_LAYERS:
            raise RefusedError("it is made of too many layers")
    elif data[:8] == b"\x89PNG\r\n\x1a\n" and data[12:16] == b"IHDR":
        found = "PNG"
        _hold(int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"))
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        found = "WEBP"
        _look_at_webp(data)
    if found != kind:
        raise RefusedError(f"it is named as {kind} but holds {found or 'something else'}")


def _look_at_webp(data: bytes) -> None:
    """Source: RFC 9649, WebP Image Format, sections 2.5 to 2.7."""

    def number(start: int, size: int) -> int:
        return int.from_bytes(data[start : start + size], "little")

    form = data[12:16]
    if form == b"VP8X":
        if number(20, 1) & 2:
            raise RefusedError("it moves")
        _hold(number(24, 3) + 1, number(27, 3) + 1)
    elif form == b"VP8L":
        _hold((number(21, 4) & 0x3FFF) + 1, (number(21, 4) >> 14 & 0x3FFF) + 1)
    else:
        _hold(number(26, 2) & 0x3FFF, number(28, 2) & 0x3FFF)


def _hold(width: int, height: int) -> None:
    if width * height > MOST_DOTS:
        most = MOST_DOTS // 1_000_000
        raise RefusedError(f"it has {width:,} × {height:,} dots, more than {most} million")


def _jpeg(image: Image) -> bytes:
    from PIL import Image, ImageOps

    image.draft(None, (SIDE, SIDE))  # a large JPEG is unpacked no larger than needed
    image.load()
    upright = ImageOps.exif_transpose(image)
    if upright.has_transparency_data:
        upright = upright.convert("RGBA")
        white = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(white, upright)
    upright = upright.convert("RGB")
    upright.thumbnail((SIDE, SIDE))
    # A new picture has dots alone: comments and profiles would travel with the old one.
    clean = Image.new("RGB", upright.size)
    clean.paste(upright)
    made = io.BytesIO()
    clean.save(made, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return made.getvalue()
