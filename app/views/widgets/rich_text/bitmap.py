"""Pictures as plain bytes, between the window and the threads that read and write them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Pixels in red, green, blue and opacity, a byte each, row by row; belongs to no thread."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Prepared:
    """Bytes as they may be kept, and how wide the picture should be, in percent of the text."""

    data: bytes
    width: int


def bitmap_of(image: QImage) -> Bitmap:
    """The pixels of a picture of Qt's, copied."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return Bitmap(plain.width(), plain.height(), bytes(plain.constBits()))


def image_of(bitmap: Bitmap) -> QImage:
    """A picture that Qt can paint."""
    wide = bitmap.width * 4
    form = QImage.Format.Format_RGBA8888
    return QImage(bitmap.pixels, bitmap.width, bitmap.height, wide, form).copy()
