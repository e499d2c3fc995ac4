"""Pictures on their way in and out: read, bounded and made PNG or JPEG, in any thread.

Pillow, not Qt: Qt's readers wait for each other behind a lock while they call back into Python, so
that two threads can stop each other for good.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageOps

from app.domain.errors import UserError
from app.views.widgets.rich_text.bitmap import Bitmap, Prepared
from app.views.widgets.rich_text.limits import MAX_PICTURE_BYTES

MAX_PIXELS = 50_000_000
MAX_SIDE = 3_508
"""The long side of A4 at 300 dots per inch; more is never seen."""
LARGE_PNG = 3_000_000
"""Bytes from which a picture without see-through parts is better kept as JPEG."""
TEXT_PIXELS = 640
"""The width of the text on screen and paper, roughly, at ordinary size."""

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")
_KEPT = frozenset({"PNG", "JPEG"})
_JPEG_QUALITY = 90
_PNG_EFFORT = 3
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, Warning, Image.DecompressionBombError)
_ODD = (TypeError, LookupError, AttributeError, ArithmeticError, MemoryError)


def prepare(source: bytes | Bitmap) -> Prepared:
    """PNG and JPEG of ordinary size as they are, all else made so; `UserError` when unreadable."""
    if isinstance(source, Bitmap):
        image = Image.frombytes("RGBA", (source.width, source.height), source.pixels)
        return Prepared(_encoded(image), percent(source.width))
    with _opened(source) as image:
        width = percent(image.width)
        # Decoded whole, so that a broken one is found now and not on paper.
        image.load()
        if image.format in _KEPT and max(image.size) <= MAX_SIDE:
            return Prepared(source, width)
        return Prepared(_encoded(ImageOps.exif_transpose(image).convert("RGBA")), width)


def measure(data: bytes) -> tuple[int, int]:
    """Width and height that a picture says to have; `UserError` when it is none, or too large."""
    with _opened(data) as image:
        turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
        return (image.height, image.width) if turned else image.size


def shown(data: bytes, width: int) -> Bitmap | None:
    """The picture at most `width` pixels wide, for the screen; None when it is unreadable."""
    try:
        with _opened(data) as image:
            image.draft("RGB", (width, width))
            upright = ImageOps.exif_transpose(image).convert("RGBA")
            upright.thumbnail((width, MAX_SIDE))
            return Bitmap(*upright.size, upright.tobytes())
    except UserError:
        return None


def percent(pixels: int) -> int:
    """The width in percent that shows `pixels` at about their own size, at least a quarter."""
    return min(max(round(100 * pixels / TEXT_PIXELS), 25), 100)


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """The picture in `data`, not yet decoded; whatever is wrong with it is a `UserError`."""
    if len(data) > MAX_PICTURE_BYTES:
        raise UserError("text_picture_too_large", size=len(data), limit=MAX_PICTURE_BYTES)
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                raise UserError("text_picture_too_large", size=len(data), limit=MAX_PICTURE_BYTES)
            yield image
    except (*_BROKEN, *_ODD) as error:
        raise UserError("text_picture_unreadable") from error


def _encoded(image: Image.Image) -> bytes:
    """As PNG, or as JPEG when that is far too much."""
    image.thumbnail((MAX_SIDE, MAX_SIDE))
    is_opaque = image.getchannel("A").getextrema() == (255, 255)
    plain = image.convert("RGB") if is_opaque else image
    data = _saved(plain, "PNG", compress_level=_PNG_EFFORT)
    if len(data) > LARGE_PNG and is_opaque:
        data = _saved(plain, "JPEG", quality=_JPEG_QUALITY)
    return data


def _saved(image: Image.Image, kind: str, **how: int) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **how)
    return target.getvalue()
