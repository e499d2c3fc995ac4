"""Rotasjon: the open rotating seats, one card each, with whose turn it is (R8)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.i18n.catalogue import _
from app.services.editing.done import Done
from app.services.house import House
from app.services.rotation import RotationView, SeatProposal
from app.tasks.store_threads import Ticket
from app.views.members import rotation_words as words
from app.views.members.rotation_card import RotationCard
from app.views.members.rotation_dialog import TAKEN, AnotherDialog
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import LARGE
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layout import page_margins, scrolled
from app.views.widgets.naming import named

LEFT = _("Plassen står som den er. Forslaget ligger her til noen er ført opp.")
NOTHING_OPEN = _("Ingen plasser venter på forslag.")


class RotationTab(QWidget):
    """What the user let stand stays folded until the proposal is another, or the file is closed."""

    def __init__(self, bench: Workbench, house: House) -> None:
        super().__init__()
        named(self, "rotation", bench.voice.word(_("Rotasjon")))
        self._bench, self._house = bench, house
        self._view: RotationView | None = None
        self._ticket: Ticket | None = None
        self._left: set[SeatProposal] = set()
        self._wanted: int | None = None
        self.cards: list[RotationCard] = []
        self._empty: EmptyState | None = None
        self._column = QWidget()
        self._box = QVBoxLayout(self._column)
        self._box.setContentsMargins(*page_margins())
        self._box.setSpacing(LARGE)
        self._area = scrolled(self._column, "rotation-scroll")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def refresh(self, on: date, body: str | None) -> None:
        """Read the proposals of a body on a day; what was asked for before is dropped."""
        if self._ticket is not None:
            self._ticket.drop()
        house = self._house
        self._ticket = self._bench.read(lambda: house.rotation.view(on, body), self._show)

    def go_to(self, seat_id: int) -> None:
        """Show the card of a seat, as soon as it is there."""
        self._wanted = seat_id
        self._find_wanted()

    def take_focus(self) -> None:
        """The keyboard starts in the first card."""
        if self.cards:
            self.cards[0].take_focus()

    def card(self, seat_id: int) -> RotationCard | None:
        """The card of a seat."""
        return next((one for one in self.cards if one.seat.seat_id == seat_id), None)

    def _show(self, view: RotationView) -> None:
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        if self._view != view:
            self._view = view
            self._build(view)
            if had_focus and self.cards:
                self.take_focus()
        self._find_wanted()

    def _build(self, view: RotationView) -> None:
        while (item := self._box.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.cards = [self._make_card(seat) for seat in view.proposals]
        for card in self.cards:
            self._box.addWidget(card)
        if not self.cards:
            said = words.nothing_to_fill(view, self._bench.voice)
            self._box.addWidget(EmptyState("no-proposals", said, icon="refresh-cw"), 1)
        else:
            self._box.addStretch(1)

    def _make_card(self, seat: SeatProposal) -> RotationCard:
        card = RotationCard(seat, self._bench.voice, self._bench.memory)
        card.accepted.connect(self._accept)
        card.another_wanted.connect(self._ask_another)
        card.left.connect(lambda _seat: self._leave(card))
        card.shown_again.connect(lambda _seat: self._show_again(card))
        card.fold(seat in self._left)
        return card

    def _find_wanted(self) -> None:
        card = self.card(self._wanted) if self._wanted is not None else None
        if card is not None:
            self._wanted = None
            self._area.ensureWidgetVisible(card)
            card.take_focus()

    def _accept(self, seat: SeatProposal, person: object) -> None:
        view, editor = self._view, self._house.edit.rotation
        assert view is not None
        seen = seat.seen(view.on)
        person_id = person if isinstance(person, int) else None
        said = self._bench.voice.fill(TAKEN, name=seat.institution_short or "", number=seat.number)
        self._bench.threads.write(
            lambda: editor.accept(seen, person_id),
            lambda done: self._accepted(done, said),
            self._refused,
        )

    def _accepted(self, done: Done, said: str) -> None:
        if self._bench.life.is_over:
            return
        self._bench.hub.publish(done.changes)
        self._bench.teller.say(said, self._bench.undo)

    def _refused(self, error: Exception) -> None:
        """Told in words; and what was seen is read again, since it is old."""
        self._bench.teller.fail(error)
        if isinstance(error, UserError) and self._view is not None:
            self.refresh(self._view.on, self._view.body_code)

    def _ask_another(self, seat: SeatProposal) -> None:
        if self._view is not None:
            seen = seat.seen(self._view.on)
            AnotherDialog(self, self._bench, self._house, seat, seen).open()

    def _leave(self, card: RotationCard) -> None:
        self._left.add(card.seat)
        card.fold(True)
        card.take_focus()
        self._bench.teller.say(self._bench.voice.word(LEFT))

    def _show_again(self, card: RotationCard) -> None:
        self._left.discard(card.seat)
        card.fold(False)
        card.take_focus()

    def _current(self) -> RotationCard | None:
        """The card with the keyboard, else the first that is not folded."""
        here = QApplication.focusWidget()
        held = next((card for card in self.cards if card.holds(here)), None)
        return held or next((card for card in self.cards if not card.is_folded), None)

    def accept(self) -> None:
        """Take the proposal of the card with the keyboard."""
        self._act(lambda card: card.accept())

    def ask(self) -> None:
        """Ask for another than the one proposed there."""
        self._act(lambda card: card.want_another())

    def leave(self) -> None:
        """Let that seat stand."""
        self._act(self._leave)

    def _act(self, act: Callable[[RotationCard], object]) -> None:
        card = self._current()
        if card is None:
            self._bench.teller.say(self._bench.voice.word(NOTHING_OPEN))
        elif card.is_folded:
            self._show_again(card)
        else:
            act(card)
