"""What lies on the clipboard, and what of it a rich text can hold; never the network or the disk.

`QMimeData` is asked for text, HTML, our own form and bitmaps. Qt's own way, `setHtml`, is not
used: it opens pictures that a page names on the disk, and keeps colours and fonts.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QStandardItemModel

from app.domain.errors import UserError
from app.domain.rich_text import RichText, from_json, to_json, to_plain
from app.domain.rich_text_form import normalised
from app.views.widgets.rich_text.bitmap import Bitmap, bitmap_of
from app.views.widgets.rich_text.html_writer import to_html
from app.views.widgets.rich_text.limits import MAX_MARKUP, limited
from app.views.widgets.rich_text.plain_reader import read_plain
from app.views.widgets.rich_text.reading import Reading

OWN_TYPE = "application/x-rundgang-rich-text"
"""Lossless between our own editors: the stored form, as JSON."""

SMALL = 40_000
"""Characters that are read at once; more are read beside the window."""

_PICTURES = ("image/png", "image/jpeg")


@dataclass(frozen=True, slots=True)
class Clip:
    """What was copied, in every form that it came in."""

    own: str = ""
    html: str = ""
    text: str = ""
    picture: bytes | Bitmap | None = None
    has_files: bool = False

    @property
    def is_small(self) -> bool:
        """Whether it can be read without anybody noticing."""
        return len(self.own) + len(self.html) + len(self.text) <= SMALL

    @property
    def is_only_files(self) -> bool:
        """Whether there is nothing but files, which belong among the attachments."""
        return self.has_files and not self.html and not self.own and self.picture is None


def can_take(mime: QMimeData) -> bool:
    """Whether there is something in it for a text; files are for whoever holds the editor."""
    if mime.hasUrls() and any(url.isLocalFile() for url in mime.urls()):
        return mime.hasHtml() or mime.hasFormat(OWN_TYPE) or mime.hasImage()
    return mime.hasText() or mime.hasHtml() or mime.hasFormat(OWN_TYPE) or mime.hasImage()


def clip_of(mime: QMimeData, *, plain: bool = False) -> Clip:
    """Everything that `mime` has to offer, or its plain text alone."""
    if plain:
        return Clip(text=mime.text())
    own = bytes(mime.data(OWN_TYPE).data()) if mime.hasFormat(OWN_TYPE) else b""
    return Clip(
        own=own[:MAX_MARKUP].decode("utf-8", "replace"),
        html=mime.html() if mime.hasHtml() else "",
        text=mime.text() if mime.hasText() else "",
        picture=_picture(mime),
        has_files=mime.hasUrls() and any(url.isLocalFile() for url in mime.urls()),
    )


def read_clip(clip: Clip, *, literal: bool = False) -> Reading:
    """The best of what `clip` holds: our own form, else HTML, else plain text."""
    if clip.own:
        try:
            text, reasons = limited(normalised(from_json(clip.own)))
            return Reading(text, reasons=reasons)
        except (UserError, RecursionError):
            pass  # written by something else than an editor of ours
    found = _read_html(clip.html) if clip.html else Reading(RichText())
    is_picture = clip.picture is not None and bool(clip.html)
    if found.text.blocks or is_picture or not clip.text.strip():
        return found
    text, reasons = limited(normalised(read_plain(clip.text, literal=literal)))
    return Reading(text, reasons=(*reasons, *found.reasons))


def warm_up() -> None:
    """Load what reads pages and pictures, before the first paste needs it; in any thread."""
    import_module("app.views.widgets.rich_text.html_reader")
    import_module("app.views.widgets.rich_text.picture_data")


def _read_html(html: str) -> Reading:
    # The parser takes as long to load as a page may take to open.
    from app.views.widgets.rich_text.html_reader import read_html

    return read_html(html)


def mime_of(text: RichText) -> QMimeData:
    """What another program, or another editor of ours, gets when `text` is copied."""
    made = _empty_mime()
    made.setText(to_plain(text))
    made.setHtml(to_html(text))
    made.setData(OWN_TYPE, to_json(text).encode())
    return made


def _empty_mime() -> QMimeData:
    """One that Qt made itself.

    What Python made may lie on the clipboard until after Python is gone, and ends in a crash.
    """
    model = QStandardItemModel(1, 1)
    made = model.mimeData([model.index(0, 0)])
    for kind in made.formats():
        made.removeFormat(kind)
    return made


def _picture(mime: QMimeData) -> bytes | Bitmap | None:
    """The bitmap, as the bytes that it came in where they are known."""
    for kind in _PICTURES:
        if mime.hasFormat(kind) and (data := bytes(mime.data(kind).data())):
            return data
    if not mime.hasImage():
        return None
    image = mime.imageData()
    return bitmap_of(image) if isinstance(image, QImage) and not image.isNull() else None
