"""What can be done with an agenda, each as one verb of the services, told with its way back."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.vocabulary import CaseKind
from app.i18n.catalogue import _
from app.services.agendas import AgendaLine
from app.services.changes import Changes
from app.services.editing.done import Done
from app.services.editing.placing import StandingSpec
from app.services.house import House
from app.views.agenda.inline import LineEdit
from app.views.editing.doing import do
from app.views.shell.workbench import Workbench

ADDED = _("«{title}» er satt på sakslisten.")
REMOVED = _("«{title}» er tatt av sakslisten.")
BACK_IN_QUEUE = _("«{title}» er tatt av sakslisten og ligger i køen.")
WITHDRAWN = _("«{title}» er trukket. Nummeret brukes ikke om igjen.")
REINSTATED = _("«{title}» står på sakslisten igjen.")

_LONGEST = 60


class AgendaDeeds:
    """One for each open meeting; everyone is told of what changed."""

    def __init__(self, bench: Workbench, house: House, meeting_id: int) -> None:
        self._bench, self._meeting_id = bench, meeting_id
        self._agenda = house.edit.agenda
        self._cases = house.edit.cases
        self._made: int | None = None

    def take_made(self) -> int | None:
        """The item that was made last, once, so that it can be chosen when it is shown."""
        made, self._made = self._made, None
        return made

    def add_case(self, case_id: int, title: str) -> None:
        """Take a case from the queue."""
        self._change(
            lambda: self._agenda.add_case(self._meeting_id, case_id), self._said(ADDED, title)
        )

    def add_new_case(self, body: str, title: str, kind: CaseKind) -> None:
        """Make a case and put it on the agenda."""

        def make() -> Done:
            made = self._cases.create(body, title, kind)
            return self._agenda.add_case(self._meeting_id, made.id)

        self._change(make)

    def add_standing(self, spec: StandingSpec) -> None:
        """Add a standing item."""
        self._change(
            lambda: self._agenda.add_standing(self._meeting_id, spec), self._said(ADDED, spec.title)
        )

    def add_heading(self, title: str, position: int | None) -> None:
        """Add a heading over the line at `position`."""
        self._change(lambda: self._agenda.add_heading(self._meeting_id, title, position))

    def move(self, line: AgendaLine, position: int) -> None:
        """Put a line elsewhere."""
        self._change(lambda: self._agenda.move(line.id, position, line.version))

    def edit(self, line: AgendaLine, wanted: LineEdit) -> None:
        """Give a line its title, time and presenter, as far as they are new."""

        def store() -> Changes:
            version, changes = line.version, Changes(frozenset())
            if wanted.title is not None and wanted.title != line.title:
                done = self._agenda.rename(line.id, wanted.title, version)
                version, changes = done.version, done.changes
            if wanted.minutes != line.minutes:
                done = self._agenda.set_minutes(line.id, wanted.minutes, version)
                version, changes = done.version, done.changes
            if wanted.presenter != line.presenter:
                changes = self._agenda.set_presenter(line.id, wanted.presenter, version).changes
            return changes

        do(self._bench, store)

    def remove(self, line: AgendaLine) -> None:
        """Take a line off; what was published is withdrawn."""
        said = REMOVED
        if line.case_id is not None:
            said = WITHDRAWN if line.is_published else BACK_IN_QUEUE
        self._change(
            lambda: self._agenda.remove(line.id, line.version), self._said(said, line.title)
        )

    def reinstate(self, line: AgendaLine) -> None:
        """Take back a withdrawal."""
        self._change(
            lambda: self._agenda.reinstate(line.id, line.version),
            self._said(REINSTATED, line.title),
        )

    def _change(self, action: Callable[[], Done], said: str = "") -> None:
        def remember(done: Done) -> None:
            self._made = done.id

        do(self._bench, action, remember, said=said)

    def _said(self, message: str, title: str) -> str:
        short = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
        return self._bench.voice.fill(message, title=short)
