"""The outline icons, drawn in the colour that they are asked for, sharp on every screen."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.views.theme.metrics import ICON
from app.views.theme.palette import current_tokens
from app.views.theme.places import ICONS
from app.views.theme.tokens import Tokens

_NAME, _COLOUR, _SIZE = "iconName", "iconColour", "iconPixels"
_SCALES = (1, 2, 3)


def icon(name: str, colour: str = "muted", size: int = ICON) -> QIcon:
    """The icon `name` in the token `colour` of today's theme; unknown names are our bug."""
    return QIcon(_icon(name, getattr(current_tokens(), colour), size))


def pixmap(name: str, colour: str = "muted", size: int = ICON, scale: float = 1.0) -> QPixmap:
    """The same as a picture for painters, at `scale` physical pixels for each of ours."""
    return _pixmap(name, getattr(current_tokens(), colour), size, scale)


def set_icon(
    wearer: QAbstractButton | QLabel | QAction, name: str, colour: str = "muted", size: int = ICON
) -> None:
    """Give `wearer` an icon that follows the theme (see `refresh_icons`)."""
    wearer.setProperty(_NAME, name)
    wearer.setProperty(_COLOUR, colour)
    wearer.setProperty(_SIZE, size)
    _dress(wearer)


def refresh_icons(wearers: list[QObject]) -> None:
    """Draw the icons of `wearers` anew, after the colours have changed."""
    for wearer in wearers:
        if isinstance(wearer, QAbstractButton | QLabel | QAction) and wearer.property(_NAME):
            _dress(wearer)


def control_picture(name: str, tokens: Tokens, colour: str) -> str:
    """The SVG text of a style sheet's own picture, which must lie on disk in its colour."""
    return _source(name).replace("currentColor", getattr(tokens, colour))


def _dress(wearer: QAbstractButton | QLabel | QAction) -> None:
    name, colour, size = (wearer.property(key) for key in (_NAME, _COLOUR, _SIZE))
    if isinstance(wearer, QLabel):
        wearer.setPixmap(pixmap(name, colour, size, wearer.devicePixelRatioF()))
        wearer.setFixedSize(size, size)
        return
    wearer.setIcon(icon(name, colour, size))
    if isinstance(wearer, QAbstractButton):
        wearer.setIconSize(QSize(size, size))


@cache
def _icon(name: str, colour: str, size: int) -> QIcon:
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(_pixmap(name, colour, size, scale))
    return made


@cache
def _pixmap(name: str, colour: str, size: int, scale: float) -> QPixmap:
    drawing = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


@cache
def _source(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")
