"""An ordered list that is as tall as its entries: moved by drag or Alt+arrows, opened by Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.editing.actions import action
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.entries import Entry, EntryModel
from app.views.widgets.naming import named
from app.views.widgets.tall_list import TallList

EDIT, REMOVE, UP, DOWN = _("Rediger"), _("Ta bort"), _("Flytt opp"), _("Flytt ned")


class OrderedList(QWidget):
    """Tells what is wanted; the new order is shown once it is stored."""

    edit_wanted = Signal(int)
    remove_wanted = Signal(int)
    move_wanted = Signal(int, int)

    def __init__(self, voice: Voice, name: str, spoken: str, empty: str) -> None:
        super().__init__()
        named(self, f"ordered-{name}")
        self._model = EntryModel()
        self._model.allow_moves(True)
        self._model.move_wanted.connect(self.move_wanted)
        self.list = TallList(f"list-{name}", spoken, self._model)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.opened.connect(self.edit_wanted)
        self._empty = EmptyState(f"empty-{name}", empty, icon="list")
        self._empty.hide()
        self._add_actions(voice, name, spoken)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.list)
        box.addWidget(self._empty)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these in their order."""
        self.list.show_entries(entries)
        self.list.fit()
        self.list.setVisible(bool(entries))
        self._empty.setVisible(not entries)

    def _add_actions(self, voice: Voice, name: str, spoken: str) -> None:
        word = voice.word
        acts: tuple[tuple[str, str, Callable[[int], object], str], ...] = (
            (EDIT, "edit", self.edit_wanted.emit, "F2"),
            (UP, "up", lambda key: self._step(key, -1), ""),
            (DOWN, "down", lambda key: self._step(key, 1), ""),
            (REMOVE, "remove", self.remove_wanted.emit, "Del"),
        )
        self._acts = [
            action(
                self.list, word(text), f"{name}-{what}", self._for_chosen(act), keys, is_local=True
            )
            for text, what, act, keys in acts
        ]
        self.list.addActions(self._acts)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self._menu = named(QMenu(self), f"menu-{name}", spoken)
        self._menu.addActions(self._acts)

    def _for_chosen(self, act: Callable[[int], object]) -> Callable[[], object]:
        return lambda: None if self.list.key is None else act(self.list.key)

    def _step(self, key: int, step: int) -> None:
        place = self._model.place_of(key)
        if place is not None:
            self._model.want_move(key, place + step)

    def _show_menu(self, at: QPoint) -> None:
        if self.list.indexAt(at).isValid():
            self._menu.popup(self.list.viewport().mapToGlobal(at))
