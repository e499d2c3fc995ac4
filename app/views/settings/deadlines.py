"""The deadlines around a body's meetings: days before, and for the minutes after (R21)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.vocabulary import DayUnit, DeadlineKind
from app.i18n.catalogue import _
from app.services.changes import Kind
from app.services.drafts import DraftRow
from app.services.editing.done import Done
from app.services.settings import BodySettings
from app.views.editing.autosave import Seen, Slot
from app.views.editing.batch import Store
from app.views.settings.desk import VERSIONS, SettingsDesk
from app.views.settings.form import Form
from app.views.settings.values import DeadlineValue
from app.views.widgets.field import Field
from app.views.widgets.naming import named

BELOW = _("Dager før møtet, og for protokollen dager etter. Et tomt felt er ingen frist.")
_AFTER = (DeadlineKind.MINUTES_OUT, DeadlineKind.MINUTES_APPROVED)
BEFORE_MEETING, AFTER_MEETING = _("{what} (før møtet)"), _("{what} (etter møtet)")


class DeadlinesForm(QWidget):
    """One field for each kind of deadline."""

    def __init__(self, desk: SettingsDesk, refresh: Callable[[], object]) -> None:
        super().__init__()
        named(self, "deadlines-form")
        self._desk = desk
        self._codes: dict[int, str] = {}
        self._shown: int | None = None
        self._save = desk.autosave(Kind.BODY, self)
        self._save.stale.connect(refresh)
        self._form = Form()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._form)

    def building(self) -> Iterator[None]:
        """Build the fields, a pair at a time."""
        kinds = [kind for kind in DeadlineKind if kind not in _AFTER]
        for pair in (kinds[:2], kinds[2:], list(_AFTER)):
            self._form.line(*(self._field(kind) for kind in pair))
            yield

    def show_body(self, body: BodySettings, drafts: tuple[DraftRow, ...], *, own: bool) -> None:
        """Show the body's deadlines."""
        self._codes[body.id] = body.code
        values = {_key(row.kind): (row.days, row.unit) for row in body.deadlines}
        seen = Seen(values, VERSIONS)
        if self._shown == body.id:
            self._save.absorb(seen, own=own)
        else:
            self._shown = body.id
            self._save.open(body.id, seen, drafts)

    def leave(self) -> None:
        """Store what is typed."""
        self._save.flush()

    def _field(self, kind: DeadlineKind) -> Field:
        voice = self._desk.voice
        message = AFTER_MEETING if kind in _AFTER else BEFORE_MEETING
        label = voice.fill(message, what=voice.title_label("deadline_kind", kind))
        value = DeadlineValue(voice, f"deadline-{kind}", label)
        value.frame = Field(voice, label, value.widget)
        self._save.add(Slot(_key(kind), value, self._store(kind)))
        return value.frame

    def _store(self, kind: DeadlineKind) -> Store:
        templates = self._desk.edit.templates

        def store(body_id: int, value: Any, _version: int) -> Done:
            days, unit = value
            return templates.set_deadline(self._codes[body_id], kind, days, DayUnit(unit))

        return store


def _key(kind: DeadlineKind) -> str:
    return f"deadline-{kind.value}"
