"""The small editor over a line of the agenda: how long it takes, who presents it, what it is
called."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.agendas import AgendaLine
from app.views.editing.plain_widgets import Minutes
from app.views.theme.metrics import LARGE, SMALL
from app.views.widgets.naming import named
from app.views.widgets.text import ShortText

MINUTES = _("Minutter")
MINUTE_UNIT = _("min")
PRESENTER = _("Hvem som legger fram")
OFFICER_PRESENTS = _("Legges fram av {officer}")
TITLE = _("Tittel")


@dataclass(frozen=True, slots=True)
class LineEdit:
    """What a line is to be: its title is None where the case gives it."""

    title: str | None
    minutes: int
    presenter: str

    def is_same_as(self, line: AgendaLine) -> bool:
        """Whether the line is so already."""
        has_title = self.title is None or self.title == line.title
        return has_title and (self.minutes, self.presenter) == (line.minutes, line.presenter)


class InlineEditor(QFrame):
    """Enter or going elsewhere stores, Escape leaves it as it was, Tab walks the fields."""

    finished = Signal(bool)
    """Once: whether what stands in the fields is to be stored."""

    def __init__(self, voice: Voice, line: AgendaLine, parent: QWidget) -> None:
        super().__init__(parent)
        self.item_id = line.id
        self.setAutoFillBackground(True)
        named(self, "inline-editor", line.title)
        box = QVBoxLayout(self)
        box.setContentsMargins(LARGE - 2, SMALL - 2, LARGE - 2, SMALL - 2)
        box.setSpacing(SMALL - 2)
        self._title: QLineEdit | None = None
        if line.case_id is None:
            self._title = named(QLineEdit(line.title, self), "inline-title", voice.word(TITLE))
            box.addWidget(self._title)
        else:
            box.addWidget(ShortText(line.title, "medium"))
        self._minutes = named(
            Minutes("inline-minutes", voice.word(MINUTE_UNIT), self),
            "inline-minutes",
            voice.word(MINUTES),
        )
        self._minutes.setValue(line.minutes)
        self._presenter = named(
            QLineEdit(line.presenter, self), "inline-presenter", voice.word(PRESENTER)
        )
        self._presenter.setPlaceholderText(_who_else(voice, line))
        self._is_heading = line.kind.value == "heading"
        if self._is_heading:
            self._minutes.hide()
            self._presenter.hide()
        else:
            row = QHBoxLayout()
            row.setSpacing(SMALL)
            row.addWidget(self._minutes)
            row.addWidget(self._presenter, 1)
            box.addLayout(row)
        first = self._title if self._is_heading and self._title is not None else self._minutes
        self.setFocusProxy(first)
        self._is_finished = False
        for field in (self._title, self._minutes, self._presenter):
            if field is not None:
                field.installEventFilter(self)
        QTimer.singleShot(0, self, lambda: self._select(first))

    def answer(self) -> LineEdit:
        """What stands in the fields."""
        title = self._title.text() if self._title is not None else None
        return LineEdit(title, self._minutes.value(), self._presenter.text())

    def sizeHint(self) -> QSize:
        return QSize(200, super().sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._end_if_left)
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._end(True)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._end(False)
                return True
        return False

    def _end_if_left(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self._end(True)

    def _end(self, is_kept: bool) -> None:
        if not self._is_finished:
            self._is_finished = True
            self._minutes.interpretText()
            self.finished.emit(is_kept)

    def _select(self, field: QWidget) -> None:
        if isinstance(field, QLineEdit | Minutes):
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.selectAll()


def _who_else(voice: Voice, line: AgendaLine) -> str:
    if line.officer:
        return voice.fill(OFFICER_PRESENTS, officer=line.officer)
    return voice.word(PRESENTER)
