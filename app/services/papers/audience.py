"""What a version may hold: the only place that decides what is left out of the papers (R31)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from app.domain.audience import may_see
from app.domain.vocabulary import Audience
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import Attachment, Case, LegalBasis


class Titled(Protocol):
    """What has a title, and a neutral one for those who may not see it."""

    @property
    def is_exempt(self) -> bool:
        """Whether it is exempt from the public (R31)."""

    @property
    def title(self) -> str:
        """Its own."""

    @property
    def neutral_title(self) -> str:
        """What may stand instead; empty for ours."""


@dataclass(frozen=True, slots=True)
class Lens:
    """One audience's eyes on a body's papers: what it sees, and what stands in place of the rest.

    Titles are asked for here alone, so that no builder touches an exempt one by mistake.
    """

    audience: Audience
    observers_see_exempt: bool
    voice: Voice

    def sees(self, thing: Titled) -> bool:
        """Whether `thing` itself may be in this version."""
        return may_see(
            self.audience,
            is_exempt=thing.is_exempt,
            body_shows_exempt_to_observers=self.observers_see_exempt,
        )

    def case_title(self, case: Titled) -> str:
        """The case's title, or the neutral one."""
        if self.sees(case):
            return case.title
        return case.neutral_title.strip() or self.voice.word(_("Sak unntatt offentlighet"))

    def attachment_title(self, attachment: Attachment, case: Case) -> str:
        """The attachment's title, or a neutral one; of a withheld case always ours."""
        if self.sees(case) and self.sees(attachment):
            return attachment.title
        if not self.sees(case):
            return self.voice.word(_("Vedlegg unntatt offentlighet"))
        return attachment.neutral_title.strip() or self.voice.word(
            _("Vedlegg unntatt offentlighet")
        )

    def marking(self, basis: LegalBasis | None) -> str:
        """The line that says what it is exempt by."""
        if basis is None:
            return self.voice.word(_("Unntatt offentlighet"))
        return self.voice.fill(
            _("Unntatt offentlighet, jf. {act} {provision}"),
            act=basis.act,
            provision=basis.provision,
        )
