"""An action point: what is to be done, by whom, and when (R43)."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from app.i18n.catalogue import _
from app.services.editing.gatherings import PointFields
from app.services.gatherings.facts import GatheringView, Participant, Point
from app.services.house import House
from app.views.editing.plain_widgets import Choice
from app.views.editing.verb_dialog import VerbDialog
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import MEDIUM
from app.views.widgets.date_field import DateField
from app.views.widgets.layout import row
from app.views.widgets.naming import named

NEW, EDIT = _("Ny oppgave"), _("Endre oppgaven")
ADD, STORE = _("Legg til"), _("Lagre")
TASK, WHO, OTHER, DUE = _("Oppgave"), _("Ansvarlig"), _("Ansvarlig med egne ord"), _("Frist")
NOBODY = _("Ikke fordelt")
HELP = _("Skriv her hvis den som har ansvaret, ikke står i listen.")
MISSING = _("Skriv hva som skal gjøres.")
ADDED, STORED = _("Oppgaven er lagt til."), _("Oppgaven er endret.")

_PERSON, _TOWN = "person", "town"


class PointDialog(VerbDialog):
    """For a new task (`point` is None), or one that is there."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        house: House,
        view: GatheringView,
        point: Point | None = None,
    ) -> None:
        word = bench.voice.word
        super().__init__(
            parent,
            bench,
            "point-dialog",
            word(NEW if point is None else EDIT),
            word(ADD if point is None else STORE),
            self._store,
        )
        self._house, self._view, self._point = house, view, point
        self._task = named(QLineEdit(), "point-task")
        self._who = Choice("point-who")
        self._who.offer(_responsible(view, word(NOBODY)))
        self._other = named(QLineEdit(), "point-other")
        self._due = named(DateField(bench.voice, bench.today), "point-due")
        task = self.field(word(TASK), self._task, "action_point_says_nothing", "line_too_long")
        self.body.addWidget(task)
        who = self.field(word(WHO), self._who, "person_gone", "institution_unknown")
        due = self.field(word(DUE), self._due)
        line = row(who, due, gap=MEDIUM)
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        self.body.addLayout(line)
        self.body.addWidget(self.field(word(OTHER), self._other, help_text=word(HELP)))
        self.require(task, self._task, word(MISSING))
        self._show()
        self.finish()

    def _show(self) -> None:
        point = self._point
        if point is None:
            self._who.show_code(None)
            return
        self._task.setText(point.task)
        self._due.show_value(point.due_on)
        code = _code(point)
        self._who.show_code(code)
        is_listed = code is not None and self._who.code() == code
        if not is_listed or point.responsible not in self._who.currentText():
            self._other.setText(point.responsible)

    def _store(self) -> None:
        code = self._who.code()
        kind, key = code if isinstance(code, tuple) else ("", None)
        fields = PointFields(
            task=self._task.text(),
            responsible=self._other.text(),
            person_id=key if kind == _PERSON else None,
            institution_id=key if kind == _TOWN else None,
            due_on=self._due.value,
        )
        edit, point, word = self._house.edit.gatherings, self._point, self._bench.voice.word
        meeting_id = self._view.meeting_id
        if point is None:
            self.run(lambda: edit.add_point(meeting_id, fields), said=word(ADDED))
        else:
            known = point
            self.run(lambda: edit.edit_point(known.id, fields, known.version), said=word(STORED))


def _responsible(view: GatheringView, nobody: str) -> list[tuple[object, str]]:
    """Nobody, the municipalities, then everyone who takes part."""
    towns = [((_TOWN, part.id), part.name) for part in view.municipalities]
    people = [((_PERSON, one.person_id), _named(one)) for one in view.participants]
    return [(None, nobody), *towns, *people]


def _named(one: Participant) -> str:
    return ", ".join(part for part in (one.name, one.institution) if part)


def _code(point: Point) -> tuple[str, int] | None:
    if point.person_id is not None:
        return _PERSON, point.person_id
    return None if point.institution_id is None else (_TOWN, point.institution_id)
