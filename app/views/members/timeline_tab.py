"""Tidslinje: who has had each seat through the years, and who is proposed (R7, R8)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.house import House
from app.services.timeline import words
from app.services.timeline.facts import SpanKind, TimelineFacts
from app.services.timeline.layout import Bar
from app.services.timeline.paper import legend
from app.tasks.store_threads import Ticket
from app.views.members.timeline_canvas import ONE_STEP, TimelineCanvas
from app.views.members.timeline_export import TimelineExport
from app.views.pictures.details import DetailsStrip
from app.views.pictures.legend import Legend
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import MEDIUM
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layout import page_margins, row
from app.views.widgets.naming import named

ALL_YEARS, ZOOM_IN, ZOOM_OUT = _("Alle år"), _("Færre år, større"), _("Flere år, mindre")
EXPORT, PRINT = _("Eksporter …"), _("Skriv ut …")
HINT = _("Pek på en periode, eller gå til den med piltastene. Enter åpner den.")
NO_SEATS = _("Organet har ingen plasser ennå. Når de er ført opp, står periodene her, år for år.")


class TimelineTab(QWidget):
    """`opened` comes with a seat, and the first day that is shown of what was opened there."""

    opened = Signal(int, object)
    proposal_opened = Signal(int)

    def __init__(self, bench: Workbench, house: House) -> None:
        super().__init__()
        voice = bench.voice
        named(self, "timeline-tab", voice.word(_("Tidslinje")))
        self._bench, self._house = bench, house
        self._facts: TimelineFacts | None = None
        self._ticket: Ticket | None = None
        self._wanted: date | None = None
        self._shown_on: date | None = None
        self.canvas = TimelineCanvas(voice)
        self.canvas.marked.connect(self._tell)
        self.canvas.opened.connect(self._open)
        self.legend = Legend(voice, "timeline-legend")
        self.export = TimelineExport(bench, house, self)
        self.card = Card(" ", "card-timeline", action=self._buttons())
        self._empty = EmptyState("no-seats", voice.word(NO_SEATS), icon="users")
        self._strip = DetailsStrip("timeline-details", voice.word(HINT))
        self._build()

    def refresh(self, on: date, body: str | None) -> None:
        """Read a body's seats, and bring `on` into sight when it is another day than before."""
        if self._ticket is not None:
            self._ticket.drop()
        self._wanted = on
        timeline = self._house.timeline
        self._ticket = self._bench.read(lambda: timeline.facts(body), self._show)

    def take_focus(self) -> None:
        """The keyboard starts in the picture."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def zoom_in(self) -> None:
        """Fewer years, larger."""
        self.canvas.zoom(ONE_STEP)

    def zoom_out(self) -> None:
        """More years, smaller."""
        self.canvas.zoom(1 / ONE_STEP)

    def ask_export(self) -> None:
        """Ask for a file to write the picture into."""
        if self._facts is not None:
            self.export.ask(self._facts)

    def print_out(self) -> None:
        """Ask for a printer."""
        if self._facts is not None:
            self.export.print_out(self._facts.body_code)

    def _build(self) -> None:
        self.card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.card.add(self.canvas, stretch=1)
        self.card.add(self._strip)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*page_margins())
        outer.setSpacing(MEDIUM)
        outer.addWidget(self.export.panel)
        outer.addWidget(self.card, 100)
        outer.addWidget(self._empty)
        outer.addWidget(self.legend)
        outer.addStretch(1)
        self._empty.hide()

    def _buttons(self) -> QWidget:
        word = self._bench.voice.word
        made = named(QWidget(), "timeline-buttons")
        made.setLayout(
            row(
                icon_button("minus", word(ZOOM_OUT), "zoom-out", on_click=self.zoom_out),
                icon_button("plus", word(ZOOM_IN), "zoom-in", on_click=self.zoom_in),
                button(word(ALL_YEARS), "all-years", on_click=self.canvas.show_all_years),
                button(word(EXPORT), "export-timeline", on_click=self.ask_export),
                button(word(PRINT), "print-timeline", on_click=self.print_out),
            )
        )
        return made

    def _show(self, facts: TimelineFacts) -> None:
        self._facts = facts
        has_seats = bool(facts.seats)
        self._empty.setVisible(not has_seats)
        for part in (self.card, self.legend):
            part.setVisible(has_seats)
        self.card.tell(title=words.title(facts, self._bench.voice))
        self.canvas.show_facts(facts)
        self.legend.show_signs(legend(facts, self._bench.voice))
        self._tell(self.canvas.current)
        if self._wanted is not None and self._wanted != self._shown_on:
            self._shown_on = self._wanted
            self.canvas.go_to(self._wanted)

    def _tell(self, bar: Bar | None) -> None:
        lines = () if bar is None else words.details(bar.seat, bar.span, self._bench.voice)
        self._strip.tell(lines)

    def _open(self, bar: Bar) -> None:
        """A proposal leads to its card; what is or was, to the list on a day that shows it."""
        facts = self._facts
        if facts is None:
            return
        if bar.span.kind is SpanKind.PROPOSAL:
            self.proposal_opened.emit(bar.seat.seat_id)
            return
        last = bar.span.last_on or facts.today
        on = min(max(facts.today, bar.span.from_on), last)
        self.opened.emit(bar.seat.seat_id, on)
