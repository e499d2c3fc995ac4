"""Erasing a person for good: what goes, what stays, and the name to be typed first (R52)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.reasons import Reason
from app.i18n.catalogue import _
from app.services.privacy.erasing import ErasurePlan
from app.views.editing.form_dialog import FormDialog
from app.views.shell.workbench import Workbench
from app.views.widgets.field import Field
from app.views.widgets.naming import named, restyle
from app.views.widgets.text import Text

TITLE = _("Slett {name} for godt")
ABOUT = _("Dette kan ikke angres, verken med Ctrl+Z eller fra papirkurven.")
BLOCKED = _("Personen kan ikke slettes ennå.")
GOES, STAYS = _("Dette blir slettet"), _("Dette blir stående")
TYPE = _("Skriv navnet til personen for å bekrefte")
VERB = _("Slett for godt")
_WIDTH = 560


class EraseDialog(FormDialog):
    """`erase` is called once the name was typed; a blocked plan only says why."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        plan: ErasurePlan,
        erase: Callable[[ErasurePlan], object],
    ) -> None:
        voice = bench.voice
        word = voice.word
        super().__init__(
            parent,
            voice,
            "erase-dialog",
            voice.fill(TITLE, name=plan.name),
            text=word(BLOCKED if plan.blocked else ABOUT),
            verb="" if plan.blocked else word(VERB),
            on_verb=self._erase,
            width=_WIDTH,
        )
        self._bench, self._plan, self._give = bench, plan, erase
        if plan.blocked:
            self._list("erase-blocked", "", plan.blocked)
            return
        self._list("erase-goes", word(GOES), plan.goes)
        self._list("erase-stays", word(STAYS), plan.stays)
        self._name = named(QLineEdit(), "erase-name")
        self._name.textChanged.connect(lambda _text: self._weigh())
        self.body.addWidget(Field(voice, word(TYPE), self._name))
        if self.verb is not None:
            self.verb.setProperty("kind", "danger")
            self.verb.setDefault(False)
            restyle(self.verb)
        self._weigh()

    def _list(self, name: str, title: str, reasons: Sequence[Reason]) -> None:
        voice = self._bench.voice
        if title:
            self.body.addWidget(Text(title, "strong"))
        lines = "\n".join(f"• {voice.say(reason)}" for reason in reasons)
        self.body.addWidget(named(Text(lines, wraps=True), name, title))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.give_room()

    def _weigh(self) -> None:
        typed = " ".join(self._name.text().split())
        wanted = Reason("erase_name_differs", name=self._plan.name)
        is_same = typed.casefold() == " ".join(self._plan.name.split()).casefold()
        self.say_why(None if is_same else self._bench.voice.say(wanted))

    def _erase(self) -> None:
        self.accept()
        self._give(self._plan)
