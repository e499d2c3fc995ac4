"""What was done to a case or a meeting, the newest first, each deed with its way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.changes import Kind
from app.services.history import HistoryLine
from app.services.house import House
from app.tasks.store_threads import Ticket
from app.views.editing.doing import do
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import LARGE, SMALL
from app.views.widgets.buttons import button
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layout import row, scrolled
from app.views.widgets.naming import named
from app.views.widgets.text import ShortText, Text

UNDO = _("Angre")
UNDO_WHAT = _("Angre: {what}")
UNDONE, IS_UNDONE = _("Angret: {what}"), _("angret")
NOTHING = _("Ingenting er gjort med dette ennå.")
FROM_TO = _("Fra «{before}» til «{after}»")
BECAUSE = _("Begrunnelse: {reason}")

_MOST = 200


class HistoryLines(QWidget):
    """Shows one subject; its owner says when to read again."""

    def __init__(
        self, bench: Workbench, house: House, kind: Kind, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench, self._house, self._kind = bench, house, kind
        self._key: int | None = None
        self._shown: tuple[HistoryLine, ...] | None = None
        self._ticket: Ticket | None = None
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, SMALL, 0)
        self._rows.setSpacing(LARGE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside, "history"))

    def show_subject(self, key: int | None) -> None:
        """Show what was done to this one."""
        self._key = key
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        history, kind, key = self._house.history, self._kind, self._key
        if self._ticket is not None:
            self._ticket.drop()
        if key is not None:
            self._ticket = self._bench.read(lambda: history.of(kind, key), self._show)

    def _show(self, lines: Sequence[HistoryLine]) -> None:
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
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
        box.addLayout(self._head(line, voice.say(line.what)))
        if line.before is not None and line.after is not None:
            told = voice.fill(FROM_TO, before=line.before, after=line.after)
            box.addWidget(ShortText(told, "small"))
        if line.reason:
            box.addWidget(Text(voice.fill(BECAUSE, reason=line.reason), "small", wraps=True))
        when = voice.formats.instant(line.at)
        told_when = " · ".join(part for part in (when, line.who) if part)
        box.addWidget(ShortText(told_when, "small", "muted"))
        return made

    def _head(self, line: HistoryLine, what: str) -> QHBoxLayout:
        """The deed in words, and the button that takes it back where it can be."""
        voice = self._bench.voice
        words = ShortText(what, "medium")
        head = row(words, gap=SMALL)
        head.setStretch(0, 1)
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
        return head

    def _undo(self, line: HistoryLine, what: str) -> None:
        history = self._house.history
        do(
            self._bench,
            lambda: history.undo(line.entry),
            said=self._bench.voice.fill(UNDONE, what=what),
            can_undo=False,
        )
