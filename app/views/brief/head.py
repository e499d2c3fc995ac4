"""The top of a brief: its number, who decides, whether it is public, and its title."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.briefs import BriefView
from app.views.brief.form import CASE, Form
from app.views.editing.autosave import Slot
from app.views.editing.fields import TextValue
from app.views.editing.plain_widgets import TitleText
from app.views.theme.metrics import MEDIUM, SMALL, TINY
from app.views.theme.tokens import Tone
from app.views.widgets.buttons import button
from app.views.widgets.chip import Chip
from app.views.widgets.field import Field
from app.views.widgets.layout import FlowLayout
from app.views.widgets.naming import named
from app.views.widgets.text import Text

CASE_NUMBER = _("Sak {number}")
NO_NUMBER = _("Sak uten nummer")
TITLE = _("Tittel på saken")
PUBLIC, EXEMPT = _("Offentlig"), _("Unntatt offentlighet")
DECIDED_IN = _("Vedtak i {level:level}")
DECIDED_BETWEEN = _("Avgjøres administrativt")
RECOMMENDED_TO = _("Innstilling til {level:level}")
ON_AGENDA = _("{meeting} · {on:kortdato}")
DUE, OVERDUE = _("Frist {on:dag}"), _("Frist {on:dag}, over fristen")
FIXED_POINT = _("Fast punkt {year}")
GO_TO_MEETING = _("Gå til møtet {meeting}")

_LEVELS = {"administrative": DECIDED_BETWEEN}
_WITH_LEVEL = {"decision": DECIDED_IN, "recommendation": RECOMMENDED_TO}


class BriefHead(QWidget):
    """Tells, and lets the title be written; where the case stands leads to the meeting."""

    def __init__(self, form: Form, *, with_place: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form, self._with_place = form, with_place
        self._number = named(Text("", "strong", "muted"), "case-number")
        self._level = named(Chip(" ", "accent"), "case-level")
        self._public = named(Chip(" "), "case-public")
        self._due = named(Chip(" "), "case-due")
        self._wheel = button("", "case-wheel", "link", on_click=self._go_to_year)
        self._why = named(Text("", "small", "muted", wraps=True), "level-reason")
        self._place = button("", "case-place", "link", on_click=self._go_to_meeting)
        self.title = TitleText("case-title")
        self.title_field = Field(form.voice, form.voice.word(TITLE), self.title)
        _hide_label(self.title_field)
        form.save.add(
            Slot("title", TextValue(self.title, self.title_field), form.edit.cases.set_title, CASE)
        )
        line = FlowLayout(gap=MEDIUM - 2)
        for part in (self._number, self._level, self._public, self._due, self._place, self._wheel):
            line.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SMALL - TINY)
        box.addLayout(line)
        box.addWidget(self.title_field)
        box.addWidget(self._why)

    def show_brief(self, view: BriefView) -> None:
        """Show what follows from the brief as it is stored."""
        voice = self._form.voice
        number = view.number
        self._number.setText(
            voice.fill(CASE_NUMBER, number=number) if number else voice.word(NO_NUMBER)
        )
        self._level.say(*self._level_words(view))
        is_exempt = view.is_exempt
        self._public.say(voice.word(EXEMPT if is_exempt else PUBLIC), _publicity(is_exempt))
        self._why.setText(" ".join(voice.say(reason) for reason in view.ruling.reasons))
        self._show_due(view)
        self._show_place(view)

    def _level_words(self, view: BriefView) -> tuple[str, Tone]:
        voice, level = self._form.voice, view.ruling.level
        message = _WITH_LEVEL.get(view.kind.value)
        if message is None:
            return voice.title_label("case_kind", view.kind.value), "accent"
        if message is DECIDED_IN:
            message = _LEVELS.get(level.value, message)
        lacks_authority = any(
            finding.reason.code in ("authority_missing", "body_decides_nothing")
            for finding in view.findings
        )
        return voice.fill(message, level=level.value), "bad" if lacks_authority else "accent"

    def _show_due(self, view: BriefView) -> None:
        """When it must be ready, until it is; and the fixed point that it comes from."""
        voice, on = self._form.voice, view.due_on
        self._due.setVisible(on is not None)
        if on is not None:
            is_late = on < self._form.bench.today()
            self._due.say(voice.fill(OVERDUE if is_late else DUE, on=on), _urgency(is_late))
        self._wheel.setVisible(self._with_place and view.wheel_year is not None)
        if view.wheel_year is not None:
            words = voice.fill(FIXED_POINT, year=view.wheel_year)
            self._wheel.setText(words)
            self._wheel.setAccessibleName(words)

    def _go_to_year(self) -> None:
        view = self._form.shown()
        if view is not None and view.wheel_year is not None:
            self._form.bench.go_to(f"year/{view.wheel_year}/points")

    def _show_place(self, view: BriefView) -> None:
        place = view.place
        self._place.setVisible(self._with_place and place is not None)
        if place is not None:
            voice = self._form.voice
            self._place.setText(voice.fill(ON_AGENDA, meeting=place.name, on=place.held_on))
            self._place.setAccessibleName(voice.fill(GO_TO_MEETING, meeting=place.name))

    def _go_to_meeting(self) -> None:
        view = self._form.shown()
        if view is not None and view.place is not None:
            self._form.bench.go_to(f"meetings/{view.place.meeting_id}/agenda/{view.place.item_id}")


def _hide_label(field: Field) -> None:
    """The title stands in large letters and needs no label over it; its name is still spoken."""
    for label in field.findChildren(Text):
        if label.buddy() is field.editor:
            label.hide()


def _urgency(is_late: bool) -> Tone:
    return "bad" if is_late else "neutral"


def _publicity(is_exempt: bool) -> Tone:
    return "warn" if is_exempt else "neutral"
