"""The tab "Samling": municipalities at the left, documents, tasks and next host at the right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.vocabulary import ActionStatus, AttendanceState
from app.i18n.catalogue import _
from app.services.changes import Changes, Kind
from app.services.drafts import DraftRow
from app.services.gatherings.facts import GatheringView, Participant
from app.services.gatherings.service import Paper
from app.services.house import House
from app.tasks.store_threads import Ticket
from app.views.editing.autosave import AutoSave, Seen, Slot
from app.views.editing.clash_bar import ClashBar
from app.views.editing.doing import do
from app.views.editing.fields import TextValue
from app.views.letters.making import FileMaking
from app.views.meetings.gathering.deeds import GatheringActions
from app.views.meetings.gathering.people_rows import PeopleRows
from app.views.meetings.gathering.side import DocumentsCard, NextHostCard, PointsCard
from app.views.meetings.gathering.town_card import TownCard
from app.views.meetings.gathering.words import MADE, WORKING
from app.views.papers.places import RealSystem, System
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import LARGE
from app.views.widgets.card import Card
from app.views.widgets.layout import page_margins, scrolled, side_by_side
from app.views.widgets.naming import named

ORIGIN = "gathering"
PURPOSE = "gatherings"
OTHERS = _("Andre deltakere")
WHICH_FOLDER = _("Velg mappe til dokumentene")
REMOVED = _("Oppgaven ligger i papirkurven.")
_SHARE = (58, 42)
_NARROWEST = 320
_SHOWN_BY = frozenset({Kind.MEETING, Kind.ACTION, Kind.INSTITUTION, Kind.TERM, Kind.PERSON})

Read = tuple[GatheringView, Sequence[DraftRow]]


class GatheringTab(QWidget):
    """Shows one gathering; each report is stored while it is typed."""

    def __init__(self, bench: Workbench, house: House, system: System | None = None) -> None:
        super().__init__()
        named(self, "gathering-tab")
        self._bench, self._house = bench, house
        self._system = system or RealSystem()
        self._meeting_id: int | None = None
        self._view: GatheringView | None = None
        self._ticket: Ticket | None = None
        self._wants_focus = False
        self._cards: dict[int, TownCard] = {}
        self._save = AutoSave(bench, house.drafts, Kind.MEETING, ORIGIN, self)
        self._making = FileMaking(bench, self)
        self._deeds = GatheringActions(
            self,
            bench.voice,
            self.make,
            add=lambda: self._ask_guest(None),
            new_point=lambda: self._ask_point(is_new=True),
            edit_point=lambda: self._ask_point(is_new=False),
            close_point=self._close_point,
            remove_point=self._remove_point,
        )
        self._build()
        self._save.stale.connect(lambda: self._read(own=False))

    def show_meeting(self, meeting_id: int | None) -> None:
        """Show a gathering, or nothing; what was typed in the one before is stored."""
        if meeting_id != self._meeting_id:
            self.leave()
            self._meeting_id, self._view = meeting_id, None
            self._read(own=False)

    def refresh_if(self, changes: Changes) -> None:
        """Show what has changed, but never in a field that is being typed in."""
        if self._meeting_id is not None and changes.kinds & _SHOWN_BY:
            self._read(own=changes.origin == ORIGIN)

    def page_actions(self) -> Sequence[QAction]:
        """Everything that can be done here."""
        return self._deeds.all()

    def leave(self) -> None:
        """Store what is typed."""
        self._save.flush()

    def take_focus(self) -> None:
        """The first answer, as soon as it is there."""
        self._wants_focus = self._view is None
        first = next(iter(self._cards.values()), None)
        if first is not None and not self._wants_focus:
            place = first.people.first_answer() or first.text
            place.setFocus(Qt.FocusReason.OtherFocusReason)
            self._towns.verticalScrollBar().setValue(0)

    def make(self, paper: Paper) -> None:
        """Ask for a folder, and have a document made there; what is typed is stored first."""
        self.leave()
        title = self._bench.voice.word(WHICH_FOLDER)
        start = self._bench.folders.start(PURPOSE)
        self._system.ask_for_folder(self, title, start, lambda folder: self._make_in(folder, paper))

    def _build(self) -> None:
        voice = self._bench.voice
        self._left = QVBoxLayout()
        self._left.setSpacing(LARGE)
        self._others = PeopleRows(voice, "people-others", says_place=True)
        self._others.marked.connect(self._mark)
        self._others_card = Card(voice.word(OTHERS), "card-others")
        self._others_card.add(self._others, inset=True)
        left, right = QWidget(), QWidget()
        outer = self._outer = QVBoxLayout(left)
        outer.setContentsMargins(*page_margins())
        outer.setSpacing(LARGE)
        outer.addLayout(self._left)
        outer.addWidget(self._others_card)
        outer.addStretch(1)
        self._documents = DocumentsCard(voice, self._deeds.papers, self._making.panel)
        self._points = PointsCard(voice, self._deeds.new_point, self._deeds.on_point)
        self._points.opened.connect(lambda _key: self._ask_point(is_new=False))
        self._points.chosen.connect(self._settle)
        self._next = NextHostCard(voice)
        column = QVBoxLayout(right)
        column.setContentsMargins(*page_margins())
        column.setSpacing(LARGE)
        for card in (self._documents, self._points, self._next):
            column.addWidget(card)
        column.addStretch(1)
        body = QWidget()
        self._towns = scrolled(left, "gathering-towns")
        right_area = scrolled(right, "gathering-side")
        right_area.setMinimumWidth(_NARROWEST)
        side_by_side(
            body, self._towns, right_area, share=_SHARE,
            name="gathering-split",
        )  # fmt: skip
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self._clash = ClashBar(voice, self._save)
        box.addWidget(self._clash)
        box.addWidget(body, 1)

    def _read(self, *, own: bool) -> None:
        meeting_id = self._meeting_id
        if meeting_id is None:
            return
        if self._ticket is not None:
            self._ticket.drop()
        house = self._house
        self._ticket = self._bench.threads.read(
            lambda: (house.gatherings.view(meeting_id), house.drafts.of(Kind.MEETING, meeting_id)),
            lambda read: self._show(read, own=own),
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        """One that is gone, or is no gathering any more, is told of by the workspace."""
        if getattr(error, "code", "") not in ("meeting_gone", "no_gathering"):
            self._bench.teller.fail(error)

    def _show(self, read: Read, *, own: bool) -> None:
        if self._bench.life.is_over:
            return
        view, drafts = read
        is_other = self._view is None or _places(self._view) != _places(view)
        self._view = view
        if is_other:
            self._make_cards(view)
            self._save.open(view.meeting_id, _seen(view), drafts)
        else:
            self._save.absorb(_seen(view), own=own)
        self._save.lock(not view.can_edit)
        for part in view.municipalities:
            self._cards[part.id].show_part(part, view)
        self._others.show_people(view.others, is_over=view.is_over, can_edit=view.can_edit)
        self._others_card.setVisible(bool(view.others))
        self._points.show_gathering(view)
        self._next.show_gathering(view)
        self._settle()
        self._documents.show_gathering(view)
        if is_other:
            self._begin_at_top()

    def _make_cards(self, view: GatheringView) -> None:
        """A card for each municipality of the day, with its field."""
        self._save.close()
        self._clash.forget()
        self._wants_focus = self._wants_focus or _holds_keyboard(self._towns)
        for key, card in self._cards.items():
            self._save.remove(_slot(key))
            self._left.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = {}
        for part in view.municipalities:
            card = TownCard(self._bench.voice, part)
            card.marked.connect(self._mark)
            card.guest_wanted.connect(self._ask_guest)
            self._left.addWidget(card)
            self._cards[part.id] = card
            self._save.add(self._slot_of(part.id, card))

    def _begin_at_top(self) -> None:
        """Once the new cards have their places, or the keyboard would be followed to the old."""
        self._outer.activate()
        self._towns.verticalScrollBar().setValue(0)
        if self._wants_focus:
            self.take_focus()

    def _slot_of(self, key: int, card: TownCard) -> Slot:
        edit = self._house.edit.signed(ORIGIN).gatherings
        return Slot(
            _slot(key),
            TextValue(card.text, card.frame),
            lambda meeting, text, version: edit.write_status(meeting, key, text, version),
            group=_slot(key),
        )

    def _settle(self) -> None:
        view = self._view
        is_day = view is not None and (view.is_over or view.held_on <= self._bench.today())
        self._deeds.settle(view, self._points.point, is_day=is_day)
        self._points.settle()

    def _mark(self, one: Participant, state: AttendanceState | None) -> None:
        view, edit = self._view, self._house.edit.gatherings
        if view is None or one.institution_id is None:
            return
        place = one.institution_id
        do(self._bench, lambda: edit.mark(view.meeting_id, one.person_id, place, state))

    def _ask_guest(self, institution_id: int | None) -> None:
        from app.views.meetings.gathering.guest_dialog import GuestDialog

        view, house = self._view, self._house
        if view is not None:
            self._bench.read(
                lambda: (house.gatherings.people(view.meeting_id), house.people.institutions()),
                lambda known: GuestDialog(
                    self, self._bench, house, view, known, institution_id
                ).open(),
            )

    def _ask_point(self, *, is_new: bool) -> None:
        from app.views.meetings.gathering.point_dialog import PointDialog

        point = None if is_new else self._points.point
        if self._view is not None and (is_new or point is not None):
            PointDialog(self, self._bench, self._house, self._view, point).open()

    def _close_point(self, status: ActionStatus) -> None:
        point, edit = self._points.point, self._house.edit.gatherings
        if point is not None:
            do(self._bench, lambda: edit.close_point(point.id, status, point.version))

    def _remove_point(self) -> None:
        point, edit = self._points.point, self._house.edit.gatherings
        if point is not None:
            do(
                self._bench,
                lambda: edit.remove_point(point.id, point.version),
                said=self._bench.voice.word(REMOVED),
            )

    def _make_in(self, folder: Path, paper: Paper) -> None:
        view, voice, house = self._view, self._bench.voice, self._house
        if view is None:
            return
        self._bench.folders.keep(PURPOSE, folder)
        self._making.begin(
            voice.word(WORKING[paper]),
            lambda overwrite: house.gatherings.make(
                view.meeting_id, paper, folder, overwrite=overwrite
            ),
            voice.fill(MADE[paper], folder=folder.name),
        )


def _holds_keyboard(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)


def _slot(key: int) -> str:
    return f"status:{key}"


def _places(view: GatheringView) -> tuple[int, ...]:
    return (view.meeting_id, *(part.id for part in view.municipalities))


def _seen(view: GatheringView) -> Seen:
    return Seen(
        {_slot(part.id): part.status for part in view.municipalities},
        {_slot(part.id): part.version for part in view.municipalities},
    )
