"""What can be done with a meeting as a whole, for its menu and its head."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.domain.meeting_status import possible
from app.domain.vocabulary import MeetingEvent, MeetingStatus
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.agendas import AgendaView
from app.services.meeting_changes import MeetingChangeView
from app.services.meeting_steps import NextStep
from app.views.editing.actions import DELETE_KEYS, action, say_why_not, separator
from app.views.meetings.words import NEXT_STEPS
from app.views.widgets.naming import READS

BACK = _("Alle møter")
EDIT = _("Dato, tid og sted …")
NOTIFY = _("Møtevarselet er sendt …")
MOVE, CANCEL = _("Flytt møtet …"), _("Avlys møtet …")
TOLD = _("Noter at de har fått beskjed …")
INVITE, CALL_OFF = _("Lag kalenderinvitasjon …"), _("Lag kalenderavlysning …")
HELD = _("Møtet er holdt, så ingen kan inviteres lenger.")
HISTORY = _("Historikk …")
DELETE = _("Slett møtet")
CLOSED = _("Møtet er holdt eller avlyst, og kan ikke endres her.")
PUBLISHED = _("Sakslisten er publisert, så møtet kan ikke slettes. Det kan avlyses.")
NOT_NOW = _("Møtet er «{status:meeting_status}», og da går det ikke an å {event:meeting_event}.")
NOBODY_TO_TELL = _("Møtet er ikke flyttet eller avlyst etter at noen fikk vite om det.")
TOLD_ALREADY = _("Det er notert at de fikk beskjed {on:dato}.")


class WorkspaceActions:
    """Made once; what they do is connected by the workspace."""

    def __init__(self, owner: QWidget, voice: Voice) -> None:
        self._voice = voice

        def make(text: str, name: str, keys: str = "", icon: str = "") -> QAction:
            return action(owner, voice.word(text), name, lambda: None, keys, icon=icon)

        self.back = make(BACK, "all-meetings", "", "chevron-left")
        self.edit = make(EDIT, "edit-meeting", "Ctrl+Shift+E", "pencil")
        self.publish = make(NEXT_STEPS[NextStep.PUBLISH], "next-step", "Ctrl+Shift+Return", "send")
        self.notify = make(NOTIFY, "mark-notified", "", "mail")
        self.move = make(MOVE, "move-meeting", "Ctrl+Shift+U", "calendar-days")
        self.cancel = make(CANCEL, "cancel-meeting", "Ctrl+Shift+X", "circle-x")
        self.told = make(TOLD, "mark-told", "Ctrl+Shift+J", "check")
        self.invite = make(INVITE, "calendar-invitation", "Ctrl+Shift+I", "calendar-days")
        self.call_off = make(CALL_OFF, "calendar-cancellation", "Ctrl+Shift+W", "calendar-days")
        self.history = make(HISTORY, "meeting-history", "Ctrl+Shift+Y", "history")
        self.delete = make(DELETE, "delete-meeting", DELETE_KEYS, "trash-2")
        self._gaps = (separator(owner), separator(owner))

    def all(self) -> Sequence[QAction]:
        """In the order of the menu."""
        calendar = (self.invite, self.call_off)
        return (
            self.back,
            self.publish,
            self.edit,
            self.notify,
            self.move,
            self.cancel,
            self.told,
            *calendar,
            self.history,
            self.delete,
        )

    def grouped(self) -> Sequence[QAction]:
        """For the window's menu: the way back, the meeting, and room for what comes after."""
        way_back, *deeds = self.all()
        return (way_back, self._gaps[0], *deeds, self._gaps[1])

    def settle(self, view: AgendaView) -> None:
        """Let be done what can be done, and say why not."""
        voice = self._voice
        closed = None if view.can_edit else voice.word(CLOSED)
        say_why_not(self.edit, closed)
        for act, event in (
            (self.notify, MeetingEvent.NOTIFY),
            (self.move, MeetingEvent.MOVE),
            (self.cancel, MeetingEvent.CANCEL),
        ):
            say_why_not(act, self._why_not(view.meeting.status, event))
        is_off = view.meeting.status is MeetingStatus.CANCELLED
        self.invite.setVisible(not is_off)
        self.call_off.setVisible(is_off)
        say_why_not(self.invite, None if view.can_edit else voice.word(HELD))
        published = voice.word(PUBLISHED) if view.meeting.agenda_version else None
        say_why_not(self.delete, closed or published)
        words = NEXT_STEPS.get(view.next_step)
        self.publish.setVisible(words is not None)
        self.publish.setProperty(READS, view.next_step is NextStep.MAKE_PAPERS)
        say_why_not(self.publish, None)
        if words is not None:
            self.publish.setText(voice.word(words))

    def settle_told(self, change: MeetingChangeView | None) -> None:
        """Let be noted that they were told, while somebody has to be."""
        voice = self._voice
        if change is None or not change.called:
            say_why_not(self.told, voice.word(NOBODY_TO_TELL))
        elif change.told_on is not None:
            say_why_not(self.told, voice.fill(TOLD_ALREADY, on=change.told_on))
        else:
            say_why_not(self.told, None)

    def _why_not(self, status: MeetingStatus, event: MeetingEvent) -> str | None:
        """What the table of steps says against it (R24)."""
        if event in possible(status):
            return None
        return self._voice.fill(NOT_NOW, status=status.value, event=event.value)
