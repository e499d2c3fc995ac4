"""Everything that is kept on a person: read, handed over, and erased for good (R52)."""

from __future__ import annotations

from pathlib import Path

from app.documents.jobs import DocumentJob, Format, Work
from app.documents.letter import Record
from app.i18n.catalogue import _
from app.models import Person
from app.services.desk import Desk
from app.services.editing.done import existing
from app.services.privacy.erasing import ErasurePlan, PersonErased, erase_person, plan_erasure
from app.services.privacy.life import PersonLife, person_life
from app.services.privacy.record import build_record

_STEM = _("Opplysninger om {name} {on}")
BOTH = (Format.PDF, Format.JSON)


class PrivacyService:
    """One person at a time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def life(self, person_id: int) -> PersonLife:
        """The person's places, meetings and votes; `UserError` when they are in the bin."""
        with self._desk.reading() as session:
            person = existing(session, Person, person_id, "person_gone")
            return person_life(session, person, self._desk.document_voice(session))

    def record(self, person_id: int) -> Record:
        """Everything that is kept on the person, as it is handed over."""
        with self._desk.reading() as session:
            person = existing(session, Person, person_id, "person_gone")
            voice = self._desk.document_voice(session)
            return build_record(session, person, self._desk.today(session), voice)

    def make(self, person_id: int, folder: Path, *, overwrite: bool = False) -> Work:
        """Write the record into `folder`, as PDF and as JSON."""
        content = self.record(person_id)
        with self._desk.reading() as session:
            voice = self._desk.document_voice(session)
        on = content.meta.dated_on.isoformat()
        job = DocumentJob(
            content=content,
            folder=folder,
            stem=voice.fill(_STEM, name=content.body, on=on),
            formats=BOTH,
            overwrite=overwrite,
        )
        return self._desk.renderer.run(job, self._desk.file.blobs)

    def plan(self, person_id: int) -> ErasurePlan:
        """What erasing the person would take and leave, and what stands in the way."""
        return plan_erasure(self._desk, person_id)

    def erase(self, person_id: int, expected_version: int, origin: str = "") -> PersonErased:
        """Erase the person for good; it cannot be undone."""
        return erase_person(self._desk, person_id, expected_version, origin)
