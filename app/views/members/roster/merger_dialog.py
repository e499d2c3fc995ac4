"""Municipalities that merge: who ends, who comes after, and what it will change (R18)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.intervals import add_years
from app.domain.merger_moves import Move
from app.domain.vocabulary import InstitutionKind
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.editing.merger_plan import MergerPreview, SeatMove
from app.services.editing.mergers import MergerFields, NewSuccessor
from app.services.people import TakingPart
from app.tasks.store_threads import Ticket
from app.views.editing.plain_widgets import Choice
from app.views.editing.verb_dialog import VerbDialog
from app.views.members.roster.room import NOBODY_YET, PersonChoice, RosterRoom, chosen
from app.views.theme.metrics import CONTROL_HEIGHT, LARGE, MEDIUM, SMALL, TINY
from app.views.widgets.date_field import DateField
from app.views.widgets.layout import column, row, scrolled
from app.views.widgets.naming import named
from app.views.widgets.text import Text

TITLE, VERB = _("Slå sammen kommuner"), _("Slå sammen")
TEXT = _("Historien blir stående hos dem som slås sammen, og etterfølgeren arver den i rotasjonen.")
WHO, FIRST_DAY, SUCCESSOR = _("Slutter"), _("Gjelder fra"), _("Etterfølger")
NEW = _("Ny kommune")
NAME, SHORT, PLACE = _("Navn på den nye"), _("Kortnavn"), _("Møtested")
CHANGES = _("Dette blir endret")
NOTHING_YET = _("Velg hvem som slutter og hvem som tar over, så vises endringene her.")
NO_SEATS = _("Ingen plasser endres.")
NOBODY, NO_SUCCESSOR = _("Kryss av for dem som slutter."), _("Velg etterfølger.")
NO_NAME, NO_DAY = _("Skriv navnet på den nye kommunen."), _("Skriv den første dagen.")
SAID = _("{names:liste} er slått sammen med {successor}.")
LINES = {
    Move.HANDED: _("{seat}: {successor} overtar etter {who}"),
    Move.VACATED: _("{seat}: ledig etter {who}, for {successor} sitter allerede"),
    Move.CLOSED: _("{seat}: plassen slutter, for {successor} har en slik fra før"),
    Move.INHERITED: _("{seat}: plassen blir videreført for {successor}"),
    Move.PASSED_ON: _("{seat}: den kommende perioden går til {successor}"),
    Move.DROPPED: _("{seat}: den kommende perioden til {who} faller bort"),
}
LEAVES = _("{seat}: plassen slutter og {who} går ut, for {successor} har en slik fra før")
NAMED = (Move.HANDED, Move.PASSED_ON)
ENDS = _("{names:liste} slutter {on:dato}. {successor} tar over fra dagen etter.")
OBSERVERS = _("{names:liste} følger videre som observatør fra {successor}.")
POSITIONS = _("{n:stilling|stillinger} i dem som slås sammen, avsluttes samme dag.")
HOSTED = _("{successor} blir vert for {n:møte|møter}. Se over møtestedet.")
_WIDTH, _TALL, _WIDE = 900, 380, 560
_PAUSE = 200


class MergerDialog(VerbDialog):
    """What will change is listed while it is chosen; nothing is stored before the verb."""

    def __init__(self, parent: QWidget, room: RosterRoom) -> None:
        word = room.word
        super().__init__(
            parent,
            room.bench,
            "merger-dialog",
            word(TITLE),
            word(VERB),
            self._store,
            text=word(TEXT),
        )
        self.setMinimumWidth(_WIDTH)
        self._room = room
        self._ticket: Ticket | None = None
        self._preview: MergerPreview | None = None
        self._people: dict[int, PersonChoice] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look)
        self._make_fields()
        self._build()
        self._choose_successor()
        self.finish()
        self.enter_first(self._ended)

    def _make_fields(self) -> None:
        room, voice = self._room, self._bench.voice
        now = [one for one in room.institutions if one.part_on(room.on) is TakingPart.NOW]
        here = [one for one in now if one.kind is InstitutionKind.MUNICIPALITY]
        self._ended = named(QListWidget(), "merger-ended", room.word(WHO))
        for one in here:
            item = QListWidgetItem(one.name, self._ended)
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, CONTROL_HEIGHT - TINY))
        self._ended.setCurrentRow(0)
        self._ended.setMinimumHeight(150)
        self._successor = Choice("merger-successor")
        others: list[tuple[object, str]] = [(one.id, one.name) for one in here]
        self._successor.offer([(None, room.word(NEW)), *others])
        self._successor.setCurrentIndex(-1)
        self._on = named(DateField(voice, self._bench.today), "merger-on")
        self._on.show_value(add_years(date(room.on.year, 1, 1), 1))
        self._name = named(QLineEdit(), "merger-name")
        self._short = named(QLineEdit(), "merger-short")
        self._place = named(QLineEdit(), "merger-place")

    def _build(self) -> None:
        word = self._room.word
        first = self.field(word(FIRST_DAY), self._on, "merger_of_one_gone", "seat_under_approved")
        self._new = QWidget()
        fields = column(
            self.field(word(NAME), self._name, "institution_there_already"),
            self.field(word(SHORT), self._short),
            self.field(word(PLACE), self._place),
            gap=MEDIUM,
        )
        self._new.setLayout(fields)
        left = column(
            self.field(word(WHO), self._ended, "merger_of_nobody"),
            first,
            self.field(
                word(SUCCESSOR), self._successor, "successor_is_itself", "successor_not_there"
            ),
            self._new,
            None,
            gap=MEDIUM,
        )
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SMALL)
        shown = QWidget()
        shown.setLayout(column(Text(word(CHANGES), "section"), gap=SMALL))
        inner = shown.layout()
        assert isinstance(inner, QVBoxLayout)
        inner.addLayout(self._lines)
        inner.addStretch(1)
        area = scrolled(shown, "merger-changes")
        area.setMinimumSize(_WIDE, _TALL)
        both = row(gap=LARGE + SMALL)
        both.addLayout(left, 2)
        both.addWidget(area, 3)
        self.body.addLayout(both, 1)
        self._ended.itemChanged.connect(lambda _item: self._changed())
        self._successor.currentIndexChanged.connect(lambda _place: self._choose_successor())
        for line in (self._name, self._short):
            line.textChanged.connect(lambda _text: self._changed())
        self._on.value_changed.connect(lambda _on: self._changed())
        self._say([self._room.word(NOTHING_YET)])

    def missing(self) -> str | None:
        word = self._room.word
        if not self._chosen_ended():
            return word(NOBODY)
        if self._successor.currentIndex() < 0:
            return word(NO_SUCCESSOR)
        if self._is_new() and not self._name.text().strip():
            return word(NO_NAME)
        return word(NO_DAY) if self._on.value is None else None

    def done(self, result: int) -> None:
        """Closed: what was asked for is not wanted any more."""
        self._pause.stop()
        if self._ticket is not None:
            self._ticket.drop()
        super().done(result)

    def _is_new(self) -> bool:
        return self._successor.currentIndex() == 0

    def _choose_successor(self) -> None:
        self._new.setVisible(self._is_new())
        self._changed()
        self.give_room()

    def _chosen_ended(self) -> tuple[int, ...]:
        items = (self._ended.item(place) for place in range(self._ended.count()))
        return tuple(
            int(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def _fields(self, people: Mapping[int, int] | None = None) -> MergerFields | None:
        first = self._on.value
        if self.missing() is not None or first is None:
            return None
        new = NewSuccessor(
            name=self._name.text(),
            short_name=self._short.text(),
            meeting_place=self._place.text(),
        )
        return MergerFields(
            ended=self._chosen_ended(),
            on=first,
            successor_id=chosen(self._successor),
            new=new if self._is_new() else None,
            people=people or {},
        )

    def _changed(self) -> None:
        self.weigh()
        self._pause.start()

    def _look(self) -> None:
        """What it will change is found beside the window; only the newest answer is shown."""
        if self._ticket is not None:
            self._ticket.drop()
        if self._bench.life.is_over:
            return
        fields, mergers = self._fields(), self._room.house.edit.mergers
        self._preview = None
        if fields is None:
            self._say([self._room.word(NOTHING_YET)])
            return

        def find() -> MergerPreview | UserError:
            try:
                return mergers.preview(fields)
            except UserError as error:
                return error

        self._ticket = self._bench.read(find, self._show)

    def _show(self, found: MergerPreview | UserError) -> None:
        voice = self._bench.voice
        if isinstance(found, UserError):
            self._say([voice.say(found)])
            return
        self._preview = found
        self._say([_summary(found, voice)], keep=True)
        body = ""
        for move, sentence in told_moves(found):
            if move.body != body:
                body = move.body
                self._lines.addWidget(Text(body, "strong"))
            self._lines.addWidget(self._move(move, sentence, found.successor))
        if not found.moves:
            self._lines.addWidget(Text(voice.word(NO_SEATS), ink="muted"))
        for sentence in _rest(found, voice):
            self._lines.addWidget(Text(sentence, wraps=True))

    def _move(self, move: SeatMove, sentence: str, successor: str) -> QWidget:
        voice = self._bench.voice
        who = move.person or move.institution
        text = voice.fill(sentence, seat=move.seat, successor=successor, who=who)
        name = f"merger-{move.move.value}-{move.term_id or move.seat_id}"
        if move.move not in NAMED or move.term_id is None:
            return named(Text(text, wraps=True), name)
        holder = named(QWidget(), name, text)
        choice = PersonChoice(f"merger-person-{move.term_id}", self._room, voice.word(NOBODY_YET))
        choice.setAccessibleName(text)
        choice.show_near(successor)
        choice.show_code(None)
        self._people[move.term_id] = choice
        line = row(Text(text, wraps=True), choice, gap=MEDIUM)
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        holder.setLayout(line)
        return holder

    def _say(self, sentences: list[str], *, keep: bool = False) -> None:
        """Empty the list of changes, and begin it with these."""
        self._people = {}
        while item := self._lines.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for sentence in sentences:
            self._lines.addWidget(Text(sentence, ink="text" if keep else "muted", wraps=True))

    def _store(self) -> None:
        chosen_people = {
            term: key
            for term, choice in self._people.items()
            if (key := chosen(choice)) is not None
        }
        fields, room = self._fields(chosen_people), self._room
        if fields is None:
            return
        names = tuple(room.institution_name(key) for key in fields.ended)
        successor = self._name.text().strip() if self._is_new() else self._successor.currentText()
        self.run(
            lambda: room.house.edit.mergers.merge(fields),
            said=room.bench.voice.fill(SAID, names=names, successor=successor),
        )


def told_moves(found: MergerPreview) -> list[tuple[SeatMove, str]]:
    """Each move with its sentence; of a chair and the term in it, one line says both."""
    by_seat: dict[int, set[Move]] = {}
    for move in found.moves:
        by_seat.setdefault(move.seat_id, set()).add(move.move)
    told = []
    for move in found.moves:
        others = by_seat[move.seat_id]
        if move.move is Move.INHERITED and Move.HANDED in others:
            continue
        if move.move is Move.CLOSED and Move.VACATED in others:
            continue
        is_closing = move.move is Move.VACATED and Move.CLOSED in others
        told.append((move, LEAVES if is_closing else LINES[move.move]))
    return told


def _summary(found: MergerPreview, voice: Voice) -> str:
    last = found.on - timedelta(days=1)
    return voice.fill(ENDS, names=found.ended, on=last, successor=found.successor)


def _rest(found: MergerPreview, voice: Voice) -> list[str]:
    """What else changes: observers, positions, planned meetings."""
    told = []
    if found.observers:
        told.append(voice.fill(OBSERVERS, names=found.observers, successor=found.successor))
    if found.positions:
        told.append(voice.fill(POSITIONS, n=found.positions))
    if found.hosted:
        told.append(voice.fill(HOSTED, successor=found.successor, n=len(found.hosted)))
    return told
