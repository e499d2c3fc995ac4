"""Taking another than the one proposed: who, which person, and why (R8)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.services.house import House
from app.services.rotation import CandidateRow, SeatProposal, Seen
from app.views.editing.plain_widgets import Choice, GrowingText
from app.views.editing.verb_dialog import VerbDialog
from app.views.members import rotation_words as words
from app.views.members.rotation_card import PERSON
from app.views.shell.workbench import Workbench

CANDIDATE, REASON, REMARK = _("Kandidat"), _("Begrunnelse"), _("Merknad")
REASON_HELP = _("Begrunnelsen følger perioden, så den kan leses når valget blir etterprøvd.")
REMARK_HELP = _("Du trenger ikke skrive noe her.")
TAKE_ANOTHER, FILL_FREELY = _("Velg en annen enn forslaget"), _("Velg hvem som skal ha plassen")
TEXT = _("{seat}, {days}. Forslaget var {name}.")
TEXT_FREE = _("{seat}, {days}.")
TAKE = _("Før opp perioden")
MISSING_REASON = _("Skriv hvorfor forslaget ikke følges.")
MISSING_CHOICE = _("Velg en kandidat.")
TAKEN = _("{name} er ført opp på plass {number:tall}.")


class AnotherDialog(VerbDialog):
    """Only those who are free can be chosen."""

    def __init__(
        self, parent: QWidget, bench: Workbench, house: House, seat: SeatProposal, seen: Seen
    ) -> None:
        voice = bench.voice
        self._seat, self._seen, self._editor = seat, seen, house.edit.rotation
        said = voice.fill(
            TEXT_FREE if seat.institution_short is None else TEXT,
            seat=words.title(seat, voice),
            days=words.days(seat, voice),
            name=seat.institution_short or "",
        )
        super().__init__(
            parent,
            bench,
            "take-another-dialog",
            voice.word(FILL_FREELY if seat.is_free_choice else TAKE_ANOTHER),
            voice.word(TAKE),
            self._store,
            text=said,
        )
        self._who = Choice("candidate")
        self._person = Choice("person")
        self._why = GrowingText("override-reason", lines=3)
        self._who.offer(
            [
                (one.institution_id, one.institution)
                for one in seat.candidates
                if one.is_free and one.institution_id != seat.institution_id
            ]
        )
        self._who.setCurrentIndex(-1)
        self._who.currentIndexChanged.connect(lambda _place: self._offer_people())
        self._why.textChanged.connect(self.weigh)
        word = voice.word
        self.body.addWidget(self.field(word(CANDIDATE), self._who, "candidate_not_free"))
        self.body.addWidget(self.field(word(PERSON), self._person, "person_gone"))
        self._why_field = self.field(
            word(REMARK if seat.is_free_choice else REASON),
            self._why,
            "override_reason_missing",
            help_text=word(REMARK_HELP if seat.is_free_choice else REASON_HELP),
        )
        self.body.addWidget(self._why_field)
        self._offer_people()
        self.finish()

    def missing(self) -> str | None:
        """A candidate always, a reason where a proposal is set aside."""
        if self._chosen() is None:
            return self.voice.word(MISSING_CHOICE)
        has_reason = bool(self._why.toPlainText().strip())
        if not has_reason and not self._seat.is_free_choice:
            return self.voice.word(MISSING_REASON)
        return None

    def weigh(self) -> None:
        """Let the verb be done, or say what is missing."""
        is_short = not self._why.toPlainText().strip() and not self._seat.is_free_choice
        self._why_field.mark_missing(is_short)
        super().weigh()

    def _chosen(self) -> CandidateRow | None:
        key = self._who.code()
        return next((one for one in self._seat.candidates if one.institution_id == key), None)

    def _offer_people(self) -> None:
        chosen = self._chosen()
        self._person.offer(words.people(chosen, self.voice))
        self._person.setCurrentIndex(words.likely(chosen))
        self.weigh()

    def _store(self) -> None:
        chosen = self._chosen()
        assert chosen is not None
        key, person, why = chosen.institution_id, self._person.code(), self._why.toPlainText()
        person_id = person if isinstance(person, int) else None
        self.run(
            lambda: self._editor.take_another(self._seen, key, why, person_id),
            said=self.voice.fill(TAKEN, name=chosen.short, number=self._seat.number),
        )
