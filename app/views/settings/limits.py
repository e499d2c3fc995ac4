"""Up to which amounts each level decides, from a day on (R10–R12)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.vocabulary import Level
from app.i18n.catalogue import _
from app.services.changes import Kind
from app.services.drafts import DraftRow
from app.services.editing.done import Done
from app.services.settings import LimitsRow
from app.tasks.store_threads import Ticket
from app.views.editing.autosave import Seen, Slot
from app.views.editing.batch import Store
from app.views.editing.doing import do
from app.views.editing.verb_dialog import VerbDialog
from app.views.settings.council import COUNCIL_ROW
from app.views.settings.desk import VERSIONS, Pane, SettingsDesk
from app.views.settings.form import carded
from app.views.settings.values import LimitsValue
from app.views.theme.metrics import HUGE, LARGE, MEDIUM, SMALL
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.date_field import DateField
from app.views.widgets.field import Field
from app.views.widgets.layout import row
from app.views.widgets.naming import named
from app.views.widgets.text import Text
from app.views.widgets.typed_field import AmountField

TITLE = _("Beløpsgrenser")
BELOW = _("Beløp til og med grensen avgjøres på nivået. Høyere beløp avgjøres i {top:level}.")
FROM = _("Fra {on:dato}")
UP_TO = _("{level} til og med")
FIXED = _("Godkjente protokoller bygger på disse grensene.")
NEW, FROM_ON = _("Nye grenser fra en dato …"), _("Gjelder fra")
NEW_TITLE, SET = _("Nye beløpsgrenser"), _("Sett grensene")
WAS_SET = _("Beløpsgrensene fra {on:dato} er satt.")
REMOVE = _("Ta bort grensene fra {on:dato}")
REMOVED = _("Grensene fra {on:dato} er tatt bort.")
NO_DAY, NO_AMOUNT = _("Skriv den første dagen."), _("Skriv begge beløpene.")
LEVELS = (Level.ADMINISTRATIVE, Level.COUNCIL)


class LimitsPane(Pane):
    """One block for each day that limits begin; those that minutes rest on can only be read."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__("limits")
        self._desk = desk
        self._save = desk.autosave(Kind.COUNCIL, self)
        self._save.stale.connect(lambda: self.refresh(own=False))
        self._ticket: Ticket | None = None
        self._rows: Sequence[LimitsRow] = ()
        self._blocks: list[LimitsBlock] = []

    def building(self) -> Iterator[None]:
        inside = QWidget()
        self._box = QVBoxLayout(inside)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(HUGE)
        voice = self._desk.voice
        new = button(voice.word(NEW), "new-limits", on_click=self._ask)
        below = voice.fill(BELOW, top=Level.REGIONAL)
        self.cards.add(carded(voice.word(TITLE), "card-limits", inside, below=below, action=new))
        yield

    def refresh(self, *, own: bool) -> None:
        if self._ticket is not None:
            self._ticket.drop()
        house = self._desk.house
        self._ticket = self._desk.bench.read(
            lambda: (house.settings.limits(), house.drafts.of(Kind.COUNCIL, COUNCIL_ROW)),
            lambda found: self._show(*found, own=own),
        )

    def leave(self) -> None:
        self._save.flush()

    def _show(self, rows: Sequence[LimitsRow], drafts: tuple[DraftRow, ...], *, own: bool) -> None:
        seen = Seen({_key(row): (row.administrative, row.council) for row in rows}, VERSIONS)
        if self._blocks and [_fixture(row) for row in rows] == [
            _fixture(row) for row in self._rows
        ]:
            self._save.absorb(seen, own=own)
        else:
            self._build(rows)
            self._save.open(COUNCIL_ROW, seen, drafts)
        self._rows = rows
        for block in self._blocks:
            block.lock()

    def _build(self, rows: Sequence[LimitsRow]) -> None:
        """Blocks for these days, instead of those before."""
        self._save.close()
        for old in self._rows:
            self._save.remove(_key(old))
        for block in self._blocks:
            self._box.removeWidget(block)
            block.hide()
            block.deleteLater()
        self._blocks = []
        for place, one in enumerate(rows):
            block = LimitsBlock(self._desk, one, self._remove, may_go=place < len(rows) - 1)
            self._save.add(Slot(_key(one), block.value, self._store(one)))
            self._blocks.append(block)
            self._box.addWidget(block)

    def _store(self, one: LimitsRow) -> Store:
        edit = self._desk.edit.settings

        def store(_council: int, value: Any, _version: int) -> Done:
            return edit.set_limits(one.from_on, *value)

        return store

    def _remove(self, one: LimitsRow) -> None:
        settings = self._desk.house.edit.settings
        said = self._desk.voice.fill(REMOVED, on=one.from_on)
        do(self._desk.bench, lambda: settings.remove_limits(one.id), said=said)

    def _ask(self) -> None:
        NewLimitsDialog(self, self._desk, self._rows[0] if self._rows else None).open()


class LimitsBlock(QWidget):
    """A day and the two amounts that hold from then on."""

    def __init__(
        self,
        desk: SettingsDesk,
        one: LimitsRow,
        remove: Callable[[LimitsRow], object],
        *,
        may_go: bool,
    ) -> None:
        super().__init__()
        named(self, f"limits-{one.id}")
        self._one = one
        voice = desk.voice
        heading = Text(voice.fill(FROM, on=one.from_on), "section")
        gone = icon_button("trash-2", voice.fill(REMOVE, on=one.from_on), f"remove-limits-{one.id}")
        gone.clicked.connect(lambda: remove(one))
        gone.setVisible(may_go and not one.is_fixed)
        amounts = QWidget()
        line = QHBoxLayout(amounts)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(LARGE)
        frames = []
        for level in LEVELS:
            field = AmountField(voice)
            field.setObjectName(f"limit-{level}-{one.id}")
            label = voice.fill(UP_TO, level=voice.title_label("level", level))
            frames.append((Field(voice, label, field), field))
            line.addWidget(frames[-1][0], 1)
        (frame, lower), (_upper_frame, upper) = frames
        self.value = LimitsValue(amounts, (lower, upper), frame)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SMALL)
        box.addLayout(row(heading, None, gone))
        box.addWidget(amounts)
        if one.is_fixed:
            box.addWidget(Text(voice.word(FIXED), "small", "muted", wraps=True))

    def lock(self) -> None:
        """Those that approved minutes rest on can only be read."""
        self.value.lock(self._one.is_fixed)


class NewLimitsDialog(VerbDialog):
    """Asks for the first day and both amounts, beginning with the latest ones."""

    def __init__(self, pane: QWidget, desk: SettingsDesk, latest: LimitsRow | None) -> None:
        voice = desk.voice
        super().__init__(
            pane,
            desk.bench,
            "new-limits-dialog",
            voice.word(NEW_TITLE),
            voice.word(SET),
            self._store,
        )
        self._settings = desk.house.edit.settings
        self._day = named(DateField(voice, desk.bench.today), "new-limits-from")
        day = self.field(voice.word(FROM_ON), self._day, "rules_under_approved")
        self.body.addWidget(day)
        self._amounts: list[AmountField] = []
        fields = []
        for level in LEVELS:
            amount = named(AmountField(voice), f"new-limit-{level}")
            label = voice.fill(UP_TO, level=voice.title_label("level", level))
            codes = ("limits_out_of_order",) if level is Level.ADMINISTRATIVE else ()
            fields.append(self.field(label, amount, *codes))
            self._amounts.append(amount)
            self.require(fields[-1], amount, voice.word(NO_AMOUNT))
        self.body.addLayout(row(*fields, gap=MEDIUM))
        self.require(day, self._day, voice.word(NO_DAY))
        if latest is not None:
            self._amounts[0].show_value(latest.administrative)
            self._amounts[1].show_value(latest.council)
        self.finish()

    def _store(self) -> None:
        on = self._day.value
        administrative, council = (amount.value or 0 for amount in self._amounts)
        if on is None:
            self._day.setFocus()
            return
        settings = self._settings
        self.run(
            lambda: settings.set_limits(on, administrative, council),
            said=self._bench.voice.fill(WAS_SET, on=on),
        )


def _key(one: LimitsRow) -> str:
    return f"limits-{one.from_on.isoformat()}"


def _fixture(one: LimitsRow) -> tuple[int, bool]:
    """What a block is made for; its amounts may change."""
    return one.id, one.is_fixed
