"""What was done to a case or a meeting, the newest first, each deed with its way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
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
AGAIN = _("Gjorde om igjen: {what}")
NOTHING = _("Ingenting er gjort med dette ennå.")
FROM_TO = _("Fra «{before}» til «{after}»")
ONLY_TO, ONLY_FROM = _("Nå «{after}»"), _("Før «{before}»")
SHOW_MORE = _("Vis flere")
BECAUSE = _("Begrunnelse: {reason}")

_FIRST, _MORE = 20, 50
"""Lines at first, and how many more for each "Vis flere": each is several widgets."""

_LONGEST_WORD = 24
"""Characters that fit beside the brief; a line with a longer file name is cut, not wrapped."""


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
        self._limit = _FIRST
        self._more = button(
            bench.voice.word(SHOW_MORE), "history-more", "link", on_click=self._show_more
        )
        self._more.hide()
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, SMALL, 0)
        self._rows.setSpacing(LARGE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside, "history"))

    def show_subject(self, key: int | None) -> None:
        """Show what was done to this one."""
        if key != self._key:
            self._limit = _FIRST
        self._key = key
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        history, kind, key = self._house.history, self._kind, self._key
        one_more = self._limit + 1
        if self._ticket is not None:
            self._ticket.drop()
        if key is not None:
            self._ticket = self._bench.read(lambda: history.of(kind, key, one_more), self._show)

    def _show(self, lines: Sequence[HistoryLine]) -> None:
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        self._clear()
        for line in lines[: self._limit]:
            self._rows.addWidget(self._line(line))
        if not lines:
            nothing = EmptyState("no-history", self._bench.voice.word(NOTHING), icon="history")
            self._rows.addWidget(nothing)
        self._rows.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.setVisible(len(lines) > self._limit)
        self._rows.addStretch(1)

    def _clear(self) -> None:
        while item := self._rows.takeAt(0):
            old = item.widget()
            if old is not None and old is not self._more:
                old.hide()
                old.deleteLater()

    def _show_more(self) -> None:
        self._limit += _MORE
        self._shown = None
        self.refresh()

    def _line(self, line: HistoryLine) -> QWidget:
        voice = self._bench.voice
        made = named(QWidget(), f"history-{line.entry}")
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(self._head(line, self._what(line)))
        if told := self._change(line):
            box.addWidget(ShortText(told, "small"))
        if line.reason:
            box.addWidget(Text(voice.fill(BECAUSE, reason=line.reason), "small", wraps=True))
        when = voice.formats.instant(line.at)
        told_when = " · ".join(part for part in (when, line.who) if part)
        box.addWidget(ShortText(told_when, "small", "muted"))
        return made

    def _what(self, line: HistoryLine) -> str:
        """The deed; of an undoing, what it took back or did again."""
        voice = self._bench.voice
        what = voice.say(line.what)
        if not line.is_undoing:
            return what
        return voice.fill(AGAIN if line.is_again else UNDONE, what=what)

    def _change(self, line: HistoryLine) -> str:
        """The value before and after, or the one that there is."""
        before, after = line.before, line.after
        if not before and not after:
            return ""
        message = FROM_TO if before and after else ONLY_TO if after else ONLY_FROM
        return self._bench.voice.fill(message, before=before, after=after)

    def _head(self, line: HistoryLine, what: str) -> QHBoxLayout:
        """The deed in words, and the button that takes it back where it can be."""
        voice = self._bench.voice
        wraps = all(len(word) <= _LONGEST_WORD for word in what.split())
        words = Text(what, "medium", wraps=True) if wraps else ShortText(what, "medium")
        head = row(words, gap=SMALL)
        head.setStretch(0, 1)
        if line.can_undo:
            undo = button(
                voice.word(UNDO),
                f"undo-{line.entry}",
                "link",
                on_click=lambda: self._undo(line),
            )
            undo.setAccessibleName(voice.fill(UNDO_WHAT, what=what))
            head.addWidget(undo)
        elif line.is_undone:
            head.addWidget(Text(voice.word(IS_UNDONE), "small", "muted"))
        return head

    def _undo(self, line: HistoryLine) -> None:
        history, voice = self._house.history, self._bench.voice
        is_redoing = line.is_undoing and not line.is_again
        do(
            self._bench,
            lambda: history.undo(line.entry),
            said=voice.fill(AGAIN if is_redoing else UNDONE, what=voice.say(line.what)),
            can_undo=False,
        )
