"""What briefs and agendas of a body are made of, in order: sections and standing items."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.settings import BodySettings, SectionRow, StandingRow
from app.views.editing.doing import do
from app.views.settings.desk import SettingsDesk
from app.views.settings.ordered import OrderedList
from app.views.settings.template_dialogs import SectionDialog, StandingDialog
from app.views.theme.tokens import Tone
from app.views.widgets.buttons import button
from app.views.widgets.card import Card
from app.views.widgets.entries import Entry

SECTIONS, NEW_SECTION = _("Saksframlegget"), _("Ny del")
SECTIONS_BELOW = _("Delene i den rekkefølgen de står. Alt+pil flytter, Enter endrer.")
NO_SECTIONS = _("Saksframlegget har ingen deler. Legg til den første.")
STANDING, NEW_STANDING = _("Faste poster på sakslisten"), _("Ny fast post")
STANDING_BELOW = _("Nye sakslister begynner med disse. Alt+pil flytter, Enter endrer.")
NO_STANDING = _("Sakslisten har ingen faste poster. Legg til den første.")
REMOVED = _("«{title}» er tatt bort.")
COMPUTED, REQUIRED = _("beregnes"), _("må fylles ut")
NUMBERED, AT_END = _("med saksnummer"), _("til slutt")


class SectionsCard(Card):
    """The headings of the body's briefs."""

    def __init__(self, desk: SettingsDesk, pane: QWidget) -> None:
        voice = desk.voice
        add = button(voice.word(NEW_SECTION), "new-section", icon="plus")
        super().__init__(
            voice.word(SECTIONS), "card-sections", below=voice.word(SECTIONS_BELOW), action=add
        )
        self._desk, self._pane, self._code = desk, pane, ""
        self._found: dict[int, SectionRow] = {}
        self.order = OrderedList(voice, "sections", voice.word(SECTIONS), voice.word(NO_SECTIONS))
        self.add(self.order)
        templates = desk.house.edit.templates
        add.clicked.connect(lambda: self._ask(None))
        self.order.edit_wanted.connect(lambda key: self._ask(self._found[key]))
        self.order.move_wanted.connect(
            lambda key, place: do(desk.bench, lambda: templates.move_section(key, place))
        )
        self.order.remove_wanted.connect(self._remove)

    def show_body(self, body: BodySettings) -> None:
        """Show the body's sections."""
        self._code = body.code
        self._found = {row.id: row for row in body.sections}
        self.order.show_entries(
            [
                Entry(row.id, row.heading, lead=f"{number}", chip=_chip(row, self._desk.voice))
                for number, row in enumerate(body.sections, start=1)
            ]
        )

    def _ask(self, row: SectionRow | None) -> None:
        SectionDialog(self._pane, self._desk, self._code, row).open()

    def _remove(self, key: int) -> None:
        templates, voice = self._desk.house.edit.templates, self._desk.voice
        said = voice.fill(REMOVED, title=self._found[key].heading)
        do(self._desk.bench, lambda: templates.remove_section(key), said=said)


class StandingCard(Card):
    """The items that come along to the body's new agendas."""

    def __init__(self, desk: SettingsDesk, pane: QWidget) -> None:
        voice = desk.voice
        add = button(voice.word(NEW_STANDING), "new-standing", icon="plus")
        super().__init__(
            voice.word(STANDING), "card-standing", below=voice.word(STANDING_BELOW), action=add
        )
        self._desk, self._pane, self._code = desk, pane, ""
        self._found: dict[int, StandingRow] = {}
        self.order = OrderedList(voice, "standing", voice.word(STANDING), voice.word(NO_STANDING))
        self.add(self.order)
        templates = desk.house.edit.templates
        add.clicked.connect(lambda: self._ask(None))
        self.order.edit_wanted.connect(lambda key: self._ask(self._found[key]))
        self.order.move_wanted.connect(
            lambda key, place: do(desk.bench, lambda: templates.move_standing(key, place))
        )
        self.order.remove_wanted.connect(self._remove)

    def show_body(self, body: BodySettings) -> None:
        """Show the body's standing items."""
        self._code = body.code
        self._found = {row.id: row for row in body.standing}
        self.order.show_entries(
            [
                Entry(row.id, row.title, _about(row, self._desk.voice), lead=f"{number}")
                for number, row in enumerate(body.standing, start=1)
            ]
        )

    def _ask(self, row: StandingRow | None) -> None:
        StandingDialog(self._pane, self._desk, self._code, row).open()

    def _remove(self, key: int) -> None:
        templates, voice = self._desk.house.edit.templates, self._desk.voice
        said = voice.fill(REMOVED, title=self._found[key].title)
        do(self._desk.bench, lambda: templates.remove_standing(key), said=said)


def _chip(row: SectionRow, voice: Voice) -> tuple[str, Tone] | None:
    if row.is_computed:
        return voice.word(COMPUTED), "neutral"
    return (voice.word(REQUIRED), "accent") if row.is_required else None


def _about(row: StandingRow, voice: Voice) -> str:
    """`5 min · med saksnummer · til slutt`."""
    parts = [voice.formats.duration(row.minutes)]
    parts += [voice.word(NUMBERED)] * row.is_numbered + [voice.word(AT_END)] * row.is_at_end
    return " · ".join(parts)
