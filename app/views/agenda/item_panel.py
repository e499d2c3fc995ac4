"""Beside the list: what can be said of a standing item or a heading."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.agendas import AgendaLine
from app.services.changes import Kind
from app.services.house import House
from app.views.agenda.inline import MINUTE_UNIT, MINUTES, PRESENTER, TITLE
from app.views.editing.autosave import AutoSave, Seen, Slot
from app.views.editing.clash_bar import ClashBar
from app.views.editing.fields import LineValue, MinutesValue, TextValue
from app.views.editing.plain_widgets import Minutes, TitleText
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import HUGE, LARGE, MEDIUM, SMALL
from app.views.widgets.chip import Chip
from app.views.widgets.field import Field
from app.views.widgets.layout import row, scrolled
from app.views.widgets.naming import named
from app.views.widgets.text import Text

APPROVES = _("Når protokollen godkjennes her, låses protokollen fra {meeting}.")
ABOUT = {
    "heading": _("En overskrift samler postene som kommer etter den. Den har ingen tid og nummer."),
    "standing": _("En fast post følger organets innstillinger og har ikke saksframlegg."),
}
_WIDEST = 720


class ItemPanel(QWidget):
    """Stores what is typed; the list shows it at once."""

    stale = Signal()
    """The line was changed elsewhere: read it again."""

    def __init__(
        self,
        bench: Workbench,
        house: House,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench, self._house = bench, house
        voice = bench.voice
        self._line: AgendaLine | None = None
        self._save = AutoSave(bench, house.drafts, Kind.MEETING, "agenda-item", self)
        edit = house.edit.signed("agenda-item").agenda
        self._save.stale.connect(self.stale)
        self._clash = ClashBar(voice, self._save)
        self._kind = Chip(" ")
        self._title = named(TitleText("item-title"), "item-title", voice.word(TITLE))
        self._minutes = Minutes("item-minutes", voice.word(MINUTE_UNIT))
        self._presenter = QLineEdit()
        self._presenter.setObjectName("item-presenter")
        self._about = named(Text("", ink="muted", wraps=True), "item-about")
        title_field = Field(voice, voice.word(TITLE), self._title)
        minutes_field = Field(voice, voice.word(MINUTES), self._minutes)
        presenter_field = Field(voice, voice.word(PRESENTER), self._presenter)
        self._times = QWidget()
        times = QHBoxLayout(self._times)
        times.setContentsMargins(0, 0, 0, 0)
        times.setSpacing(MEDIUM)
        times.addWidget(minutes_field)
        times.addWidget(presenter_field, 1)
        self._save.add(Slot("title", TextValue(self._title, title_field), edit.rename))
        self._save.add(
            Slot("minutes", MinutesValue(self._minutes, minutes_field), edit.set_minutes)
        )
        self._save.add(
            Slot("presenter", LineValue(self._presenter, presenter_field), edit.set_presenter)
        )
        self._build(title_field)

    def show_line(self, line: AgendaLine, meeting_id: int, *, can_edit: bool) -> None:
        """Show another line, or the same one anew."""
        seen = _seen(line)
        if self._save.subject_id == line.id:
            self._save.absorb(seen, own=False)
        else:
            self._clash.forget()
            self._save.open(line.id, seen, draft_id=meeting_id, suffix=f":{line.id}")
        self._line = line
        self._save.lock(not can_edit or line.is_withdrawn)
        voice = self._bench.voice
        self._kind.say(voice.title_label("item_kind", line.kind.value), "neutral")
        self._times.setVisible(line.kind.value != "heading")
        about = voice.word(ABOUT.get(line.kind.value, ""))
        if line.approves:
            about = voice.fill(APPROVES, meeting=line.approves)
        self._about.setText(about)

    def leave(self) -> None:
        """Store what is typed."""
        self._save.flush()

    def focus_title(self) -> None:
        """Put the keyboard in the title, all of it chosen, to be typed over."""
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.selectAll()

    def _build(self, title_field: Field) -> None:
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(HUGE + 4, LARGE + 2, HUGE + 4, HUGE)
        box.setSpacing(LARGE)
        box.addLayout(row(self._kind, None))
        box.addWidget(title_field)
        box.addWidget(self._times)
        box.addWidget(self._about)
        box.addStretch(1)
        content.setMaximumWidth(_WIDEST)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, SMALL)
        outer.addWidget(self._clash)
        outer.addWidget(scrolled(content, "item-area"))


def _seen(line: AgendaLine) -> Seen:
    return Seen(
        {"title": line.title, "minutes": line.minutes, "presenter": line.presenter},
        {"row": line.version},
    )
