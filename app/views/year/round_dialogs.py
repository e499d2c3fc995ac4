"""Swapping hosts, standing over, and choosing another: each with its reason (R18)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.hosting.facts import HostChoice, HostTurnRow, SeenHost
from app.services.house import House
from app.views.editing.plain_widgets import Choice, GrowingText
from app.views.editing.verb_dialog import VerbDialog
from app.views.shell.workbench import Workbench
from app.views.year.round_words import TAKE_BACK, TAKEN_BACK, turn_named

REASON = _("Begrunnelse")
MISSING_REASON = _("Skriv en begrunnelse.")
SWAP_TITLE, SWAP_VERB = _("Bytt vert"), _("Bytt vertene")
SWAP_WITH, MISSING_TURN = _("Bytt med"), _("Velg turen det byttes med.")
SWAP_HELP = _("Begrunnelsen følger begge møtene. Rekkefølgen jevner seg ut av seg selv.")
SWAPPED = _("{first} og {second} har byttet.")
PASS_TITLE, PASS_VERB = _("Stå over en tur"), _("Før opp")
PASS_WHO, MISSING_WHO = _("Kommune"), _("Velg en kommune.")
PASS_HELP = _("Kommunen beholder plassen og står først for tur neste gang.")
PASSED = _("{name} står over {on:dato}.")
ANOTHER_TITLE, ANOTHER_VERB = _("Velg vert"), _("Før opp verten")
ANOTHER_HELP = _("Trengs ikke for den som står først i køen. Ellers følger den møtet.")
CHOSEN = _("{name} er vert {on:dato}.")
HOW_OFTEN = _("{name}, sist {on:dato}")
NEVER = _("{name}, ikke vært vert før")
STANDS_OVER = _("{name}, står over")


class _WithReason(VerbDialog):
    """A choice, and why; `is_excused` tells whether the reason may be left out."""

    def _make(self, label: str, missing: str, help_text: str, codes: tuple[str, ...]) -> None:
        self.who = Choice("round-choice")
        self.why = GrowingText("round-reason", lines=2)
        self._missing_choice = self.voice.word(missing)
        self.body.addWidget(self.field(self.voice.word(label), self.who, *codes))
        self._why_field = self.field(
            self.voice.word(REASON),
            self.why,
            "host_reason_missing",
            help_text=self.voice.word(help_text),
        )
        self.body.addWidget(self._why_field)
        self.who.currentIndexChanged.connect(lambda _place: self.weigh())
        self.why.textChanged.connect(self.weigh)

    def is_excused(self) -> bool:
        """Whether no reason is needed."""
        return False

    def missing(self) -> str | None:
        """The choice first, then the reason."""
        if self.who.code() is None:
            return self._missing_choice
        return self.voice.word(MISSING_REASON) if self._lacks_reason() else None

    def weigh(self) -> None:
        """Let the verb be done, or say what is missing."""
        self._why_field.mark_missing(self._lacks_reason())
        super().weigh()

    def _lacks_reason(self) -> bool:
        return not self.why.toPlainText().strip() and not self.is_excused()


class SwapDialog(_WithReason):
    """Two coming meetings let their hosts change places."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        house: House,
        turn: HostTurnRow,
        others: Sequence[HostTurnRow],
        wanted: int | None,
    ) -> None:
        voice = bench.voice
        super().__init__(
            parent,
            bench,
            "swap-hosts-dialog",
            voice.word(SWAP_TITLE),
            voice.word(SWAP_VERB),
            self._store,
            text=turn_named(turn, voice),
        )
        self._turn, self._others, self._editor = turn, others, house.edit.hosting
        codes = ("host_merged", "host_not_yet", "host_ended", "swap_same_host")
        self._make(SWAP_WITH, MISSING_TURN, SWAP_HELP, codes)
        self.who.offer([(one.key, turn_named(one, voice)) for one in others])
        first = others[0].key if len(others) == 1 else wanted
        self.who.show_code(first)
        self.finish()

    def _store(self) -> None:
        other = next(one for one in self._others if one.key == self.who.code())
        first, second = _seen(self._turn), _seen(other)
        why = self.why.toPlainText()
        said = self.voice.fill(
            SWAPPED, first=self._turn.host_short or "", second=other.host_short or ""
        )
        self.run(lambda: self._editor.swap(first, second, why), said=said)


class _AmongChoices(_WithReason):
    """One of those in line for a turn."""

    def _offer(self, turn: HostTurnRow, choices: Sequence[HostChoice]) -> None:
        self._turn = turn
        self.who.offer([(one.id, _called(one, self.voice)) for one in choices])

    def _chosen(self) -> HostChoice:
        return next(one for one in self._turn.choices if one.id == self.who.code())


class PassDialog(_AmongChoices):
    """A municipality lets the turn go by; the one who would host stands there first."""

    def __init__(self, parent: QWidget, bench: Workbench, house: House, turn: HostTurnRow) -> None:
        voice = bench.voice
        super().__init__(
            parent,
            bench,
            "pass-host-dialog",
            voice.word(PASS_TITLE),
            voice.word(PASS_VERB),
            self._store,
            text=turn_named(turn, voice),
        )
        self._editor = house.edit.hosting
        self._make(PASS_WHO, MISSING_WHO, PASS_HELP, ("pass_there_already", "host_merged"))
        self._offer(turn, [one for one in turn.choices if not one.passes])
        self.who.show_code(turn.host_id)
        self.finish()

    def _store(self) -> None:
        chosen, seen, why = self._chosen(), _seen(self._turn), self.why.toPlainText()
        said = self.voice.fill(PASSED, name=chosen.short, on=self._turn.on)
        self.run(lambda: self._editor.pass_turn(seen, chosen.id, why), said=said)


class AnotherDialog(_AmongChoices):
    """Anyone who exists on that day can host; the first in line needs no reason."""

    def __init__(self, parent: QWidget, bench: Workbench, house: House, turn: HostTurnRow) -> None:
        voice = bench.voice
        super().__init__(
            parent,
            bench,
            "choose-host-dialog",
            voice.word(ANOTHER_TITLE),
            voice.word(ANOTHER_VERB),
            self._store,
            text=turn_named(turn, voice),
        )
        self._editor = house.edit.hosting
        self._in_turn = next((one.id for one in turn.choices if not one.passes), None)
        self._make(PASS_WHO, MISSING_WHO, ANOTHER_HELP, ("host_merged", "institution_unknown"))
        self._offer(turn, turn.choices)
        self.who.setCurrentIndex(-1)
        self.finish()

    def is_excused(self) -> bool:
        """The first in line needs no reason."""
        return self.who.code() == self._in_turn

    def _store(self) -> None:
        chosen, seen, why = self._chosen(), _seen(self._turn), self.why.toPlainText()
        said = self.voice.fill(CHOSEN, name=chosen.short, on=self._turn.on)
        self.run(lambda: self._editor.choose(seen, chosen.id, why), said=said)


class TakeBackDialog(VerbDialog):
    """Which of several does not stand over any more."""

    def __init__(self, parent: QWidget, bench: Workbench, house: House, turn: HostTurnRow) -> None:
        voice = bench.voice
        super().__init__(
            parent,
            bench,
            "take-back-pass-dialog",
            voice.word(TAKE_BACK),
            voice.word(TAKE_BACK),
            self._store,
            text=turn_named(turn, voice),
        )
        self._turn, self._editor = turn, house.edit.hosting
        self.who = Choice("round-choice")
        self.who.offer([(one.institution_id, one.name) for one in turn.passes])
        self.who.setCurrentIndex(0)
        self.body.addWidget(self.field(voice.word(PASS_WHO), self.who, "pass_gone"))
        self.finish()

    def _store(self) -> None:
        chosen = next(one for one in self._turn.passes if one.institution_id == self.who.code())
        said = self.voice.fill(TAKEN_BACK, name=chosen.short, on=self._turn.on)
        self.run(
            lambda: self._editor.take_back_pass(chosen.meeting_id, chosen.institution_id),
            said=said,
        )


def _seen(turn: HostTurnRow) -> SeenHost:
    seen = turn.seen
    assert seen is not None
    return seen


def _called(one: HostChoice, voice: Voice) -> str:
    """A municipality with when it hosted last, to choose by."""
    if one.passes:
        return voice.fill(STANDS_OVER, name=one.name)
    if one.last_on is None:
        return voice.fill(NEVER, name=one.name)
    return voice.fill(HOW_OFTEN, name=one.name, on=one.last_on)
