"""Taking what the rotation proposes, or another with a written reason (R8)."""

from __future__ import annotations

from datetime import timedelta

from app.domain.errors import UserError
from app.models import Person, Seat, Term
from app.services.changes import Kind
from app.services.editing.done import Done, Editor, existing, several_lines
from app.services.rotation import CandidateRow, SeatProposal, Seen, seat_proposals
from app.store.unit_of_work import UnitOfWork


class RotationEditor(Editor):
    """Makes the next term of a seat; what the screen showed must still be so."""

    def accept(self, seen: Seen, person_id: int | None = None) -> Done:
        """Make the proposed term, with its person when one is named.

        `UserError` when the proposal has changed since it was seen, or when there is none.
        """
        with self._desk.writing() as work:
            found = _unchanged(work, seen)
            if found.proposed is None:
                raise UserError("nobody_proposed", title=found.title)
            row = _new_term(work, found, found.proposed, person_id)
            return self._end(work, "accept_rotation", row, Kind.TERM, also=(Kind.PERSON,))

    def take_another(
        self, seen: Seen, institution_id: int, reason: str, person_id: int | None = None
    ) -> Done:
        """Make the term for another candidate, and keep the reason with it.

        A seat whose appointing body chooses freely needs no reason. `UserError` when the proposal
        has changed, the candidate is not free, or the reason is missing.
        """
        with self._desk.writing() as work:
            found = _unchanged(work, seen)
            chosen = next((c for c in found.candidates if c.institution_id == institution_id), None)
            if chosen is None:
                raise UserError("institution_unknown")
            if not chosen.is_free:
                raise UserError("candidate_not_free", name=chosen.institution)
            why = several_lines(reason)
            if not why and not found.is_free_choice:
                raise UserError("override_reason_missing")
            row = _new_term(work, found, chosen, person_id)
            row.override_reason = why
            verb = "appoint_freely" if found.is_free_choice else "override_rotation"
            return self._end(work, verb, row, Kind.TERM, also=(Kind.PERSON,))


def _unchanged(work: UnitOfWork, seen: Seen) -> SeatProposal:
    """The proposal as it is now, when it still says what was seen."""
    seat = existing(work.session, Seat, seen.seat_id, "seat_gone")
    every = seat_proposals(work.session, seat.body, seen.on)
    now = next((one for one in every if one.seat_id == seen.seat_id), None)
    if now is None or now.seen(seen.on) != seen:
        raise UserError("proposal_changed")
    return now


def _new_term(
    work: UnitOfWork, found: SeatProposal, chosen: CandidateRow, person_id: int | None
) -> Term:
    if person_id is not None:
        existing(work.session, Person, person_id, "person_gone")
    row = Term(
        seat_id=found.seat_id,
        institution_id=chosen.institution_id,
        person_id=person_id,
        start_on=found.from_on,
        end_on=None if found.to_on is None else found.to_on + timedelta(days=1),
    )
    work.session.add(row)
    return row
