"""The cards of the overview; every line leads to its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.overview.service import OpenAction, Overview
from app.views.overview import words
from app.views.overview.places import MEMBERS, ROTATION, ahead_place, case_place, meeting_place
from app.views.widgets.buttons import button
from app.views.widgets.card import Card, LinkRow, Row, date_lead
from app.views.widgets.chip import Chip
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.table import ColumnMemory, DataTable
from app.views.widgets.table_model import Cell, Column, Order, WindowedModel

NO_ACTIONS = _(
    "Ingen åpne oppgaver. Det et møte vedtar at noen skal gjøre, står her til det er gjort."
)
NEW_MEETING = "meetings/new"

_SPARED = ("responsible",)
_NARROW = 620
"""Pixels under which a task needs the room of who is responsible for it."""
_LEAST_ROWS = 5

GoTo = Callable[[str], object]


class NextMeetingCard(Card):
    """The next meeting with its steps."""

    def __init__(self, voice: Voice, go_to: GoTo) -> None:
        self._open = button(voice.word(_("Åpne møtet")), "open-next-meeting")
        super().__init__(voice.word(_("Neste møte")), "card-next-meeting", action=self._open)
        self._voice, self._go_to = voice, go_to
        self._place = ""
        self._open.clicked.connect(lambda: go_to(self._place))

    def show_overview(self, overview: Overview) -> None:
        """Show the meeting, or that none is planned."""
        found, voice = overview.next_meeting, self._voice
        self._open.setVisible(found is not None)
        if found is None:
            self.tell(title=voice.word(_("Neste møte")), below="")
            text = voice.word(_("Ingen møter er planlagt."))
            self.show_rows([Row("no-meeting", text, trailing=self._new_button())])
            return
        self._place = meeting_place(found.meeting.id)
        self.tell(title=words.meeting_title(found, voice), below=words.meeting_line(found, voice))
        self.show_rows(
            [
                _linked(
                    LinkRow(
                        f"step-{step.kind}",
                        words.step_title(step.kind, voice),
                        lead=Chip(*words.step_chip(step.state, step.days, voice)),
                        side=words.step_side(step, voice),
                    ),
                    self._go_to,
                    self._place,
                )
                for step in found.steps
            ]
        )

    def _new_button(self) -> QWidget:
        words = self._voice.word(_("Nytt møte"))
        return button(words, "new-first-meeting", on_click=lambda: self._go_to(NEW_MEETING))


class EndingSeatsCard(Card):
    """Terms that end, and seats that stand empty."""

    def __init__(self, voice: Voice, go_to: GoTo) -> None:
        self._letters = button(
            voice.word(_("Lag brev …")),
            "seats-letters",
            "link",
            icon="mail",
            on_click=lambda: go_to(f"{MEMBERS}/letters"),
        )
        super().__init__(voice.word(_("Perioder som går ut")), "card-seats", action=self._letters)
        self._voice, self._go_to = voice, go_to

    def show_overview(self, overview: Overview) -> None:
        """Show the seats, and whose turn it is."""
        voice = self._voice
        rows: list[Row | LinkRow] = [
            _linked(
                LinkRow(
                    f"seat-{seat.seat_id}",
                    seat.title,
                    side=words.seat_side(seat, voice),
                    trailing=Chip(*words.seat_chip(seat, voice)),
                ),
                self._go_to,
                f"{MEMBERS}/{seat.seat_id}",
            )
            for seat in overview.ending_seats
        ]
        self._letters.setVisible(bool(rows))
        if not rows:
            rows = [Row("no-seats", voice.word(_("Ingen perioder går ut det neste halve året.")))]
        if proposed := words.proposal_line(overview.ending_seats, voice):
            rows.append(
                _linked(LinkRow("proposal", proposed), self._go_to, f"{MEMBERS}/{ROTATION}")
            )
        self.show_rows(rows)


class AheadCard(Card):
    """The next ninety days."""

    def __init__(self, voice: Voice, go_to: GoTo) -> None:
        super().__init__(voice.word(_("De neste 90 dagene")), "card-ahead")
        self._voice, self._go_to = voice, go_to

    def show_overview(self, overview: Overview) -> None:
        """Show meetings, deadlines and fixed points by day."""
        voice = self._voice
        rows: list[Row | LinkRow] = []
        for place, line in enumerate(overview.ahead):
            chip = words.ahead_chip(line, voice)
            made = LinkRow(
                f"ahead-{place}",
                words.ahead_title(line, voice),
                lead=date_lead(words.ahead_day(line, voice)),
                side=line.place,
                trailing=Chip(*chip) if chip else None,
            )
            rows.append(_linked(made, self._go_to, ahead_place(line)))
        if not rows:
            rows = [Row("nothing-ahead", voice.word(_("Ingenting er planlagt.")))]
        self.show_rows(rows)


class ActionsCard(Card):
    """What decisions led to and is not done."""

    def __init__(self, voice: Voice, go_to: GoTo, memory: ColumnMemory | None = None) -> None:
        super().__init__(voice.word(_("Oppfølging av vedtak")), "card-actions")
        self._voice = voice
        self._source = _Actions(voice)
        columns = (
            Column("number", voice.word(_("Sak")), 84, sorts=False),
            Column("task", voice.word(_("Oppgave")), 320, sorts=False, grows=True),
            Column("responsible", voice.word(_("Ansvarlig")), 150, sorts=False),
            Column("due", voice.word(_("Frist")), 96, sorts=False),
        )
        self._model = WindowedModel(columns, self._source)
        self.table = DataTable(
            "actions", voice.word(_("Åpne oppgaver")), self._model, memory, parent=self
        )
        self.table.open_at_once()
        self.table.opened.connect(lambda key: go_to(self._source.place_of(key)))
        self.table.show_when_empty(
            EmptyState("no-actions", voice.word(NO_ACTIONS), icon="list-checks")
        )
        self.add(self.table, stretch=1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.hide_columns(_SPARED, event.size().width() < _NARROW)

    def show_overview(self, overview: Overview) -> None:
        """Show the open action items, late ones first."""
        is_any = overview.open_actions > 0
        self.tell(side=words.actions_line(overview, self._voice) if is_any else "")
        self._source.actions = {action.id: action for action in overview.actions}
        self._model.refresh()
        self.table.show_all_rows(least=_LEAST_ROWS)


class _Actions:
    """The action items that the overview holds, as rows."""

    def __init__(self, voice: Voice) -> None:
        self.actions: dict[int, OpenAction] = {}
        self._voice = voice

    def place_of(self, key: int) -> str:
        """The case that the task follows from, or the gathering."""
        action = self.actions[key]
        if action.case_id is not None:
            return case_place(action.case_id)
        return "" if action.meeting_id is None else meeting_place(action.meeting_id)

    def keys(self, order: Order | None, search: str) -> Sequence[int]:
        """Every task in the order that the overview gave."""
        return tuple(self.actions)

    def rows(self, keys: Sequence[int]) -> Mapping[int, Sequence[Cell]]:
        """The cells of these tasks."""
        return {key: self._cells(self.actions[key]) for key in keys if key in self.actions}

    def _cells(self, action: OpenAction) -> Sequence[Cell]:
        due = "" if action.due_on is None else self._voice.formats.short_day_month(action.due_on)
        return (
            Cell(action.number or ""),
            Cell(action.task),
            Cell(action.responsible, ink="muted"),
            Cell(due, tone="bad" if action.is_late else None),
        )


def _linked(row: LinkRow, go_to: GoTo, place: str) -> LinkRow:
    row.clicked.connect(lambda: go_to(place))
    return row
