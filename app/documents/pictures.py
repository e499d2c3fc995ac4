"""Pictures from outside made ready for a document: a known format, upright, and no metadata."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from app.domain.errors import UserError

MAX_SIDE = 3_508
"""Pixels: the long side of A4 at 300 dots per inch; more is never seen."""
MAX_FRAMES = 500
FORMATS = ("PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP")

_JPEG_QUALITY = 92
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_KEPT_APPS = (0xE0, 0xEE)
_PLAIN_MODES = ("1", "L", "RGB")


@dataclass(frozen=True, slots=True)
class ReadyPicture:
    """A PNG or JPEG in grey, black and white or RGB; sizes in pixels."""

    data: bytes
    kind: Literal["png", "jpg"]
    width: int
    height: int
    mode: str


def ready_picture(data: bytes, max_side: int = MAX_SIDE) -> ReadyPicture:
    """The first picture in `data`, upright, without metadata; `UserError` when it has none."""
    return next(ready_pictures(data, max_side))


def ready_pictures(data: bytes, max_side: int = MAX_SIDE) -> Iterator[ReadyPicture]:
    """Every page of a TIFF, otherwise the one picture; `UserError` when it cannot be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.simplefilter("ignore", UserWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                pages = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
                for page in range(min(pages, MAX_FRAMES)):
                    image.seek(page)
                    yield _ready(image, data, max_side)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise UserError("picture_too_large") from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise UserError("picture_broken", cause=type(error).__name__) from error
    except (TypeError, KeyError, IndexError, AttributeError, ArithmeticError) as error:
        raise UserError("picture_broken", cause=type(error).__name__) from error


def _ready(image: Image.Image, data: bytes, max_side: int) -> ReadyPicture:
    if image.format == "JPEG":
        shrunk = max(image.size) > max_side
        if shrunk:
            image.draft(None, (max_side, max_side))
        image.load()
        if not shrunk and _is_plain(image):
            return ReadyPicture(without_metadata(data), "jpg", *image.size, image.mode)
    photo = image.format in ("JPEG", "WEBP")
    upright = ImageOps.exif_transpose(image)
    flat = _flat(_in_srgb(upright))
    if max(flat.size) > max_side:
        flat = flat.convert("L") if flat.mode == "1" else flat
        flat.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
    target = io.BytesIO()
    if photo and flat.mode != "1":
        flat.save(target, "JPEG", quality=_JPEG_QUALITY)
        return ReadyPicture(target.getvalue(), "jpg", *flat.size, flat.mode)
    flat.save(target, "PNG")
    return ReadyPicture(target.getvalue(), "png", *flat.size, flat.mode)


def _is_plain(image: Image.Image) -> bool:
    """A JPEG that any reader shows as it is: upright, grey or RGB, no colour profile."""
    upright = image.getexif().get(0x0112, 1) in (0, 1)
    return upright and image.mode in ("L", "RGB") and "icc_profile" not in image.info


def _in_srgb(image: Image.Image) -> Image.Image:
    """`image` in the screen's colours when it carries a profile that can be read."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        changed = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image
    return changed if changed is not None else image


def _flat(image: Image.Image) -> Image.Image:
    """`image` in a plain mode on white, with nothing attached."""
    if image.mode.startswith("I") or image.mode == "F":
        image = _eight_bit(image)
    if image.has_transparency_data:
        above = image.convert("RGBA")
        white = Image.new("RGBA", above.size, "white")
        image = Image.alpha_composite(white, above).convert("RGB")
    if image.mode not in _PLAIN_MODES:
        image = image.convert("RGB")
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    return bare


def _eight_bit(image: Image.Image) -> Image.Image:
    """Grey of more than eight bits, its range stretched over the eight."""
    wide = image.convert("F")
    low, high = wide.getextrema()
    # The stubs think of several bands; a picture of floats has one.
    span = (float(high) - float(low)) or 1.0  # type: ignore[arg-type]
    return wide.point(lambda value: (value - low) * (255.0 / span)).convert("L")


def without_metadata(jpeg: bytes) -> bytes:
    """The JPEG without comments, EXIF (place, camera, owner), and whatever follows its end."""
    kept = [jpeg[:2]]
    at = 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF:
        marker = jpeg[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xD9:
            break
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if marker == 0xDA:
            found = _MARKER.search(jpeg, end)
            end = found.start() if found else len(jpeg)
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE) or marker in _KEPT_APPS:
            kept.append(jpeg[at:end])
        at = end
    return b"".join([*kept, b"\xff\xd9"])
