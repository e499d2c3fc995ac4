"""Hjul: the year at a glance, with its rings and what is at hand beside it (R17–R19)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.hosting.facts import RoundCard
from app.services.house import House
from app.services.wheel import words
from app.services.wheel.facts import WheelFacts, WheelMark
from app.services.wheel.layout import PlacedMark
from app.services.wheel.listing import WheelLine
from app.services.year.facts import YearView
from app.tasks.store_threads import Ticket
from app.views.editing.actions import action
from app.views.pictures.details import DetailsStrip
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import LARGE, MEDIUM, SMALL
from app.views.widgets.buttons import icon_button
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layout import column, page_margins, row, scrolled
from app.views.widgets.naming import named
from app.views.year.tab import YearTab
from app.views.year.wheel.canvas import WheelCanvas
from app.views.year.wheel.cards import PeriodCard, RingsCard
from app.views.year.wheel.entry import WHEEL
from app.views.year.wheel.export import WheelExport
from app.views.year.wheel.round_card import RoundCardView

EXPORT, PRINT = _("Eksporter årshjulet …"), _("Skriv ut årshjulet …")
HINT = _("Pek på et møte, eller gå til det med piltastene. Enter åpner det.")
EMPTY = _("Ingen møter i {year} ennå. Når møtene er ført opp, står de her, ring for ring.")
NEW_MEETING = _("Nytt møte")
_SIDE_LEAST, _SIDE_MOST = 394, 424
_GAP = LARGE + 4


class WheelTab(YearTab):
    """The wheel scales with the window; the cards beside it scroll."""

    def __init__(self, bench: Workbench, house: House) -> None:
        super().__init__()
        voice = bench.voice
        named(self, "wheel-tab", voice.word(WHEEL))
        self._bench, self._house = bench, house
        self._facts: WheelFacts | None = None
        self._ticket: Ticket | None = None
        self.canvas = WheelCanvas(voice)
        self.canvas.told.connect(self._tell)
        self.canvas.opened.connect(self._open_mark)
        self.strip = DetailsStrip("wheel-details", voice.word(HINT))
        self.rings = RingsCard(voice)
        self.rings.changed.connect(self._show_rings)
        self.period = PeriodCard(voice, self._open_line)
        self.round = RoundCardView(voice, self._open_round)
        self.export = WheelExport(bench, house, self)
        self.frame = _Frame(self.canvas, self.strip, self._corner_buttons())
        self._side = self._make_side()
        self._empty = EmptyState(
            "empty-wheel",
            voice.fill(EMPTY, year=""),
            icon="calendar",
            verb=voice.word(NEW_MEETING),
            on_start=lambda: bench.go_to("meetings/new"),
        )
        self._build()
        self._actions = self._make_actions()

    def show_year(self, view: YearView) -> None:
        """Show a year; what was asked for before is not wanted any more."""
        if self._ticket is not None:
            self._ticket.drop()
        wheel, hosting = self._house.wheel, self._house.hosting
        self._ticket = self._bench.read(
            lambda: (wheel.facts(view), hosting.card(view.year)), self._show
        )

    def page_actions(self) -> Sequence[QAction]:
        """Taking the picture out."""
        return self._actions

    def take_focus(self) -> None:
        """The keyboard starts in the picture."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_export(self) -> None:
        """Ask for a file to write the picture into."""
        if self._facts is not None:
            self.export.ask(self._facts.year, self.rings.hidden)

    def print_out(self) -> None:
        """Ask for a printer."""
        if self._facts is not None:
            self.export.print_out(self._facts.year, self.rings.hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The wheel takes the square that the height gives it; the cards have what is left."""
        super().resizeEvent(event)
        left, top, right, bottom = page_margins()
        room = event.size().width() - left - right - _GAP
        square = event.size().height() - top - bottom - self.frame.around
        self._side.setFixedWidth(min(max(room - square, _SIDE_LEAST), _SIDE_MOST))

    def _build(self) -> None:
        self._whole = named(QWidget(), "wheel-and-cards")
        self._whole.setLayout(row(self.frame, self._side, gap=_GAP))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*page_margins())
        outer.setSpacing(MEDIUM)
        outer.addWidget(self.export.panel)
        outer.addWidget(self._whole, 1)
        outer.addWidget(self._empty, 1)
        self._empty.hide()

    def _make_side(self) -> QWidget:
        inside = QWidget()
        inside.setLayout(column(self.rings, self.period, self.round, None, gap=LARGE))
        return scrolled(inside, "wheel-cards")

    def _corner_buttons(self) -> QWidget:
        word = self._bench.voice.word
        made = named(QWidget(), "wheel-buttons")
        made.setLayout(
            row(
                icon_button("download", word(EXPORT), "export-wheel", on_click=self.ask_export),
                icon_button("printer", word(PRINT), "print-wheel", on_click=self.print_out),
            )
        )
        return made

    def _make_actions(self) -> Sequence[QAction]:
        def make(text: str, name: str, act: Callable[[], None], keys: str, icon: str) -> QAction:
            return action(self, self._bench.voice.word(text), name, act, keys, icon=icon)

        made = (
            make(EXPORT, "export-wheel", self.ask_export, "Ctrl+Shift+K", "download"),
            make(PRINT, "print-wheel", self.print_out, "Ctrl+P", "printer"),
        )
        self.addActions(list(made))
        return made

    def _show(self, read: tuple[WheelFacts, RoundCard | None]) -> None:
        facts, hosts = read
        self._facts = facts
        self.round.show_facts(hosts)
        has_any = bool(facts.rings)
        self._whole.setVisible(has_any)
        self._empty.setVisible(not has_any)
        self._empty.tell(self._bench.voice.fill(EMPTY, year=str(facts.year)))
        self.rings.show_facts(facts)
        self._show_rings()

    def _show_rings(self) -> None:
        if self._facts is not None:
            shown = self._facts.without(self.rings.hidden)
            self.canvas.show_facts(shown)
            self.period.show_facts(shown)

    def _open_round(self) -> None:
        if self._facts is not None:
            self._bench.go_to(f"year/{self._facts.year}/round")

    def _tell(self, placed: PlacedMark | None) -> None:
        lines = () if placed is None else words.details(placed.mark, self._bench.voice)
        self.strip.tell(lines)

    def _open_line(self, line: WheelLine) -> None:
        """A fixed point leads to its case where it has one, else to what its mark leads to."""
        point = line.point
        if point is not None and point.case_id is not None and not point.is_case_deleted:
            self._bench.go_to(f"cases/{point.case_id}")
        else:
            self._open_mark(line.mark)

    def _open_mark(self, mark: WheelMark) -> None:
        """A meeting opens; a point alone leads to its case, else to the meeting it waits for."""
        meeting = mark.meeting.id if mark.meeting is not None else mark.points[0].meeting_id
        if mark.meeting is None and mark.case_id is not None:
            self._bench.go_to(f"cases/{mark.case_id}")
        elif meeting is not None:
            self._bench.go_to(f"meetings/{meeting}")
        else:
            self._bench.teller.say(words.details(mark, self._bench.voice)[-1])


class _Frame(QFrame):
    """The wheel on a surface, its buttons in the corner that a wheel leaves free."""

    def __init__(self, canvas: WheelCanvas, strip: DetailsStrip, corner: QWidget) -> None:
        super().__init__()
        named(self, "wheel-frame")
        self.setProperty("kind", "framed")
        box = QVBoxLayout(self)
        box.setContentsMargins(1, MEDIUM, 1, 1)
        box.setSpacing(0)
        inner = QHBoxLayout()
        inner.setContentsMargins(LARGE, 0, LARGE, 0)
        inner.addWidget(canvas, 1)
        box.addLayout(inner, 1)
        box.addWidget(strip)
        self._corner = corner
        corner.setParent(self)
        self.around = strip.height() + MEDIUM - 2 * LARGE
        """How much higher than the wheel it is, beside how much wider."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._corner.sizeHint()
        self._corner.setGeometry(
            self.width() - size.width() - SMALL, SMALL, size.width(), size.height()
        )
        self._corner.raise_()
