"""Making a case: a title and a body are enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.vocabulary import CaseKind
from app.i18n.catalogue import _
from app.services.bodies import BodyRow
from app.services.editing.done import Done
from app.services.house import House
from app.views.brief.facts import KIND, KINDS
from app.views.editing.doing import do
from app.views.editing.form_dialog import FormDialog
from app.views.editing.plain_widgets import Choice
from app.views.shell.workbench import Workbench
from app.views.widgets.field import Field
from app.views.widgets.naming import named

NEW_CASE = _("Ny sak")
ABOUT = _("Saken ligger i organets kø til den settes på en saksliste.")
TITLE, BODY = _("Tittel"), _("Organ")
MAKE = _("Lag saken")
TITLE_FIRST = _("Skriv hva saken gjelder, først.")


class NewCaseDialog(FormDialog):
    """Calls back with the new case's id."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        house: House,
        bodies: Sequence[BodyRow],
        on_made: Callable[[Done], object],
    ) -> None:
        voice = bench.voice
        super().__init__(
            parent,
            voice,
            "new-case-dialog",
            voice.word(NEW_CASE),
            text=voice.word(ABOUT),
            verb=voice.word(MAKE),
            on_verb=self._make,
            width=540,
        )
        self._bench, self._house, self._on_made = bench, house, on_made
        self._title = named(QLineEdit(), "new-case-title")
        self._body = Choice("new-case-body")
        self._kind = Choice("new-case-kind")
        self._body.offer([(body.code, body.short_name) for body in bodies])
        self._body.setCurrentIndex(0 if bodies else -1)
        self._kind.offer([(kind, voice.word(words)) for kind, words in KINDS.items()])
        self._kind.show_code(CaseKind.DECISION)
        self._title_field = Field(voice, voice.word(TITLE), self._title)
        self.body.addWidget(self._title_field)
        for label, editor in ((BODY, self._body), (KIND, self._kind)):
            self.body.addWidget(Field(voice, voice.word(label), editor))
        self._title.textChanged.connect(lambda _text: self._judge())
        self._judge()

    def _judge(self) -> None:
        has_title = bool(self._title.text().strip())
        self._title_field.mark_missing(not has_title)
        self.say_why(None if has_title else self._bench.voice.word(TITLE_FIRST))

    def _make(self) -> None:
        body, title, kind = str(self._body.code()), self._title.text(), self._kind.code()
        assert isinstance(kind, CaseKind)
        cases = self._house.edit.cases
        do(self._bench, lambda: cases.create(body, title, kind), self._end_well)

    def _end_well(self, done: Done) -> None:
        self.accept()
        self._on_made(done)
