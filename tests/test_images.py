"""Photographs are made anew from their dots alone; what could harm or tell too much is refused."""

from __future__ import annotations

import io
import random
import resource
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin
from promises import LONG, Tried

from builder import developing, images

pytestmark = pytest.mark.promise("images")

SECRET = b"Rosa, 34.0522 N, 118.2437 W"


def picture(width: int = 300, height: int = 200) -> Image.Image:
    """A picture that is dark on its left side and bright on its right."""
    made = Image.linear_gradient("L").rotate(90).resize((width, height))
    return Image.merge("RGB", (made, made, made.point(lambda value: 255 - value)))


def saved(image: Image.Image, kind: str, **more: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **more)
    return stream.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data), formats=["JPEG"])
    image.load()
    return image


def segments(data: bytes) -> set[int]:
    """The markers of a JPEG before its dots begin."""
    found, place = set(), 2
    while data[place + 1] != 0xDA:
        found.add(data[place + 1])
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return found


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, dots: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(dots)) + chunk(b"IEND", b"")


def exif(orientation: int = 1) -> bytes:
    told = Image.Exif()
    told[0x0112] = orientation
    told[0x010E] = SECRET.decode()
    told.get_ifd(0x8825)[1] = "N"
    told.get_ifd(0x8825)[2] = (34.0, 3.0, 8.0)
    return told.tobytes()


def noted() -> PngImagePlugin.PngInfo:
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", SECRET.decode())
    return told


def clean_forms() -> dict[str, tuple[bytes, str]]:
    """Photographs as people have them, each with something that must stay behind."""
    one = picture()
    zipped = b"PK\x03\x04" + SECRET + b"<script>alert(1)</script>"
    return {
        "GPS in EXIF": (saved(one, "JPEG", exif=exif()), ".jpg"),
        "a profile and a comment": (
            saved(one, "JPEG", icc_profile=SECRET * 9, comment=SECRET),
            ".jpeg",
        ),
        "XMP": (saved(one, "JPEG", xmp=b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"), ".jpg"),
        "an archive and a script behind it": (saved(one, "JPEG") + zipped, ".jpg"),
        "two pictures of a phone": (
            saved(one, "MPO", save_all=True, append_images=[picture(40, 40)], exif=exif()),
            ".jpg",
        ),
        "notes in a PNG": (saved(one, "PNG", pnginfo=noted(), exif=exif()), ".png"),
        "an archive behind a PNG": (saved(one, "PNG") + zipped, ".png"),
        "EXIF and XMP in a WebP": (saved(one, "WEBP", exif=exif(), xmp=SECRET), ".webp"),
        "a WebP without loss": (saved(one, "WEBP", lossless=True, exif=exif()), ".webp"),
        "colors for print": (saved(one.convert("CMYK"), "JPEG", exif=exif()), ".jpg"),
        "few colors": (saved(one.convert("P"), "PNG", pnginfo=noted()), ".png"),
        "black and white": (saved(one.convert("1"), "PNG", pnginfo=noted()), ".png"),
    }


@pytest.mark.parametrize("form", clean_forms())
def test_nothing_but_dots_is_left(form: str) -> None:
    data, suffix = clean_forms()[form]
    made = developing.developed(data, suffix)
    assert SECRET not in made
    assert b"PK\x03\x04" not in made
    assert b"script" not in made
    # Its size, its tables, its dots: no EXIF (E1), no profile (E2), no comment (FE).
    assert segments(made) <= {0xE0, 0xDB, 0xC2, 0xC4}
    shown = opened(made)
    assert (shown.size, shown.mode) == ((300, 200), "RGB")
    assert made == developing.developed(data, suffix)
    left, right = shown.getpixel((20, 100)), shown.getpixel((280, 100))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert right[0] > left[0] + 100 or left[0] > right[0] + 100


def test_a_photograph_stands_as_it_was_taken_and_is_no_larger_than_needed() -> None:
    lying = saved(picture(2400, 1200), "JPEG", exif=exif(orientation=6))
    assert opened(developing.developed(lying, ".jpg")).size == (600, 1200)


def test_where_nothing_is_there_is_white() -> None:
    clear = saved(Image.new("RGBA", (8, 8), (0, 0, 0, 0)), "PNG")
    assert opened(developing.developed(clear, ".png")).getpixel((4, 4)) == (255, 255, 255)


def moving(kind: str) -> bytes:
    return saved(picture(), kind, save_all=True, append_images=[picture(300, 200).rotate(90)])


def webp_of(width: int, height: int) -> bytes:
    size = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    body = b"VP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + size
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def layered() -> bytes:
    """A JPEG that draws one layer a thousand times."""
    data = saved(picture(), "JPEG", progressive=True)
    scan = data.index(b"\xff\xda")
    again = data[scan : data.index(b"\xff", scan + 2)]
    return data[:-2] + again * 1000 + data[-2:]


REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "a PNG of 20,000 × 20,000 dots": (
        lambda: png(20_000, 20_000, b"\0" * 60_000_000), ".png", "20,000 × 20,000 dots"
    ),
    "a PNG that claims two billion": (
        lambda: png(0x7FFFFFFF, 0x7FFFFFFF, b""), ".png", "more than 12 million"
    ),
    "a JPEG of 20,000 × 20,000 dots": (
        lambda: saved(Image.new("L", (20_000, 20_000)), "JPEG"), ".jpg", "more than 12 million dots"
    ),
    "a WebP that claims 16,777,216 × 2": (lambda: webp_of(1 << 24, 2), ".webp", "more than"),
    "a moving WebP": (lambda: moving("WEBP"), ".webp", "it moves"),
    "a moving PNG": (lambda: moving("PNG"), ".png", "it moves"),
    "a moving GIF": (lambda: moving("GIF"), ".gif", "not shown"),
    "a PNG named as a JPEG": (
        lambda: saved(picture(), "PNG"), ".jpg", "named as JPEG but holds PNG"
    ),
    "a JPEG named as a WebP": (lambda: saved(picture(), "JPEG"), ".webp", "holds JPEG"),
    "a script named as a PNG": (lambda: b"<svg onload=alert(1)>", ".png", "something else"),
    "a drawing": (lambda: b"<svg/>", ".svg", "not shown"),
    "nothing": (lambda: b"", ".jpg", "something else"),
    "half a JPEG": (lambda: saved(picture(), "JPEG")[:2000], ".jpg", "damaged"),
    "half a PNG": (lambda: saved(picture(), "PNG")[:300], ".png", "damaged"),
    "half a WebP": (lambda: saved(picture(), "WEBP")[:200], ".webp", "damaged"),
    "a head without a body": (lambda: webp_of(10, 10), ".webp", "damaged"),
    "a PNG with 16 bits": (
        lambda: saved(Image.new("I;16", (9, 9)), "PNG"), ".png", "more than 8 bits"
    ),
    "a JPEG of a thousand layers": (layered, ".jpg", "too many layers"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_could_harm_is_refused_at_once(name: str) -> None:
    make, suffix, says = REFUSED[name]
    data = make()
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    with pytest.raises(developing.RefusedError, match=says):
        developing.developed(data, suffix)
    assert time.process_time() - start < 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000  # kB


def test_a_damaged_file_is_shown_or_refused_and_nothing_else(tried: Tried) -> None:
    chance = random.Random(7)
    forms = [saved(picture(60, 40), kind) for kind in ("JPEG", "PNG", "WEBP")]
    suffixes = (".jpg", ".png", ".webp")
    rounds = 20_000 if LONG else 600
    for number in range(rounds):
        data = bytearray(forms[number % 3])
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        del data[chance.randrange(len(data) // 2, len(data) + 1) :]
        try:
            made = developing.developed(bytes(data), suffixes[number % 3])
        except developing.RefusedError:
            continue
        assert segments(made) <= {0xE0, 0xDB, 0xC2, 0xC4}
    tried("damaged photographs", rounds)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / images.FOLDER).mkdir(parents=True)
    return tmp_path


def test_a_link_and_a_large_file_are_not_read(folder: Path) -> None:
    outside = folder / "outside.png"
    outside.write_bytes(saved(picture(), "PNG"))
    (folder / images.FOLDER / "linked.png").symlink_to(outside)
    (folder / images.FOLDER / "large.png").write_bytes(bytes(images.MOST_BYTES + 1))
    told = {path: images.refused(folder, path) for path in images.images(folder)}
    assert told == {
        f"{images.FOLDER}/large.png": "it is larger than 2 MB",
        f"{images.FOLDER}/linked.png": "it is a link to another file",
    }
    assert not (folder / images.KEPT).exists()


def test_a_folder_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/plate.png").write_bytes(saved(picture(), "PNG"))
    (tmp_path / "curriculum").mkdir()
    (tmp_path / images.FOLDER).symlink_to(tmp_path / "outside")
    assert [images.refused(tmp_path, one) for one in images.images(tmp_path)] in (
        [],
        ["it is a link to another file"],
    )


def test_what_is_kept_is_believed_only_as_long_as_it_is_whole(folder: Path) -> None:
    file = folder / images.FOLDER / "plate.png"
    file.write_bytes(saved(picture(), "PNG"))
    kept = images.shown(folder, "plate")
    good = kept.read_bytes()
    kept.write_bytes(good[:-1])
    assert images.shown(folder, "plate").read_bytes() == good
    file.write_bytes(saved(picture(90, 90), "PNG"))
    now = images.shown(folder, "plate")
    assert opened(now.read_bytes()).size == (90, 90)
    images.forget_others(folder, {now})
    assert list((folder / images.KEPT).iterdir()) == [now]
