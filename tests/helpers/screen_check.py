"""Looks over a screen as a picky reader would: cut words, faint words, nameless controls, English.

`screen_findings(widget)` returns sentences; an empty list is a clean screen. It works on anything
that is shown, also on pages that are only filled for a test.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from app.i18n.voice import Voice
from app.views.theme.tokens import contrast
from app.views.widgets.stepper import Stepper
from app.views.widgets.text import ShortText
from app.views.widgets.typed_field import TypedField

READABLE = 4.5
MARK = "⟦"

_GIVEAWAYS = """
    and are the this that with without cancel close open save delete remove undo redo copy paste
    cut select search loading error warning yes file files folder name size date today next
    previous back forward show hide new edit settings help about untitled choose directory
"""
ENGLISH = frozenset(_GIVEAWAYS.split())
"""Words that give a forgotten English text away; none of them is a bokmål word."""

_INSIDES = (QComboBox, QAbstractSpinBox, QCalendarWidget, QLineEdit, QTabBar, QHeaderView, QMenuBar)
"""Qt builds these of parts of its own; the whole has the name."""


def screen_findings(root: QWidget) -> list[str]:
    """Everything that is wrong with what `root` shows now."""
    return [*cut_words(root), *faint_words(root), *nameless_controls(root), *english_words(root)]


def shown(root: QWidget) -> Iterator[QWidget]:
    """`root` and the widgets in it that are on screen, without the insides of Qt's own."""
    yield root
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and widget.width() > 0 and not _is_inside(widget):
            yield widget


def cut_words(root: QWidget) -> list[str]:
    """Words that have less room than they need, and are not shortened on purpose."""
    return _off_the_edge(root) + [
        f"cut: {_called(widget)} needs {needs.width()}×{needs.height()}, "
        f"has {widget.width()}×{widget.height()}"
        for widget in shown(root)
        if (needs := _needs(widget)) is not None
        and (needs.width() > widget.width() + 1 or needs.height() > widget.height() + 2)
    ]


def faint_words(root: QWidget) -> list[str]:
    """Words whose colour is too close to the ground that is really painted behind them."""
    picture = root.grab().toImage()
    found = []
    for widget in shown(root):
        ink = _ink(widget)
        if ink is None or not widget.isEnabled() or _is_scrolled_away(widget, root):
            continue
        corner = widget.mapTo(root, QPoint(0, 0)) if widget is not root else QPoint(0, 0)
        ground = _ground(picture, QRect(corner, widget.size()), root.devicePixelRatioF())
        if ground is None:
            continue
        ratio = contrast(ink, ground)
        if ratio < READABLE:
            found.append(f"faint: {_called(widget)} has {ratio:.1f} ({ink} on {ground})")
    return found


def nameless_controls(root: QWidget) -> list[str]:
    """Controls without an objectName, or with nothing to say to a screen reader."""
    found = []
    for widget in shown(root):
        if not _is_control(widget):
            continue
        if not widget.objectName() or widget.objectName().startswith("qt_"):
            found.append(f"no objectName: {_called(widget)}")
        if not spoken_name(widget):
            found.append(f"no accessible name: {_called(widget)}")
    return found


def english_words(root: QWidget) -> list[str]:
    """Texts with a word that only English has."""
    return [
        f"English: {text!r} in {where}"
        for where, text in texts(root)
        if ENGLISH & set(re.findall(r"[^\W\d_]+", text.casefold()))
    ]


def untranslated(root: QWidget, data: Callable[[str], bool]) -> list[str]:
    """Texts that did not pass through a `MarkingVoice`; `data` tells what is the user's own."""
    return [
        f"not translated: {text!r} in {where}"
        for where, text in texts(root)
        if MARK not in text and re.search(r"[^\W\d_]{2}", text) and not data(text)
    ]


def texts(root: QWidget) -> list[tuple[str, str]]:
    """Every text that is shown or spoken, with where it stands."""
    found: list[tuple[str, str]] = []
    for widget in shown(root):
        where = _called(widget)
        for reader in ("text", "title", "placeholderText", "currentText", "toolTip"):
            found.append((where, _read(widget, reader)))
        found.append((where, widget.accessibleName()))
        found.append((where, widget.accessibleDescription()))
        if isinstance(widget, QTabBar):
            found += [(where, widget.tabText(place)) for place in range(widget.count())]
        if isinstance(widget, QMenuBar):
            found += [(where, text) for text in _menu_texts(widget.actions())]
    return [(where, text) for where, text in found if text]


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


@dataclass(frozen=True, slots=True)
class MarkingVoice(Voice):
    """Says the same, with marks around every word that was asked for by its msgid."""

    def word(self, message: str) -> str:
        return f"{MARK}{Voice.word(self, message)}⟧"

    def label(self, group: str, code: str) -> str:
        return f"{MARK}{Voice.label(self, group, code)}⟧"

    def say(self, said: Any) -> str:
        return f"{MARK}{Voice.say(self, said)}⟧"


def _off_the_edge(root: QWidget) -> list[str]:
    """Areas whose content is wider than they are, and cannot be scrolled sideways."""
    return [
        f"off the edge: {_called(area)} holds {inside.width()}, shows {area.viewport().width()}"
        for area in shown(root)
        if isinstance(area, QScrollArea)
        and area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        and (inside := area.widget()) is not None
        and inside.width() > area.viewport().width()
    ]


def _needs(widget: QWidget) -> Any:
    """The room that its words ask for; `None` when they may be cut or scrolled."""
    if isinstance(widget, ShortText):
        return None
    if isinstance(widget, QLabel) and widget.text() and widget.wordWrap():
        hint = widget.sizeHint()
        hint.setHeight(widget.heightForWidth(widget.width()))
        hint.setWidth(min(hint.width(), widget.width()))
        return hint
    if isinstance(widget, QLabel | QPushButton | QCheckBox | QRadioButton):
        return widget.minimumSizeHint() if widget.text() else None
    if isinstance(widget, TypedField | QComboBox):
        words = widget.text() if isinstance(widget, TypedField) else widget.currentText()
        hint = widget.size()
        hint.setWidth(widget.fontMetrics().horizontalAdvance(words) + 22)
        return hint
    return widget.minimumSizeHint() if isinstance(widget, Stepper | QTabBar) else None


def _ink(widget: QWidget) -> str | None:
    """The colour of its words, as the style sheet set it."""
    if isinstance(widget, QLabel) and widget.text():
        return widget.palette().color(QPalette.ColorRole.WindowText).name()
    if isinstance(widget, QPushButton) and widget.text():
        return widget.palette().color(QPalette.ColorRole.ButtonText).name()
    if isinstance(widget, QLineEdit) and widget.text():
        return widget.palette().color(QPalette.ColorRole.Text).name()
    return None


def _ground(picture: QImage, place: QRect, scale: float) -> str | None:
    """The colour that most of `place` is painted in."""
    scaled = QRect(place.topLeft() * scale, place.size() * scale).adjusted(2, 2, -2, -2)
    part = scaled.intersected(picture.rect())
    if part.width() < 4 or part.height() < 4:
        return None
    colours = Counter(
        picture.pixelColor(x, y).name()
        for y in range(part.top(), part.bottom(), 2)
        for x in range(part.left(), part.right(), 2)
    )
    return QColor(colours.most_common(1)[0][0]).name() if colours else None


def _is_scrolled_away(widget: QWidget, root: QWidget) -> bool:
    return widget is not root and widget.visibleRegion().isEmpty()


def _is_control(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractButton):
        return True
    return bool(widget.focusPolicy().value & 1) and not isinstance(widget, QMenuBar)


def _is_inside(widget: QWidget) -> bool:
    """A viewport, a scroll bar, the line inside a choice: parts that Qt named, or left nameless."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, _INSIDES):
            return True
        parent = parent.parentWidget()
    owner = widget.parentWidget()
    is_part = isinstance(owner, QAbstractScrollArea) and not isinstance(widget, QLabel)
    return is_part and widget.objectName().startswith("qt_")


def _menu_texts(actions: list[QAction]) -> Iterator[str]:
    for action in actions:
        yield action.text().replace("&", "")
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from _menu_texts(menu.actions())


def _read(widget: QWidget, reader: str) -> str:
    read = getattr(widget, reader, None)
    if read is None:
        return ""
    try:
        value = read()
    except TypeError:  # takes arguments, so it is another kind of text
        return ""
    return value.replace("&", "") if isinstance(value, str) else ""


def _called(widget: QWidget) -> str:
    words = widget.objectName() or _read(widget, "text")[:30] or "?"
    return f"{type(widget).__name__}({words})"
