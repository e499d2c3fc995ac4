"""Rundgangen: who hosted, who is to host, why, and a picture of it (R17, R18)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QPushButton, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import capital
from app.services.changes import Changes, Kind
from app.services.hosting import words as said
from app.services.hosting.facts import HostTurnRow, RoundView
from app.services.hosting.picture import measure_ahead
from app.services.hosting.service import AHEAD, MOST_AHEAD
from app.services.house import House
from app.services.year.facts import YearView
from app.tasks.store_threads import Ticket
from app.views.editing.actions import action, say_why_not, separator
from app.views.members.rows import RowsSource
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import LARGE, MEDIUM, SMALL, TINY
from app.views.widgets.buttons import button, say_why
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layout import page_margins, row, scrolled
from app.views.widgets.naming import named
from app.views.widgets.table import DataTable
from app.views.widgets.table_model import WindowedModel
from app.views.widgets.text import ShortText, Text
from app.views.year import round_words as words
from app.views.year.round_deeds import Chosen, RoundDeeds
from app.views.year.round_export import EXPORT_TITLE, PRINT_TITLE, RoundExport
from app.views.year.round_picture import RoundCanvas
from app.views.year.tab import YearTab

NO_ROUND = _(
    "Ingen av organene har vertskap på omgang. Når et organ har det, står turene her med hvem som "
    "har vært vert, og hvem som står for tur."
)
_READ_ANEW = frozenset({Kind.MEETING, Kind.INSTITUTION, Kind.BODY, Kind.COUNCIL, Kind.WHEEL})
_ROWS, _STRIP = 7, 84


class RoundTab(YearTab):
    """The page's year only decides which turn is chosen first."""

    def __init__(self, bench: Workbench, house: House) -> None:
        super().__init__()
        voice = bench.voice
        named(self, "round-tab", voice.word(words.ROUND))
        self._bench, self._house = bench, house
        self._year: int | None = None
        self._view: RoundView | None = None
        self._ticket: Ticket | None = None
        self._is_new_year = False
        self._source = RowsSource(words.columns(voice), lambda turn: turn.key)
        self._model = WindowedModel(self._source.columns, self._source)
        self.table = DataTable("table-round", voice.word(words.ROUND), self._model, bench.memory)
        self.canvas = RoundCanvas(voice)
        self.export = RoundExport(bench, house, self)
        self.deeds = RoundDeeds(bench, house, self, self._chosen)
        self._first = named(ShortText("", "medium"), "round-first")
        self._rest = named(Text("", "small", "muted", wraps=True), "round-rest")
        self._empty = EmptyState("no-round", voice.word(NO_ROUND), icon="refresh-cw")
        self._buttons: dict[QPushButton, Callable[[], str | None]] = {}
        self._actions = self._make_actions()
        self.card = Card(voice.word(words.ROUND), "card-round", action=self._make_buttons())
        self.picture_card = Card(
            voice.word(words.PICTURE), "card-round-picture", action=self._picture_buttons()
        )
        self._build()
        self._tell()

    def show_year(self, view: YearView) -> None:
        """Read the round, far enough ahead to hold that year, and choose its first turn."""
        self._is_new_year = self._is_new_year or view.year != self._year
        self._year = view.year
        self._read(view.today.year)

    def refresh_if(self, changes: Changes) -> None:
        """The page reads its year anew for the same changes, and shows it here."""
        if changes.kinds & _READ_ANEW and self._view is not None:
            self._read(self._view.on.year)

    def page_actions(self) -> Sequence[QAction]:
        """What can be done with the chosen turns, and with the picture."""
        return self._actions

    def take_focus(self) -> None:
        """The keyboard starts in the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_export(self) -> None:
        """Ask for a file to write the picture into."""
        if self._view is not None:
            self.export.ask(self._view)

    def print_out(self) -> None:
        """Ask for a printer."""
        if self._view is not None:
            self.export.print_out()

    def _read(self, this_year: int) -> None:
        if self._ticket is not None:
            self._ticket.drop()
        year = self._year or this_year
        ahead = min(max(2 * (year + 1 - this_year), AHEAD), MOST_AHEAD)
        hosting, voice = self._house.hosting, self._bench.voice

        def read() -> RoundView | None:
            if not hosting.has_round():
                return None
            view = hosting.view(ahead=ahead)
            measure_ahead(view, voice)
            return view

        self._ticket = self._bench.read(read, self._show)

    def _show(self, view: RoundView | None) -> None:
        self._view = view
        for part in (self.card, self.picture_card):
            part.setVisible(view is not None)
        self._empty.setVisible(view is None)
        if view is None:
            return
        self._source.take(view.turns)
        self._model.refresh()
        self.card.tell(
            title=said.title(view, self._bench.voice),
            below=capital(said.next_words(view, self._bench.voice)),
        )
        self.canvas.show_view(view)
        if self.table.key is None or self._is_new_year:
            self._choose_first(view)
        self._is_new_year = False
        self._tell()

    def _choose_first(self, view: RoundView) -> None:
        """The first turn to come in the page's year; this year the next at all; else its first."""
        of_year = [turn for turn in view.turns if turn.season.year == self._year]
        coming = [turn for turn in of_year if turn.is_coming]
        after = view.coming if self._year == view.on.year else ()
        found = next(iter((*coming, *after, *of_year, *view.coming)), None)
        if found is not None:
            self.table.choose(found.key)
            middle = QAbstractItemView.ScrollHint.PositionAtCenter
            self.table.scrollTo(self.table.currentIndex(), middle)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The chosen turn stays in sight whenever the rows get another height."""
        if event.type() is QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._show_chosen)
        return False

    def _show_chosen(self) -> None:
        self.table.scrollTo(
            self.table.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter
        )

    def _chosen(self) -> Chosen | None:
        if self._view is None:
            return None
        here = self.table.key
        rows = self.table.selectionModel().selectedRows()
        keys = [self._model.key(index.row()) for index in rows]
        ordered = sorted(keys, key=lambda key: key != here)
        turns = [turn for key in ordered if (turn := self._view.turn(key)) is not None]
        return Chosen(self._view, tuple(turns))

    def _build(self) -> None:
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.opened.connect(lambda _key: self.deeds.open_meeting())
        self.table.viewport().installEventFilter(self)
        self.table.selectionModel().selectionChanged.connect(lambda *_both: self._tell())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.show_all_rows(least=_ROWS)
        self.canvas.chosen.connect(self.table.choose)
        self.menu = named(QMenu(self), "menu-round", self._bench.voice.word(words.ROUND))
        self.card.add(self.table, stretch=1)
        self.card.add(self._strip())
        self.picture_card.add(self.canvas)
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(*page_margins())
        box.setSpacing(MEDIUM)
        box.addWidget(self.export.panel)
        box.addWidget(self.card, 1)
        box.addWidget(self.picture_card)
        box.addWidget(self._empty)
        self._empty.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner, "round-scroll"))

    def _strip(self) -> QWidget:
        """All that is known of the chosen turn."""
        made = named(QFrame(), "round-details")
        box = QVBoxLayout(made)
        box.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        box.setSpacing(TINY - 1)
        box.addWidget(self._first)
        box.addWidget(self._rest)
        box.addStretch(1)
        made.setMinimumHeight(_STRIP)
        return made

    def _tell(self) -> None:
        """The chosen turn in words and in the picture, and what can be done with it."""
        found = self._chosen()
        turn: HostTurnRow | None = None if found is None else found.first
        first, *rest = said.turn_told(turn, self._bench.voice) if turn is not None else ("",)
        self._first.setText(first)
        self._rest.setText("\n".join(rest))
        self.canvas.mark(None if turn is None else turn.key)
        for wearer, why_not in self._buttons.items():
            say_why(wearer, why_not())
        for act, why_not in self._weighed.items():
            say_why_not(act, why_not())

    def _make_buttons(self) -> QWidget:
        word, deeds = self._bench.voice.word, self.deeds
        table: tuple[tuple[str, str, Callable[[], None], Callable[[], str | None]], ...] = (
            (words.ACCEPT, "accept-host", deeds.accept, deeds.why_not_accept),
            (words.SWAP, "swap-hosts", deeds.swap, deeds.why_not_swap),
            (words.PASS, "pass-host", deeds.pass_turn, deeds.why_not_change),
            (words.ANOTHER, "choose-host", deeds.choose, deeds.why_not_change),
        )
        for text, name, act, why_not in table:
            self._buttons[button(word(text), name, on_click=act)] = why_not
        made = named(QWidget(), "round-buttons")
        made.setLayout(row(*self._buttons))
        return made

    def _picture_buttons(self) -> QWidget:
        word = self._bench.voice.word
        made = named(QWidget(), "round-picture-buttons")
        made.setLayout(
            row(
                button(word(words.EXPORT), "export-round", on_click=self.ask_export),
                button(word(words.PRINT), "print-round", on_click=self.print_out),
            )
        )
        return made

    def _make_actions(self) -> Sequence[QAction]:
        word, deeds = self._bench.voice.word, self.deeds
        table: tuple[tuple[str, str, Callable[[], None], Callable[[], str | None], str], ...] = (
            (words.ACCEPT, "accept-host", deeds.accept, deeds.why_not_accept, "Ctrl+Shift+G"),
            (
                words.ACCEPT_ALL,
                "accept-hosts",
                deeds.accept_all,
                deeds.why_not_accept_all,
                "Ctrl+Shift+A",
            ),
            (words.SWAP, "swap-hosts", deeds.swap, deeds.why_not_swap, "Ctrl+Shift+B"),
            (words.PASS, "pass-host", deeds.pass_turn, deeds.why_not_change, "Ctrl+Shift+U"),
            (
                words.TAKE_BACK,
                "take-back-pass",
                deeds.take_back_pass,
                deeds.why_not_take_back,
                "Ctrl+Shift+I",
            ),
            (words.ANOTHER, "choose-host", deeds.choose, deeds.why_not_change, "Ctrl+Shift+J"),
            (
                words.OPEN,
                "open-round-meeting",
                deeds.open_meeting,
                deeds.why_not_open_meeting,
                "Ctrl+Return",
            ),
        )
        self._weighed = {
            action(self, word(text), name, act, keys): why_not
            for text, name, act, why_not, keys in table
        }
        made = (
            *self._weighed,
            separator(self),
            action(self, word(EXPORT_TITLE), "export-round", self.ask_export, "Ctrl+Shift+K"),
            action(self, word(PRINT_TITLE), "print-round", self.print_out, "Ctrl+P"),
        )
        self.addActions(list(made))
        return made

    def _show_menu(self, at: QPoint) -> None:
        if self.table.indexAt(at).isValid():
            self.menu.clear()
            self.menu.addActions(list(self._weighed))
            self.menu.popup(self.table.viewport().mapToGlobal(at))
