"""The history of a case or a meeting: who did what and when, each with its way back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.services.changes import Changes, Kind
from app.services.house import House
from app.views.editing.form_dialog import FormDialog
from app.views.history.lines import HistoryLines
from app.views.shell.workbench import Workbench

HISTORY = _("Historikk")
ABOUT = _("Det nyeste står øverst. Det som er sendt eller godkjent, kan ikke angres.")

_TALL = 440


class HistoryDialog(FormDialog):
    """Follows the file while it is open."""

    def __init__(
        self, parent: QWidget, bench: Workbench, house: House, kind: Kind, key: int
    ) -> None:
        voice = bench.voice
        super().__init__(
            parent,
            voice,
            "history-dialog",
            voice.word(HISTORY),
            text=voice.word(ABOUT),
            width=620,
        )
        self._lines = HistoryLines(bench, house, kind)
        self._lines.setMinimumHeight(_TALL)
        self.body.addWidget(self._lines)
        bench.hub.changed.connect(self._follow)
        self._lines.show_subject(key)

    def _follow(self, _changes: Changes) -> None:
        self._lines.refresh()
