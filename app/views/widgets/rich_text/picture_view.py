"""Pictures in the text as they are seen: at their share of the width, with their description."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from app.domain.errors import UserError
from app.domain.rich_text import Picture
from app.views.theme.palette import current_tokens
from app.views.widgets.rich_text import formats
from app.views.widgets.rich_text.background import Background
from app.views.widgets.rich_text.bitmap import Bitmap, image_of

KEPT = 12
"""Pictures that are kept ready to be painted."""
_MOST_PIXELS_WIDE = 1_600
_MISSING = QSize(640, 160)
_CAPTION_HEIGHT = 20

Load = Callable[[str], bytes | None]


class PictureView(QPyTextObject):
    """Paints the pictures of one document; `arrived` says that one can be painted now."""

    arrived = Signal()

    def __init__(self, document: QTextDocument, load: Load, no_description: str) -> None:
        super().__init__(document)
        self._load = load
        self._no_description = no_description
        self._sizes: dict[str, QSize] = {}
        self._images: OrderedDict[str, QImage | None] = OrderedDict()
        self._background = Background(self)
        document.documentLayout().registerHandler(formats.PICTURE_OBJECT, self)

    def intrinsicSize(self, doc: QTextDocument, position: int, format: QTextFormat) -> QSizeF:
        """The whole width, so that the description has room beside a narrow picture."""
        room = max(doc.pageSize().width() - 2 * doc.documentMargin() - 2, 40.0)
        shown = self._shown(formats.picture_of(format), room)
        return QSizeF(room, shown.height() + _CAPTION_HEIGHT)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        position: int,
        format: QTextFormat,
    ) -> None:
        picture = formats.picture_of(format)
        tokens = current_tokens()
        whole = QRectF(rect)
        place = QRectF(whole.topLeft(), self._shown(picture, whole.width()))
        image = self._image(picture.sha256)
        painter.save()
        if image is None:
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.fillRect(place, QColor(tokens.neutral_soft))
            painter.drawRect(place)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        font = QFont(doc.defaultFont())
        font.setPixelSize(12)
        painter.setFont(font)
        words = picture.description or self._no_description
        painter.setPen(QColor(tokens.muted if picture.description else tokens.warn))
        caption = QRectF(whole.left(), place.bottom(), whole.width(), _CAPTION_HEIGHT)
        cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, caption.width())
        painter.drawText(caption, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
        painter.restore()

    def _shown(self, picture: Picture, room: float) -> QSizeF:
        """The picture's own share of the width."""
        size = self._size(picture.sha256)
        width = room * picture.width / 100
        return QSizeF(width, width * size.height() / max(size.width(), 1))

    def _size(self, sha256: str) -> QSize:
        """The picture's own size, or that of a plain box."""
        if sha256 not in self._sizes:
            self._sizes[sha256] = _size_of(self._load(sha256))
        return self._sizes[sha256]

    def _image(self, sha256: str) -> QImage | None:
        """The picture for the screen; None while it is being read beside the window."""
        if sha256 in self._images:
            self._images.move_to_end(sha256)
            return self._images[sha256]
        self._images[sha256] = None
        data = self._load(sha256)
        if data is not None:
            found = data
            self._background.run(lambda: _shown(found), lambda image: self._keep(sha256, image))
        return None

    def _keep(self, sha256: str, found: Bitmap | None) -> None:
        self._images[sha256] = None if found is None else image_of(found)
        while len(self._images) > KEPT:
            self._images.popitem(last=False)
        self.arrived.emit()


def _size_of(data: bytes | None) -> QSize:
    """Loaded late, as most texts have no pictures."""
    from app.views.widgets.rich_text.picture_data import measure

    try:
        return QSize(*measure(data or b""))
    except UserError:
        return _MISSING


def _shown(data: bytes) -> Bitmap | None:
    from app.views.widgets.rich_text.picture_data import shown

    return shown(data, _MOST_PIXELS_WIDE)
