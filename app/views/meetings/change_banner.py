"""Across the workspace of a moved or cancelled meeting: what, why, and whether they know (R23)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.vocabulary import MeetingStatus
from app.i18n.catalogue import _
from app.services.agendas import MeetingFactsView
from app.services.meeting_changes import MeetingChangeView
from app.services.meeting_steps import has_begun
from app.views.meetings.called_list import COPY as COPY_ADDRESSES
from app.views.meetings.called_list import NO_ADDRESSES, copy_addresses
from app.views.meetings.change_words import change_line, told_line
from app.views.meetings.told_dialog import TITLE as NOTE_TOLD
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import TINY
from app.views.theme.tokens import Tone
from app.views.widgets.buttons import button, say_why
from app.views.widgets.layout import row
from app.views.widgets.notices import NoticeBar

SHOW = _("Vis hvem og når …")
CANCELLED = _("Møtet er avlyst. {reason}")


class ChangeBanner(NoticeBar):
    """Hidden for a meeting that is where it was planned, and for one that has been held."""

    details_wanted = Signal()
    telling_wanted = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench.voice, "", may_close=False, name="meeting-change", parent=parent)
        self._bench = bench
        self.change: MeetingChangeView | None = None
        """The newest change, which the banner is about."""
        word = bench.voice.word
        self._details = button(
            word(SHOW), "meeting-change-details", on_click=self.details_wanted.emit
        )
        self._copy = button(
            word(COPY_ADDRESSES), "meeting-change-copy", icon="copy", on_click=self._copy_addresses
        )
        self._tell = button(
            f"{word(NOTE_TOLD)} …", "mark-told", icon="check", on_click=self.telling_wanted.emit
        )
        self._stand_under_words()
        self.hide()

    def show_meeting(self, meeting: MeetingFactsView, changes: Sequence[MeetingChangeView]) -> None:
        """Tell the newest of `changes`; an old meeting may have been cancelled without any."""
        voice = self._bench.voice
        is_cancelled = meeting.status is MeetingStatus.CANCELLED
        self.change = change = changes[0] if changes else None
        self.setVisible(is_cancelled or (change is not None and not has_begun(meeting.status)))
        for part in (self._details, self._copy, self._tell):
            part.setVisible(change is not None)
        if change is None:
            self.tell(voice.fill(CANCELLED, reason=meeting.status_reason).strip(), "neutral")
            return
        words = " ".join((change_line(change, voice), told_line(change, voice)))
        self.tell(words, self._tone(change, is_cancelled))
        self._copy.setVisible(bool(change.called))
        self._tell.setVisible(change.must_be_told)
        say_why(self._copy, None if change.called.line else voice.word(NO_ADDRESSES))

    def _tone(self, change: MeetingChangeView, is_cancelled: bool) -> Tone:
        if not change.must_be_told:
            return "neutral"
        return "bad" if is_cancelled else "warn"

    def _copy_addresses(self) -> None:
        if self.change is not None:
            copy_addresses(self._bench, self.change.called)

    def _stand_under_words(self) -> None:
        """Three buttons beside a long sentence would leave it no room in a narrow window."""
        line = self.layout()
        assert isinstance(line, QBoxLayout)
        line.removeWidget(self._words)
        under = QVBoxLayout()
        under.setSpacing(TINY + 2)
        under.addWidget(self._words)
        under.addLayout(row(self._details, self._copy, self._tell, None))
        line.addLayout(under, 1)
