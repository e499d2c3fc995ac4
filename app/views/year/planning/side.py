"""The chosen line of a year's plan: its day judged as it is typed, its host, and its deadlines."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.planning import words
from app.services.planning.facts import Change, ExistingRow, PlannedRow, YearPlan
from app.views.editing.plain_widgets import Choice
from app.views.theme.metrics import LARGE, MEDIUM, SMALL, TINY
from app.views.widgets.buttons import button
from app.views.widgets.date_field import DateField
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.field import Field
from app.views.widgets.layout import column, row, scrolled
from app.views.widgets.naming import named
from app.views.widgets.text import IconLabel, Text

DAY, HOST, NO_HOST = _("Dato"), _("Vertskommune"), _("Ingen")
DEADLINES = _("Frister")
GOOD_DAY = _("Ingenting taler mot {on:ukedag}.")
OTHER_YEAR = _("Dagen ligger ikke i {year}.")
MEND_DAY = _("Rett datoen for {body} først.")
ACCEPT_ONE, RESET = _("Legg inn bare dette"), _("Tilbake til forslaget")
LEAVE_OUT, TAKE = _("Ta ikke med"), _("Ta med")
OPEN = _("Åpne møtet")
IS_THERE = _("Møtet ligger inne. Det endres der det er, ikke her.")
CHOOSE = _("Velg et møte i listen for å se på dagen og verten.")


class PlanSide(QStackedWidget):
    """Tells what the user wants by signals; the dialog arranges the plan anew."""

    changed = Signal(str, object)
    """The key of a proposal, and its `Change`."""
    reset = Signal(str)
    ticked = Signal(str)
    accepted = Signal(str)
    opened = Signal(int)
    weighed = Signal()
    """Whether the day can be read may be different now."""

    def __init__(self, voice: Voice, year: int) -> None:
        super().__init__()
        named(self, "plan-side")
        self._voice, self._year = voice, year
        self._row: PlannedRow | None = None
        self._is_showing = False
        self._empty = EmptyState("plan-side-empty", voice.word(CHOOSE), icon="calendar-days")
        self._title = named(Text("", "heading", wraps=True), "plan-title")
        self._facts = named(Text("", ink="muted", wraps=True), "plan-facts")
        self.day = named(DateField(voice, lambda: date(year, 1, 1)), "plan-date")
        self._day = Field(voice, voice.word(DAY), self.day)
        self.host = Choice("plan-host")
        self._host = Field(voice, voice.word(HOST), self.host)
        self._sign = IconLabel("circle-check", "ok", 14)
        self._verdict = named(Text("", "small", wraps=True), "plan-verdict")
        self._deadlines = QGridLayout()
        self._meeting_id = 0
        self._there = named(Text("", "heading", wraps=True), "plan-there")
        self._make_buttons()
        self.addWidget(self._empty)
        self.addWidget(self._make_planned())
        self.addWidget(self._make_existing())
        self.day.value_changed.connect(lambda _on: self._tell())
        self.day.textEdited.connect(lambda _text: self.weighed.emit())
        self.host.picked.connect(lambda _host: self._tell())

    @property
    def problem(self) -> str | None:
        """What has to be mended before anything is stored."""
        if self._row is None or self._is_good(self.day.value):
            return None
        return self._voice.fill(MEND_DAY, body=self._row.body_name)

    def show_planned(self, plan: YearPlan, shown: PlannedRow, *, is_out: bool) -> None:
        """Show a proposal; what is typed in its day just now is let be."""
        is_same = self._row is not None and self._row.key == shown.key
        self._row, self._is_showing = shown, True
        voice = self._voice
        self._title.setText(shown.body_name)
        times = voice.clock_range(shown.start, shown.end)
        self._facts.setText(f"{times} · {shown.place}" if shown.place else times)
        if not is_same or (self.day.value != shown.on and self._is_good(self.day.value)):
            self.day.show_value(shown.on)
            self._day.tell_problem("")
        self._offer_hosts(plan, shown)
        self._show_verdict(shown)
        self._show_deadlines(shown)
        self._tick.setText(voice.word(TAKE if is_out else LEAVE_OUT))
        self._tick.setAccessibleName(self._tick.text())
        self._again.setVisible(shown.is_changed)
        self.setCurrentIndex(1)
        self._is_showing = False
        self.weighed.emit()

    def show_existing(self, shown: ExistingRow) -> None:
        """Show a meeting that is there."""
        self._row = None
        self._there.setText(shown.name)
        self._meeting_id = shown.meeting_id
        self.setCurrentIndex(2)
        self.weighed.emit()

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._row = None
        self.setCurrentIndex(0)
        self.weighed.emit()

    def take_focus(self) -> None:
        """Put the keyboard on the day."""
        if self.currentIndex() == 1:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            self.day.selectAll()

    def _make_buttons(self) -> None:
        word = self._voice.word
        self._accept = button(
            word(ACCEPT_ONE), "accept-proposal", on_click=lambda: self._emit(self.accepted)
        )
        self._tick = button(
            word(LEAVE_OUT), "plan-tick", "quiet", on_click=lambda: self._emit(self.ticked)
        )
        self._again = button(
            word(RESET), "plan-reset", "quiet", on_click=lambda: self._emit(self.reset)
        )
        self._open = button(
            word(OPEN), "plan-open", on_click=lambda: self.opened.emit(self._meeting_id)
        )

    def _make_planned(self) -> QWidget:
        verdict = row(self._sign, self._verdict, gap=TINY + 2)
        verdict.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        verdict.setStretch(1, 1)
        self._deadlines.setHorizontalSpacing(MEDIUM)
        self._deadlines.setVerticalSpacing(TINY)
        self._deadlines.setColumnStretch(0, 1)
        box = column(gap=MEDIUM, margins=(0, MEDIUM, SMALL, MEDIUM))
        box.addLayout(column(self._title, self._facts, gap=TINY))
        box.addWidget(self._day)
        box.addLayout(verdict)
        box.addWidget(self._host)
        box.addLayout(row(self._accept, self._tick, None))
        box.addLayout(row(self._again, None))
        box.addWidget(Text(self._voice.word(DEADLINES), "section"))
        box.addLayout(self._deadlines)
        box.addStretch(1)
        made = QWidget()
        made.setLayout(box)
        return scrolled(made, "plan-side-scroll")

    def _make_existing(self) -> QWidget:
        made = QWidget()
        text = Text(self._voice.word(IS_THERE), ink="muted", wraps=True)
        box = column(self._there, text, gap=SMALL, margins=(0, MEDIUM, SMALL, LARGE))
        box.addLayout(row(self._open, None))
        box.addStretch(1)
        made.setLayout(box)
        return made

    def _offer_hosts(self, plan: YearPlan, shown: PlannedRow) -> None:
        there = plan.hosts_on(shown.on)
        chosen = plan.host(shown.host_id)
        offered = [chosen] if chosen is not None and chosen not in there else []
        every = [*offered, *there]
        choices: list[tuple[object, str]] = [(None, self._voice.word(NO_HOST))]
        self.host.offer([*choices, *((one.id, one.name) for one in every)])
        self.host.show_code(shown.host_id)
        self._host.tell_help(" ".join(self._voice.say(reason) for reason in shown.host_reasons))

    def _show_verdict(self, shown: PlannedRow) -> None:
        voice = self._voice
        moved, amiss = words.moved(shown, voice), words.warnings(shown.warnings, voice)
        said = " ".join(part for part in (moved, amiss) if part)
        if amiss:
            self._sign.show_icon("triangle-alert", "bad", 14)
        elif moved:
            self._sign.show_icon("calendar-days", "warn", 14)
        else:
            self._sign.show_icon("circle-check", "ok", 14)
        self._verdict.setText(said or voice.fill(GOOD_DAY, on=shown.on))

    def _show_deadlines(self, shown: PlannedRow) -> None:
        voice = self._voice
        while (item := self._deadlines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for place, one in enumerate(shown.deadlines):
            what = Text(voice.title_label("deadline_kind", one.kind), "small", "muted")
            on = Text(voice.formats.short_date(one.on), "small")
            self._deadlines.addWidget(what, place, 0)
            self._deadlines.addWidget(on, place, 1, Qt.AlignmentFlag.AlignRight)

    def _is_good(self, on: date | None) -> bool:
        return self.day.is_valid and on is not None and on.year == self._year

    def _tell(self) -> None:
        """A day in another year is told, and changes nothing."""
        if self._row is None or self._is_showing:
            return
        on = self.day.value
        if not self._is_good(on) or on is None:
            self._day.tell_problem(self._voice.fill(OTHER_YEAR, year=self._year))
            self.weighed.emit()
            return
        self._day.tell_problem("")
        host = self.host.code()
        change = Change(on, host if isinstance(host, int) else None)
        self.changed.emit(self._row.key, change)

    def _emit(self, signal: SignalInstance) -> None:
        if self._row is not None:
            signal.emit(self._row.key)
