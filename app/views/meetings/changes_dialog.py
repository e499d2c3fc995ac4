"""Everything that was changed about when and where a meeting is, with who had been called (R23)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.meeting_changes import MeetingChangeView
from app.views.editing.form_dialog import FormDialog
from app.views.meetings.called_list import CalledList
from app.views.meetings.change_words import change_line, told_line
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import LARGE, SMALL
from app.views.widgets.layout import scrolled
from app.views.widgets.naming import named
from app.views.widgets.text import Text

TITLE = _("Flytting og avlysning")
ABOUT = _("{meeting}. Det nyeste står først.")
WHO = _("Hadde fått vite om møtet")
_WIDTH, _TALL = 620, 420


class ChangesDialog(FormDialog):
    """One after the other, the newest first."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        meeting: str,
        changes: Sequence[MeetingChangeView],
    ) -> None:
        voice = bench.voice
        super().__init__(
            parent,
            voice,
            "changes-dialog",
            voice.word(TITLE),
            text=voice.fill(ABOUT, meeting=meeting),
            width=_WIDTH,
        )
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, SMALL, 0)
        box.setSpacing(LARGE)
        for change in changes:
            part = QVBoxLayout()
            part.setSpacing(SMALL)
            line = Text(change_line(change, voice), "strong", wraps=True)
            part.addWidget(named(line, f"change-{change.id}"))
            part.addWidget(Text(told_line(change, voice), ink="muted", wraps=True))
            if change.called:
                part.addWidget(CalledList(bench, change.called, voice.word(WHO)))
            box.addLayout(part)
        box.addStretch(1)
        area = scrolled(inside, "changes-area")
        area.setMinimumHeight(min(_TALL, inside.sizeHint().height() + SMALL))
        self.body.addWidget(area, 1)
