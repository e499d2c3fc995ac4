"""Pictures on their way in: read, bounded and made PNG or JPEG, in any thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from app.domain.errors import UserError
from app.views.widgets.rich_text.limits import MAX_PICTURE_BYTES

MAX_PIXELS = 50_000_000
MAX_SIDE = 3_508
"""The long side of A4 at 300 dots per inch; more is never seen."""
LARGE_PNG = 3_000_000
"""Bytes from which a picture without see-through parts is better kept as JPEG."""
TEXT_PIXELS = 640
"""The width of the text on screen and paper, roughly, at ordinary size."""

_KEPT = frozenset({b"png", b"jpeg", b"jpg"})
_JPEG_QUALITY = 90
_PNG_EFFORT = 80


@dataclass(frozen=True, slots=True)
class Prepared:
    """Bytes as they may be kept, and how wide the picture should be, in percent of the text."""

    data: bytes
    width: int


def prepare(source: bytes | QImage) -> Prepared:
    """PNG and JPEG of ordinary size as they are, all else made so; `UserError` when unreadable."""
    if isinstance(source, QImage):
        if source.isNull():
            raise UserError("text_picture_unreadable")
        return Prepared(_encoded(_bounded(source)), percent(source.width()))
    size, kind = measure(source)
    if kind in _KEPT and max(size.width(), size.height()) <= MAX_SIDE:
        # Decoded once, so that a broken one is found now and not on paper.
        _decoded(source)
        return Prepared(source, percent(size.width()))
    return Prepared(_encoded(_bounded(_decoded(source))), percent(size.width()))


def measure(data: bytes) -> tuple[QSize, bytes]:
    """The size and kind that a picture says to have; `UserError` when it is none, or too large."""
    if len(data) > MAX_PICTURE_BYTES:
        raise UserError("text_picture_too_large", size=len(data), limit=MAX_PICTURE_BYTES)
    reader, _buffer = _reader(data)
    size, kind = reader.size(), bytes(reader.format().data())
    if not size.isValid() or size.isEmpty():
        raise UserError("text_picture_unreadable")
    if size.width() * size.height() > MAX_PIXELS:
        raise UserError("text_picture_too_large", size=len(data), limit=MAX_PICTURE_BYTES)
    return size, kind


def shown(data: bytes, width: int) -> QImage:
    """The picture at most `width` pixels wide, for the screen; a null one when unreadable."""
    try:
        size, _ = measure(data)
    except UserError:
        return QImage()
    reader, _buffer = _reader(data)
    if size.width() > width:
        reader.setScaledSize(QSize(width, max(1, size.height() * width // size.width())))
    return reader.read()


def percent(pixels: int) -> int:
    """The width in percent that shows `pixels` at about their own size, at least a quarter."""
    return min(max(round(100 * pixels / TEXT_PIXELS), 25), 100)


def _reader(data: bytes) -> tuple[QImageReader, QBuffer]:
    """A reader over `data`, and the buffer that must live as long."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return reader, buffer


def _decoded(data: bytes) -> QImage:
    reader, _buffer = _reader(data)
    image = reader.read()
    if image.isNull():
        raise UserError("text_picture_unreadable")
    return image


def _bounded(image: QImage) -> QImage:
    if max(image.width(), image.height()) <= MAX_SIDE:
        return image
    return image.scaled(
        MAX_SIDE,
        MAX_SIDE,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _encoded(image: QImage) -> bytes:
    data = _saved(image, b"PNG", _PNG_EFFORT)
    if len(data) > LARGE_PNG and not image.hasAlphaChannel():
        data = _saved(image, b"JPEG", _JPEG_QUALITY)
    return data


def _saved(image: QImage, kind: bytes, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind))
    writer.setQuality(quality)
    writer.write(image)
    return bytes(buffer.data().data())
