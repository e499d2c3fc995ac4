"""The history of a case or a meeting: who did what and when, each with its way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.changes import Changes, Kind
from app.services.desk import LOCAL
from app.services.history import HistoryLine
from app.services.house import House
from app.views.editing.doing import do
from app.views.editing.form_dialog import FormDialog
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import LARGE, SMALL
from app.views.widgets.buttons import button
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layout import row, scrolled
from app.views.widgets.naming import named
from app.views.widgets.text import ShortText, Text

HISTORY = _("Historikk")
ABOUT = _("Det nyeste står øverst. Det som er sendt eller godkjent, kan ikke angres.")
UNDO = _("Angre")
UNDO_WHAT = _("Angre: {what}")
UNDONE, IS_UNDONE = _("Angret: {what}"), _("angret")
NOTHING = _("Ingenting er gjort med dette ennå.")
FROM_TO = _("Fra «{before}» til «{after}»")
BECAUSE = _("Begrunnelse: {reason}")

_TALL = 440
_MOST = 200


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
        self._bench, self._house, self._kind, self._key = bench, house, kind, key
        self._inside = QWidget()
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, 0, SMALL, 0)
        self._rows.setSpacing(LARGE)
        self._area = scrolled(self._inside, "history")
        self._area.setMinimumHeight(_TALL)
        self.body.addWidget(self._area)
        bench.hub.changed.connect(self._refresh_if)
        self._read()

    def _refresh_if(self, _changes: Changes) -> None:
        self._read()

    def _read(self) -> None:
        history, kind, key = self._house.history, self._kind, self._key
        self._bench.read(lambda: history.of(kind, key), self._show)

    def _show(self, lines: Sequence[HistoryLine]) -> None:
        while item := self._rows.takeAt(0):
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for line in lines[:_MOST]:
            self._rows.addWidget(self._line(line))
        if not lines:
            nothing = EmptyState("no-history", self._bench.voice.word(NOTHING), icon="history")
            self._rows.addWidget(nothing)
        self._rows.addStretch(1)

    def _line(self, line: HistoryLine) -> QWidget:
        voice = self._bench.voice
        made = named(QWidget(), f"history-{line.entry}")
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        what = voice.say(line.what)
        head = row(ShortText(what, "medium"), None)
        if line.can_undo:
            undo = button(
                voice.word(UNDO),
                f"undo-{line.entry}",
                "link",
                on_click=lambda: self._undo(line, what),
            )
            undo.setAccessibleName(voice.fill(UNDO_WHAT, what=what))
            head.addWidget(undo)
        elif line.is_undone:
            head.addWidget(Text(voice.word(IS_UNDONE), "small", "muted"))
        box.addLayout(head)
        if line.before is not None and line.after is not None:
            told = voice.fill(FROM_TO, before=line.before, after=line.after)
            box.addWidget(ShortText(told, "small"))
        if line.reason:
            box.addWidget(Text(voice.fill(BECAUSE, reason=line.reason), "small", wraps=True))
        when = voice.formats.instant(line.at.astimezone(LOCAL))
        told_when = " · ".join(part for part in (when, line.who) if part)
        box.addWidget(ShortText(told_when, "small", "muted"))
        return made

    def _undo(self, line: HistoryLine, what: str) -> None:
        history = self._house.history
        do(
            self._bench,
            lambda: history.undo(line.entry),
            said=self._bench.voice.fill(UNDONE, what=what),
            can_undo=False,
        )
