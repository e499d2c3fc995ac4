"""What can be done in the calendar's tabs, in the menu, by keys and with the right mouse button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.i18n.catalogue import _
from app.services.year.days import Line
from app.services.year.facts import YearMeeting
from app.views.editing.actions import action, on_enter, say_why_not, separator, submenu
from app.views.meetings.page import DELETE, NEW_MEETING, OPEN
from app.views.meetings.workspace_actions import CANCEL
from app.views.year.calendar.desk import CalendarDesk, why_not_deleted, why_not_moved
from app.views.year.calendar.filter_bar import SHOW_DEADLINES

OPEN_LINE = _("Åpne")
MOVE = _("Flytt møtet")
CHOOSE_MEETING = _("Velg et møte først.")
_MOVES = {
    "move-day-on": (_("En dag fram"), Qt.Key.Key_Right, 1),
    "move-day-back": (_("En dag tilbake"), Qt.Key.Key_Left, -1),
    "move-week-on": (_("En uke fram"), Qt.Key.Key_Down, 7),
    "move-week-back": (_("En uke tilbake"), Qt.Key.Key_Up, -7),
}
_DAYS = {key: days for _words, key, days in _MOVES.values()}


class CalendarActions(QObject):
    """Acts on the line that `chosen` gives; `day` is where a new meeting would be.

    `view` is the widget with the days or lines, in which the local keys count.
    """

    def __init__(
        self,
        owner: QWidget,
        view: QWidget,
        desk: CalendarDesk,
        chosen: Callable[[], Line | None],
        day: Callable[[], date],
    ) -> None:
        super().__init__(owner)
        self._owner, self._view, self._desk = owner, view, desk
        self._chosen = chosen
        word = desk.bench.voice.word
        self.new = new_action(owner, desk, day)
        self.open = action(
            owner, word(OPEN), "open-line", self._open, icon="external-link", is_local=True
        )
        on_enter(self.open)
        self._moves = [
            action(
                owner,
                word(title),
                name,
                partial(self._move, days),
                QKeySequence(Qt.KeyboardModifier.AltModifier | key).toString(),
                is_local=True,
            )
            for name, (title, key, days) in _MOVES.items()
        ]
        self.delete = action(
            owner, word(DELETE), "delete-chosen", self._delete, "Delete", icon="trash-2",
            is_local=True,
        )  # fmt: skip
        self.cancel = action(
            owner, word(CANCEL), "cancel-meeting", self._cancel, icon="circle-x", is_local=True
        )
        self.deadlines = deadlines_action(owner, desk)
        self._move_menu = submenu(owner, word(MOVE), "move-meeting", self._moves)
        for act in (self.open, self.delete, *self._moves):
            view.addAction(act)
        view.installEventFilter(self)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        desk.sifted.connect(self.refresh)
        self.refresh()

    def on_line(self) -> Sequence[QAction]:
        """What can be done with the chosen line, or on the chosen day."""
        return (
            self.new,
            separator(self._owner),
            self.open,
            self._move_menu.menuAction(),
            self.cancel,
            self.delete,
        )

    def all(self) -> Sequence[QAction]:
        """The same for the page's menu, with what is shown."""
        return (*self.on_line(), separator(self._owner), self.deadlines)

    def _cancel(self) -> None:
        line = self._chosen()
        if isinstance(line, YearMeeting):
            self._desk.cancel(self._owner, line)

    def refresh(self) -> None:
        """The chosen line is another: what can be done with it, and why not."""
        voice, line = self._desk.bench.voice, self._chosen()
        is_meeting = isinstance(line, YearMeeting)
        self.open.setText(voice.word(OPEN if is_meeting or line is None else OPEN_LINE))
        self.open.setEnabled(line is not None)
        first = voice.word(CHOOSE_MEETING)
        not_moved = not_deleted = None if is_meeting else first
        if isinstance(line, YearMeeting) and not line.can_move:
            not_moved = voice.say(why_not_moved(line))
            not_deleted = voice.say(why_not_deleted(line))
        for act in self._moves:
            say_why_not(act, not_moved)
        say_why_not(self.cancel, not_moved)
        self._move_menu.menuAction().setEnabled(not_moved is None)
        say_why_not(self.delete, not_deleted)

    def pop_up(self, at: QPoint) -> None:
        """The menu of the chosen line, at a point on the screen."""
        menu = QMenu(self._owner)
        menu.setObjectName("calendar-menu")
        menu.setToolTipsVisible(True)
        menu.addActions(list(self.on_line()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt with the arrows moves a chosen meeting; else it leads back and forward as always."""
        if not isinstance(event, QKeyEvent) or not isinstance(self._chosen(), YearMeeting):
            return False
        days = _DAYS.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if days is None or held != Qt.KeyboardModifier.AltModifier:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress:
            self._move(days)
            return True
        return False

    def _open(self) -> None:
        line = self._chosen()
        if line is not None:
            self._desk.open(self._owner, line)

    def _move(self, days: int) -> None:
        line = self._chosen()
        # In a file that is only read the menu's line is off, whatever the meeting.
        if isinstance(line, YearMeeting) and (self._moves[0].isEnabled() or not line.can_move):
            self._desk.move(self._owner, line, line.held_on + timedelta(days=days))

    def _delete(self) -> None:
        line = self._chosen()
        if isinstance(line, YearMeeting):
            self._desk.delete(line)


def new_action(owner: QWidget, desk: CalendarDesk, day: Callable[[], date]) -> QAction:
    """A new meeting on the day that `day` gives."""
    made = action(
        owner,
        f"{desk.bench.voice.word(NEW_MEETING)} …",
        "new-meeting",
        lambda: desk.ask_new(owner, day()),
        icon="plus",
    )
    made.setShortcuts([QKeySequence("Ctrl+Shift+N"), QKeySequence(Qt.Key.Key_Insert)])
    made.setShortcutVisibleInContextMenu(True)
    owner.addAction(made)
    return made


def deadlines_action(owner: QWidget, desk: CalendarDesk) -> QAction:
    """Show deadlines or leave them out; ticked while they show."""
    made = action(
        owner,
        desk.bench.voice.word(SHOW_DEADLINES),
        "show-deadlines",
        lambda: desk.show_deadlines(not desk.with_deadlines),
        "Ctrl+Shift+F",
    )
    made.setCheckable(True)
    made.setChecked(desk.with_deadlines)
    desk.sifted.connect(lambda: made.setChecked(desk.with_deadlines))
    owner.addAction(made)
    return made
