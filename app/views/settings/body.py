"""One body: its rules with their days, deadlines, sections and standing items."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.changes import Kind
from app.services.drafts import DraftRow
from app.services.settings import BodySettings, RulesView
from app.tasks.store_threads import Ticket
from app.views.editing.plain_widgets import Choice
from app.views.editing.verb_dialog import VerbDialog
from app.views.settings.deadlines import BELOW, DeadlinesForm
from app.views.settings.desk import Pane, SettingsDesk
from app.views.settings.form import carded
from app.views.settings.rules import RulesForm
from app.views.settings.templates import SectionsCard, StandingCard
from app.views.theme.metrics import MEDIUM
from app.views.widgets.buttons import button
from app.views.widgets.card import Card
from app.views.widgets.date_field import DateField
from app.views.widgets.field import Field
from app.views.widgets.naming import named, reading

RULES, DEADLINES = _("Regler"), _("Frister")
RULES_BELOW = _("Et møte følger reglene som gjelder den dagen det holdes.")
HOLDS = _("Gjelder")
FROM, FROM_TO = _("fra {first:dato}"), _("fra {first:dato} til og med {last:dato}")
NEW_RULES, FROM_ON = _("Nye regler fra en dato …"), _("Gjelder fra")
NEW_TITLE = _("Nye regler for {body}")
NEW_TEXT = _("De begynner som en kopi av reglene du ser nå, og kan endres etterpå.")
MAKE = _("Lag nye regler")
MADE = _("{body} har nye regler fra {on:dato}.")
NO_DAY = _("Skriv den første dagen.")


class BodyPane(Pane):
    """One pane for all bodies; read as a whole, and each part stores its own fields."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__("body")
        self._desk, self._code = desk, ""
        self._body: BodySettings | None = None
        self._chosen: date | None = None
        self._ticket: Ticket | None = None
        self._holds = reading(Choice("rules-from"))
        self._holds.picked.connect(self._choose)
        self._rules = RulesForm(desk, lambda: self.refresh(own=False))
        self._deadlines = DeadlinesForm(desk, lambda: self.refresh(own=False))

    def building(self) -> Iterator[None]:
        voice = self._desk.voice
        self.cards.add(self._rules_card())
        yield
        yield from self._rules.building()
        below = voice.word(BELOW)
        self.cards.add(
            carded(voice.word(DEADLINES), "card-deadlines", self._deadlines, below=below)
        )
        yield
        yield from self._deadlines.building()
        self._sections = SectionsCard(self._desk, self)
        self.cards.add(self._sections)
        yield
        self._standing = StandingCard(self._desk, self)
        self.cards.add(self._standing)

    def show_body(self, code: str) -> None:
        """Show another body; what was typed for the one before is stored."""
        if code != self._code:
            self.leave()
            self._code, self._chosen = code, None
            self.refresh(own=False)

    def refresh(self, *, own: bool) -> None:
        if not self.is_built:
            return
        if self._ticket is not None:
            self._ticket.drop()
        house, code = self._desk.house, self._code

        def read() -> tuple[BodySettings, tuple[DraftRow, ...]]:
            body = house.settings.body(code)
            return body, house.drafts.of(Kind.BODY, body.id)

        self._ticket = self._desk.bench.read(read, lambda found: self._show(*found, own=own))

    def leave(self) -> None:
        self._rules.leave()
        self._deadlines.leave()

    def _rules_card(self) -> Card:
        voice = self._desk.voice
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(MEDIUM)
        box.addWidget(Field(voice, voice.word(HOLDS), self._holds))
        box.addWidget(self._rules)
        new = button(voice.word(NEW_RULES), "new-rules", on_click=self._ask)
        return carded(
            voice.word(RULES), "card-rules", inside, below=voice.word(RULES_BELOW), action=new
        )

    def _show(self, body: BodySettings, drafts: tuple[DraftRow, ...], *, own: bool) -> None:
        self._body = body
        view = self._view(body)
        self._chosen = view.from_on
        voice = self._desk.voice
        self._holds.offer(
            [(rules.from_on.isoformat(), _period(rules, voice)) for rules in body.rules]
        )
        self._holds.show_code(view.from_on.isoformat())
        self._rules.show_rules(body, view, drafts, own=own)
        self._deadlines.show_body(body, drafts, own=own)
        self._sections.show_body(body)
        self._standing.show_body(body)

    def _view(self, body: BodySettings) -> RulesView:
        """The rules that were chosen, else those that hold today."""
        today = self._desk.bench.today()
        begun = [view for view in body.rules if view.from_on <= today] or [body.rules[-1]]
        chosen = [view for view in body.rules if view.from_on == self._chosen]
        return next(iter([*chosen, *begun]))

    def _choose(self, code: object) -> None:
        self._rules.leave()
        self._chosen = date.fromisoformat(str(code))
        self.refresh(own=False)

    def _ask(self) -> None:
        if self._body is not None:
            NewRulesDialog(self, self._desk, self._body, self._view(self._body), self._made).open()

    def _made(self, on: date) -> None:
        self._chosen = on
        self.refresh(own=False)


class NewRulesDialog(VerbDialog):
    """Asks for the first day; the rules begin as a copy of `view`."""

    def __init__(
        self,
        pane: BodyPane,
        desk: SettingsDesk,
        body: BodySettings,
        view: RulesView,
        made: Callable[[date], object],
    ) -> None:
        voice = desk.voice
        super().__init__(
            pane,
            desk.bench,
            "new-rules-dialog",
            voice.fill(NEW_TITLE, body=body.short_name),
            voice.word(MAKE),
            self._store,
            text=voice.word(NEW_TEXT),
        )
        self._desk, self._of, self._view, self._made = desk, body, view, made
        self._day = named(DateField(voice, desk.bench.today), "new-rules-from")
        self._day.show_value(_new_year(desk.bench.today()))
        field = self.field(
            voice.word(FROM_ON), self._day, "rules_under_approved", "rules_there_already"
        )
        self.body.addWidget(field)
        self.require(field, self._day, voice.word(NO_DAY))
        self.finish()

    def _store(self) -> None:
        on, body, fields = self._day.value, self._of, self._view.fields
        if on is None:
            return
        settings, made = self._desk.house.edit.settings, self._made
        self.run(
            lambda: settings.begin_rules(body.code, on, fields),
            said=self._desk.voice.fill(MADE, body=body.short_name, on=on),
            after=lambda _done: made(on),
        )


def _period(view: RulesView, voice: Voice) -> str:
    """`fra 1. januar 2000 til og med 31. desember 2026`; the last days are inclusive."""
    if view.to_on is None:
        return voice.fill(FROM, first=view.from_on)
    return voice.fill(FROM_TO, first=view.from_on, last=view.to_on)


def _new_year(today: date) -> date:
    return date(today.year + 1, 1, 1)
