"""One open seat: who is proposed and why, the candidates side by side, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.rotation import SeatProposal
from app.views.editing.plain_widgets import Choice
from app.views.members import rotation_words as words
from app.views.members.rows import RowsSource
from app.views.theme.metrics import LARGE, MEDIUM, SMALL, TABLE_ROW_HEIGHT
from app.views.widgets.buttons import button, say_why
from app.views.widgets.card import Card
from app.views.widgets.chip import Chip
from app.views.widgets.layout import column, row
from app.views.widgets.naming import named
from app.views.widgets.table import ColumnMemory, DataTable
from app.views.widgets.table_model import WindowedModel
from app.views.widgets.text import Text

ACCEPT = _("Godta forslaget")
ANOTHER, ANYONE = _("Velg en annen …"), _("Velg hvem …")
LEAVE, SHOW_AGAIN = _("La stå"), _("Vis forslaget")
PERSON = _("Person")
NO_ONE_TO_ACCEPT = _("Ingen er foreslått. Velg hvem som skal ha plassen.")
NOBODY_FREE = _("Ingen kandidater er ledige i perioden.")
LEFT_ALONE = _("Du lot plassen stå. {proposal} · {days}")
COMPARE = _("Kandidater til {seat}")
_MOST_ROWS = 12
_PERSON_WIDTH = 330


class RotationCard(Card):
    """Tells what the user wants by signals; the page does it."""

    accepted = Signal(object, object)
    """The proposal as it was shown, and the person's key or `None`."""
    another_wanted = Signal(object)
    left = Signal(int)
    shown_again = Signal(int)

    def __init__(self, seat: SeatProposal, voice: Voice, memory: ColumnMemory) -> None:
        self.seat, self._voice = seat, voice
        super().__init__(
            words.title(seat, voice),
            f"card-rotation-{seat.seat_id}",
            below=words.now(seat, voice),
            action=Chip(*words.state(seat, voice)),
        )
        self._person = self._make_person()
        self._full = self._make_full(memory)
        self._folded = self._make_folded()
        self.add(self._full)
        self.add(self._folded)
        self.fold(False)

    def fold(self, is_left: bool) -> None:
        """Show one line of it, or all."""
        self._full.setVisible(not is_left)
        self._folded.setVisible(is_left)

    @property
    def is_folded(self) -> bool:
        """Whether the user let the seat stand."""
        return self._full.isHidden()

    @property
    def why_not(self) -> str | None:
        """Why the proposal cannot be accepted; `None` when it can."""
        if self.seat.proposed is None:
            return self._voice.word(NO_ONE_TO_ACCEPT)
        return None

    def accept(self) -> None:
        """Take what is proposed."""
        if self.why_not is None:
            self.accepted.emit(self.seat, self._person.code())

    def want_another(self) -> None:
        """Ask for another, when somebody is free."""
        if self._another.isEnabled():
            self.another_wanted.emit(self.seat)

    def take_focus(self) -> None:
        """Put the keyboard on the first thing that can be done."""
        first = self._again if self.is_folded else self._accept
        first = first if first.isEnabled() else self._another
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def holds(self, widget: QWidget | None) -> bool:
        """Whether `widget` is in this card."""
        return widget is not None and self.isAncestorOf(widget)

    def _make_full(self, memory: ColumnMemory) -> QWidget:
        seat, voice = self.seat, self._voice
        made = QWidget()
        head = named(Text(words.headline(seat, voice), "heading"), "proposed-name")
        days = named(Text(words.days(seat, voice), "body", "muted"), "days")
        why = named(Text(words.why(seat, voice), wraps=True), "why")
        top = row(head, days, None, gap=MEDIUM)
        top.setAlignment(days, Qt.AlignmentFlag.AlignBottom)
        box = column(gap=SMALL)
        box.setContentsMargins(LARGE, SMALL - 2, LARGE, MEDIUM)
        box.addLayout(top)
        box.addWidget(why)
        box.addLayout(self._make_buttons())
        outer = column(gap=0)
        outer.addLayout(box)
        if seat.candidates:
            outer.addWidget(self._make_table(memory))
        made.setLayout(outer)
        return made

    def _make_buttons(self) -> QHBoxLayout:
        seat, word = self.seat, self._voice.word
        self._accept = button(word(ACCEPT), "accept-proposal", on_click=self.accept)
        say_why(self._accept, self.why_not)
        free = any(one.is_free for one in seat.candidates)
        self._another = button(
            word(ANYONE if seat.is_free_choice else ANOTHER),
            "take-another",
            on_click=self.want_another,
        )
        say_why(self._another, None if free else word(NOBODY_FREE))
        self._leave = button(
            word(LEAVE), "leave-proposal", "quiet", on_click=lambda: self.left.emit(seat.seat_id)
        )
        line = row(self._accept, self._another, self._leave, None)
        if seat.is_free_choice:
            self._accept.hide()
        else:
            label = Text(word(PERSON), "small", "muted")
            label.setBuddy(self._person)
            line.insertWidget(0, label)
            line.insertWidget(1, self._person)
            line.insertSpacing(2, SMALL)
        return line

    def _make_person(self) -> Choice:
        word = self._voice.word
        person = named(Choice("person"), "person", word(PERSON))
        person.offer(words.people(self.seat.proposed, self._voice))
        person.setCurrentIndex(words.likely(self.seat.proposed))
        person.setFixedWidth(_PERSON_WIDTH)
        return person

    def _make_table(self, memory: ColumnMemory) -> DataTable:
        seat, voice = self.seat, self._voice
        source = RowsSource(words.candidate_columns(voice, seat), lambda one: one.institution_id)
        source.take(seat.candidates)
        spoken = voice.fill(COMPARE, seat=words.title(seat, voice))
        table = DataTable("candidates", spoken, WindowedModel(source.columns, source), memory)
        model = table.model()
        assert isinstance(model, WindowedModel)
        model.refresh()
        rows = min(len(seat.candidates), _MOST_ROWS)
        header = table.horizontalHeader().sizeHint().height()
        table.setFixedHeight(header + rows * TABLE_ROW_HEIGHT + 2)
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return table

    def _make_folded(self) -> QWidget:
        seat, voice = self.seat, self._voice
        made = QWidget()
        said = voice.fill(
            LEFT_ALONE, proposal=words.headline(seat, voice), days=words.days(seat, voice)
        )
        self._again = button(
            voice.word(SHOW_AGAIN),
            "show-again",
            on_click=lambda: self.shown_again.emit(seat.seat_id),
        )
        made.setLayout(
            row(
                named(Text(said, ink="muted", wraps=True), "left-alone"),
                self._again,
                gap=MEDIUM,
                margins=(LARGE, 0, LARGE, MEDIUM),
            )
        )
        return made
