"""The facts of a meeting: day, time, place, host, form; each is stored as it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.vocabulary import MeetingStatus
from app.i18n.catalogue import _
from app.services.agendas import AgendaView, MeetingFactsView
from app.services.changes import Changes, Kind
from app.services.drafts import DraftRow
from app.services.hosting.facts import HostTurnRow
from app.services.house import House
from app.services.people import InstitutionView
from app.views.brief.form import Remark
from app.views.editing.autosave import AutoSave, Seen, Slot
from app.views.editing.clash_bar import ClashBar
from app.views.editing.fields import ChoiceValue, EditedField, LineValue, TypedValue
from app.views.editing.form_dialog import FormDialog
from app.views.editing.plain_widgets import Choice
from app.views.meetings.day_remarks import DayRemarks, as_stored
from app.views.meetings.host_turn import HOST_REASON, in_line, whose_turn
from app.views.meetings.move_dialog import MOVE, open_move
from app.views.meetings.new_meeting import (
    END,
    HOST,
    KIND,
    MODE,
    NO_HOST,
    ON,
    PLACE,
    START,
)
from app.views.meetings.words import kinds_of_meeting, modes_of_attendance
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import MEDIUM
from app.views.widgets.buttons import button
from app.views.widgets.date_field import DateField
from app.views.widgets.field import Field
from app.views.widgets.naming import named
from app.views.widgets.typed_field import TimeField

ABOUT = _("Det du skriver, lagres med en gang. Med Angre kommer det tilbake som det var.")
LINK = _("Lenke til videomøtet")
MOVE_INSTEAD = _("De som skal møte, kjenner datoen. Flytt møtet, så noteres det hvem som må vite.")

ORIGIN = "meeting-facts"
_SHOWN_BY = frozenset({Kind.MEETING})

Read = tuple[AgendaView, Sequence[InstitutionView], Sequence[DraftRow], HostTurnRow | None]


class Pair(EditedField):
    """Two fields that one verb stores together."""

    def __init__(self, first: EditedField, second: EditedField) -> None:
        super().__init__(first.widget, first.frame)
        self._both = (first, second)
        for field in self._both:
            field.edited.connect(lambda: self.edited.emit())
            field.left.connect(lambda: self.left.emit())

    def is_ready(self) -> bool:
        return all(field.is_ready() for field in self._both)

    def value(self) -> tuple[Any, Any]:
        first, second = self._both
        return first.value(), second.value()

    def text(self) -> str:
        return "\t".join(field.text() for field in self._both)

    def show(self, value: Any) -> None:
        for field, part in zip(self._both, value, strict=True):
            field.show(part)

    def show_draft(self, text: str) -> None:
        for field, part in zip(self._both, text.split("\t"), strict=False):
            field.show_draft(part)

    def lock(self, is_locked: bool) -> None:
        for field in self._both:
            field.lock(is_locked)

    def is_busy(self) -> bool:
        return any(field.is_busy() for field in self._both)


class MeetingFactsDialog(FormDialog):
    """Stands over the workspace; what is odd about the day is said under it."""

    def __init__(
        self, parent: QWidget, bench: Workbench, house: House, read: Read, field: str = ""
    ) -> None:
        view, hosts, drafts, turn = read
        meeting = view.meeting
        voice = bench.voice
        title = meeting.name
        super().__init__(parent, voice, "meeting-facts", title, text=voice.word(ABOUT), width=560)
        self._bench, self._house = bench, house
        self._meeting_id = meeting.id
        self._save = AutoSave(bench, house.drafts, Kind.MEETING, ORIGIN, self)
        self._remarks = DayRemarks(bench)
        self.body.addWidget(ClashBar(voice, self._save))
        self._fields: dict[str, QWidget] = {}
        self._turn = Remark("meeting-turn", "refresh-cw")
        self._build(view, hosts, turn)
        self._page = parent
        words = f"{voice.word(MOVE)} …"
        self._move = button(words, "move-meeting", on_click=self._go_and_move)
        self._move.hide()
        self.foot.insertWidget(0, self._move)
        self._save.open(meeting.id, _seen(meeting), drafts)
        self._save.lock(not view.can_edit)
        self._let_move(meeting, can_edit=view.can_edit)
        self._judge()
        self._save.stale.connect(self._read_again)
        bench.hub.changed.connect(self._refresh_if)
        self.finished.connect(lambda _result: self._end())
        self.enter_first(self._fields.get(field))

    def _build(
        self, view: AgendaView, hosts: Sequence[InstitutionView], turn: HostTurnRow | None
    ) -> None:
        voice, signed = self._bench.voice, self._house.edit.signed(ORIGIN)
        edit, changes = signed.meetings, signed.meeting_changes
        on = named(DateField(voice, self._bench.today), "meeting-date")
        start, end = (
            named(TimeField(voice), "meeting-start"),
            named(TimeField(voice), "meeting-end"),
        )
        place, link = named(QLineEdit(), "meeting-place"), named(QLineEdit(), "meeting-link")
        host, kind, mode = Choice("meeting-host"), Choice("meeting-kind"), Choice("meeting-mode")
        offered = in_line(_hosts(view.meeting, hosts), turn, voice)
        host.offer([(None, voice.word(NO_HOST)), *offered])
        kind.offer(kinds_of_meeting(voice))
        mode.offer(modes_of_attendance(voice))
        frames = self._lay_out(((ON, on, 2), (START, start, 1), (END, end, 1)))
        self.body.addWidget(self._remarks)
        frames |= self._lay_out(
            ((PLACE, place, 3), (HOST, host, 2)),
            ((KIND, kind, 1), (MODE, mode, 1)),
            ((LINK, link, 1),),
        )
        add = self._save.add
        add(
            Slot(
                "held_on",
                TypedValue(on, frames[ON], needed=True),
                lambda key, day, version: changes.move(key, day, None, None, None, "", version),
            )
        )
        add(
            Slot(
                "times",
                Pair(_clock(start, frames[START]), _clock(end, frames[END])),
                lambda key, both, version: edit.set_times(key, both[0], both[1], version),
            )
        )
        add(Slot("place", LineValue(place, frames[PLACE]), edit.set_place))
        add(Slot("host", ChoiceValue(host, frames[HOST]), edit.set_host, at_once=True))
        add(
            Slot(
                "form",
                Pair(ChoiceValue(kind, frames[KIND]), ChoiceValue(mode, frames[MODE])),
                lambda key, both, version: edit.set_form(key, both[0], both[1], version),
                at_once=True,
            )
        )
        if turn is not None:
            self._add_turn(turn)
        add(Slot("video_link", LineValue(link, frames[LINK]), edit.set_video_link))
        self._fields = {"place": place, "date": on, "times": start}
        self._on, self._times, self._on_frame = on, (start, end), frames[ON]
        for field in (on, start, end):
            field.textChanged.connect(lambda _text: self._judge())

    def _add_turn(self, turn: HostTurnRow) -> None:
        """Whose turn it is to host, and why another does (R18)."""
        reason = named(QLineEdit(), "meeting-host-reason")
        frames = self._lay_out(((HOST_REASON, reason, 1),))
        self._save.add(
            Slot(
                "host_reason",
                LineValue(reason, frames[HOST_REASON]),
                self._house.edit.signed(ORIGIN).meetings.set_host_reason,
            )
        )
        self.body.addWidget(self._turn)
        self._turn.say(whose_turn(turn, self._bench.voice))

    def _lay_out(self, *rows: tuple[tuple[str, QWidget, int], ...]) -> dict[str, Field]:
        voice = self._bench.voice
        frames = {}
        for row in rows:
            line = QHBoxLayout()
            line.setSpacing(MEDIUM)
            for label, editor, share in row:
                frames[label] = Field(voice, voice.word(label), editor)
                line.addWidget(frames[label], share)
            self.body.addLayout(line)
        return frames

    def _refresh_if(self, changes: Changes) -> None:
        if changes.kinds & _SHOWN_BY:
            self._read_again(own=changes.origin == ORIGIN)

    def _read_again(self, *, own: bool = False) -> None:
        meeting_id = self._meeting_id
        self._bench.read(
            lambda: self._house.agendas.view(meeting_id),
            lambda view: self._save.absorb(_seen(view.meeting), own=own),
        )

    def _let_move(self, meeting: MeetingFactsView, *, can_edit: bool) -> None:
        """Once people were told of the day, it is moved with a reason, where they are listed."""
        if can_edit and meeting.status is not MeetingStatus.PLANNED:
            self._on.setReadOnly(True)
            self._on_frame.tell_help(self._bench.voice.word(MOVE_INSTEAD))
            self._move.show()

    def _judge(self) -> None:
        on, meeting_id, days = self._on.value, self._meeting_id, self._house.meeting_days
        fields = (self._on, *self._times)
        start, end = (as_stored(field.value) for field in self._times)
        if on is None or not all(field.is_valid for field in fields):
            self._remarks.ask(None)
        else:
            self._remarks.ask(lambda: days.judge_move(meeting_id, on, start, end))

    def _go_and_move(self) -> None:
        self.accept()
        open_move(self._page, self._bench, self._house, self._meeting_id)

    def _end(self) -> None:
        self._remarks.drop()
        self._save.close()


def read_facts(house: House, meeting_id: int) -> Read:
    """Read on the reading thread."""
    return (
        house.agendas.view(meeting_id),
        house.people.institutions(),
        house.drafts.of(Kind.MEETING, meeting_id),
        house.hosting.turn_of(meeting_id),
    )


def _hosts(meeting: MeetingFactsView, hosts: Sequence[InstitutionView]) -> list[tuple[int, str]]:
    """Those that take part on the meeting's day, and the one that is host already."""
    on = meeting.held_on
    return [
        (host.id, host.name)
        for host in hosts
        if host.id == meeting.host_id
        or (host.from_on <= on and (host.to_on is None or on <= host.to_on))
    ]


def _seen(meeting: MeetingFactsView) -> Seen:
    return Seen(
        {
            "held_on": meeting.held_on,
            "times": (meeting.start, meeting.end),
            "place": meeting.place,
            "host": meeting.host_id,
            "host_reason": meeting.host_reason,
            "form": (meeting.kind, meeting.mode),
            "video_link": meeting.video_link,
        },
        {"row": meeting.version},
    )


def _clock(field: TimeField, frame: Field) -> TypedValue:
    return TypedValue(
        field,
        frame,
        needed=True,
        as_stored=lambda at: at.strftime("%H:%M"),
        as_shown=time.fromisoformat,
    )
