"""One municipality's card: who comes from it, and what it reports of its own follow-up."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.gatherings.facts import GatheringView, MunicipalityPart
from app.views.editing.plain_widgets import GrowingText
from app.views.meetings.gathering.people_rows import PeopleRows
from app.views.theme.metrics import LARGE, MEDIUM
from app.views.widgets.buttons import button, say_why
from app.views.widgets.card import Card
from app.views.widgets.field import Field
from app.views.widgets.layout import column
from app.views.widgets.naming import named

HOST = _("vertskommune")
ADD = _("Legg til")
ADD_FROM = _("Legg til deltaker fra {name}")
STATUS = _("Status for kommunens oppfølging")
STATUS_OF = _("Status fra {name}")
EMPTY = _("Hva har kommunen gjort siden sist, og hva står igjen?")
CANCELLED = _("Møtet er avlyst eller godkjent, og kan ikke endres her.")
_LINES = 2


class TownCard(Card):
    """Stays while the same gathering is shown; `text` is the field of the report."""

    marked = Signal(object, object)
    guest_wanted = Signal(int)

    def __init__(self, voice: Voice, part: MunicipalityPart) -> None:
        key = part.id
        self._add = button(
            voice.word(ADD),
            f"add-from-{key}",
            "link",
            icon="plus",
            on_click=lambda: self.guest_wanted.emit(key),
        )
        super().__init__(part.name, f"town-{key}", action=self._add)
        self._voice = voice
        self._add.setAccessibleName(voice.fill(ADD_FROM, name=part.short_name))
        self.people = PeopleRows(voice, f"people-{key}")
        self.people.marked.connect(self.marked)
        self.text = GrowingText(f"status-{key}", lines=_LINES)
        self.text.setPlaceholderText(voice.word(EMPTY))
        self.frame = Field(voice, voice.word(STATUS), self.text)
        named(self.text, f"status-{key}", voice.fill(STATUS_OF, name=part.short_name))
        self._body.addLayout(
            column(self.people, self.frame, gap=MEDIUM, margins=(LARGE, MEDIUM, LARGE, LARGE))
        )

    def show_part(self, part: MunicipalityPart, view: GatheringView) -> None:
        """Show who comes; the report is shown by what stores it."""
        self.tell(side=self._voice.word(HOST) if part.is_host else "")
        self.people.show_people(part.participants, is_over=view.is_over, can_edit=view.can_edit)
        say_why(self._add, None if view.can_edit else self._voice.word(CANCELLED))
