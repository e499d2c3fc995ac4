"""Every editing service of one desk, in the name of whoever asks."""

from __future__ import annotations

from app.services.desk import Desk
from app.services.editing.agenda import AgendaEditor
from app.services.editing.attachments import AttachmentEditor
from app.services.editing.cases import CaseEditor
from app.services.editing.gatherings import GatheringEditor
from app.services.editing.hosting import HostingEditor
from app.services.editing.meeting_changes import MeetingChangeEditor
from app.services.editing.meetings import MeetingEditor
from app.services.editing.mergers import MergerEditor
from app.services.editing.observers import ObserverEditor
from app.services.editing.people import PeopleEditor
from app.services.editing.planning import PlanningEditor
from app.services.editing.renewal import RenewalEditor
from app.services.editing.revision import RevisionEditor
from app.services.editing.rotation import RotationEditor
from app.services.editing.seats import SeatEditor
from app.services.editing.settings import SettingsEditor
from app.services.editing.templates import TemplateEditor
from app.services.editing.terms import TermEditor
from app.services.editing.texts import TextEditor
from app.services.editing.wheel import WheelEditor


class Editors:
    """The verbs of the window by theme; their changes carry `origin`."""

    def __init__(self, desk: Desk, origin: str = "") -> None:
        self._desk = desk
        self.agenda = AgendaEditor(desk, origin)
        self.attachments = AttachmentEditor(desk, origin)
        self.cases = CaseEditor(desk, origin)
        self.meeting_changes = MeetingChangeEditor(desk, origin)
        self.gatherings = GatheringEditor(desk, origin)
        self.hosting = HostingEditor(desk, origin)
        self.meetings = MeetingEditor(desk, origin)
        self.mergers = MergerEditor(desk, origin)
        self.observers = ObserverEditor(desk, origin)
        self.people = PeopleEditor(desk, origin)
        self.planning = PlanningEditor(desk, origin)
        self.renewal = RenewalEditor(desk, origin)
        self.revision = RevisionEditor(desk, origin)
        self.seats = SeatEditor(desk, origin)
        self.rotation = RotationEditor(desk, origin)
        self.settings = SettingsEditor(desk, origin)
        self.templates = TemplateEditor(desk, origin)
        self.terms = TermEditor(desk, origin)
        self.texts = TextEditor(desk, origin)
        self.wheel = WheelEditor(desk, origin)

    def signed(self, origin: str) -> Editors:
        """The same verbs asked for by `origin`, such as an editor on the screen."""
        return Editors(self._desk, origin)
