"""What is asked about a section of a brief, and about a standing item (R25, R29)."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.domain.vocabulary import StandingKind
from app.i18n.catalogue import _
from app.services.editing.placing import StandingSpec
from app.services.settings import SectionRow, StandingRow
from app.views.editing.plain_widgets import Choice, Minutes
from app.views.editing.verb_dialog import VerbDialog
from app.views.settings.desk import SettingsDesk
from app.views.theme.metrics import MEDIUM
from app.views.widgets.layout import row
from app.views.widgets.naming import named

ADD, STORE = _("Legg til"), _("Lagre")
NEW_SECTION, EDIT_SECTION = _("Ny del av saksframlegget"), _("Endre delen")
HEADING, REQUIRED = _("Overskrift"), _("Si fra når den er tom")
COMPUTED = _("Denne delen skrives av programmet.")
NO_HEADING = _("Skriv hva delen skal hete.")
NEW_STANDING, EDIT_STANDING = _("Ny fast post"), _("Endre den faste posten")
STANDING_TEXT = _("Nye sakslister får den med. De som er laget, endres ikke.")
KIND, TITLE, MINUTES, MINUTE = _("Slag"), _("Tittel"), _("Tid"), _("min")
NUMBERED, AT_END = _("Får saksnummer"), _("Står til slutt")
NO_TITLE = _("Skriv hva posten skal hete.")


class SectionDialog(VerbDialog):
    """For a new section of the body `code` (`view` is None), or one that is there."""

    def __init__(
        self, parent: QWidget, desk: SettingsDesk, code: str, view: SectionRow | None
    ) -> None:
        word = desk.voice.word
        super().__init__(
            parent,
            desk.bench,
            "section-dialog",
            word(NEW_SECTION if view is None else EDIT_SECTION),
            word(ADD if view is None else STORE),
            self._store,
            text=word(COMPUTED) if view is not None and view.is_computed else "",
        )
        self._templates, self._code, self._view = desk.house.edit.templates, code, view
        self._heading = named(QLineEdit(), "section-heading")
        self._required = named(QCheckBox(word(REQUIRED)), "section-required", word(REQUIRED))
        field = self.field(word(HEADING), self._heading, "section_heading_missing", "line_too_long")
        self.body.addWidget(field)
        self.body.addWidget(self._required)
        self._required.setVisible(view is not None and not view.is_computed)
        self.require(field, self._heading, word(NO_HEADING))
        if view is not None:
            self._heading.setText(view.heading)
            self._required.setChecked(view.is_required)
        self.finish()

    def _store(self) -> None:
        templates, code, view, heading = (
            self._templates,
            self._code,
            self._view,
            self._heading.text(),
        )
        is_required = self._required.isChecked()
        if view is None:
            self.run(lambda: templates.add_section(code, heading))
        else:
            self.run(lambda: templates.set_section(view.id, heading, is_required=is_required))


class StandingDialog(VerbDialog):
    """For a new standing item of the body `code` (`view` is None), or one that is there."""

    def __init__(
        self, parent: QWidget, desk: SettingsDesk, code: str, view: StandingRow | None
    ) -> None:
        voice = desk.voice
        word = voice.word
        super().__init__(
            parent,
            desk.bench,
            "standing-dialog",
            word(NEW_STANDING if view is None else EDIT_STANDING),
            word(ADD if view is None else STORE),
            self._store,
            text=word(STANDING_TEXT),
        )
        self._templates, self._code, self._view = desk.house.edit.templates, code, view
        self._kind = Choice("standing-kind")
        self._kind.offer([(kind, voice.label("standing_kind", kind)) for kind in StandingKind])
        self._title = named(QLineEdit(), "standing-title")
        self._minutes = Minutes("standing-minutes", word(MINUTE))
        self._numbered = named(QCheckBox(word(NUMBERED)), "standing-numbered", word(NUMBERED))
        self._at_end = named(QCheckBox(word(AT_END)), "standing-end", word(AT_END))
        title = self.field(word(TITLE), self._title, "item_title_missing", "line_too_long")
        minutes = self.field(word(MINUTES), self._minutes, "minutes_out_of_range")
        self.body.addWidget(self.field(word(KIND), self._kind))
        line = row(title, minutes, gap=MEDIUM)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.body.addWidget(self._numbered)
        self.body.addWidget(self._at_end)
        self.require(title, self._title, word(NO_TITLE))
        self._show(view)
        self._kind.picked.connect(self._suggest)
        self.finish()

    def _show(self, view: StandingRow | None) -> None:
        if view is None:
            self._kind.show_code(StandingKind.INFORMATION)
            self._minutes.setValue(5)
            self._suggest(StandingKind.INFORMATION)
            return
        self._kind.show_code(view.kind)
        self._title.setText(view.title)
        self._minutes.setValue(view.minutes)
        self._numbered.setChecked(view.is_numbered)
        self._at_end.setChecked(view.is_at_end)

    def _suggest(self, kind: object) -> None:
        """A kind has its usual title; one that was written stays."""
        voice = self._bench.voice
        usual = {voice.label("standing_kind", one) for one in StandingKind}
        if not self._title.text().strip() or self._title.text() in usual:
            self._title.setText(voice.label("standing_kind", str(kind)))

    def _store(self) -> None:
        templates, code, view = self._templates, self._code, self._view
        spec = StandingSpec(
            StandingKind(str(self._kind.code())),
            self._title.text(),
            self._minutes.value(),
            self._numbered.isChecked(),
            self._at_end.isChecked(),
        )
        if view is None:
            self.run(lambda: templates.add_standing(code, spec))
        else:
            self.run(lambda: templates.set_standing(view.id, spec))
