"""The round of hosts as it is settled: accepted, swapped, passed, or chosen otherwise (R18)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.models import HostPass, Institution, Meeting
from app.services.changes import Kind
from app.services.editing.done import Done, Editor, existing, one_line
from app.services.editing.hosts import give_host, host_on, pass_of
from app.services.hosting.facts import HostTurnRow, RoundView, SeenHost
from app.services.hosting.reading import read_round
from app.services.numbers import meeting_name
from app.store.queries.meetings import UPCOMING
from app.store.unit_of_work import expect_version

_ALSO = (Kind.INSTITUTION,)


class HostingEditor(Editor):
    """Settles who hosts; what the screen showed must still be so, and the meeting to come."""

    def accept(self, seen: SeenHost) -> Done:
        """Let the one whose turn it is host the meeting; `UserError` when nobody is proposed."""
        with self._desk.writing() as work:
            meeting = self._take(work.session, seen)
            return self._end(work, "accept_host", meeting, Kind.MEETING, also=_ALSO)

    def accept_all(self, seen: Sequence[SeenHost]) -> Done:
        """The same for one meeting or more in one go; a meeting has one host."""
        with self._desk.writing() as work:
            _one_each(work.session, seen)
            # All of them before the first is stored: each was proposed with the others in mind.
            rounds: dict[int, RoundView] = {}
            for one in seen:
                self._unchanged(work.session, one, rounds)
            meetings = [self._give_seen(work.session, one) for one in seen]
            return self._end(work, "accept_hosts", meetings[0], Kind.MEETING, also=_ALSO)

    def choose(self, seen: SeenHost, host_id: int, reason: str = "") -> Done:
        """Let another host than the one whose turn it is, and keep why.

        `UserError` when the reason is missing, or when it does not exist on that day.
        """
        with self._desk.writing() as work:
            meeting, turn = self._unchanged(work.session, seen)
            first = next((one.id for one in turn.choices if not one.passes), None)
            why = one_line(reason)
            if not why and host_id != first:
                raise UserError("host_reason_missing")
            give_host(work.session, meeting, host_id, why)
            verb = "accept_host" if host_id == first else "choose_host"
            return self._end(work, verb, meeting, Kind.MEETING, also=_ALSO)

    def swap(self, first: SeenHost, second: SeenHost, reason: str) -> Done:
        """Let the hosts of two coming meetings change places, agreed or proposed, and keep why.

        `UserError` when one of them does not exist on the other's day, when either meeting has
        been held or cancelled, or when the reason is missing.
        """
        with self._desk.writing() as work:
            session = work.session
            one, _turn = self._unchanged(session, first)
            if first.meeting_id == second.meeting_id:
                raise UserError("swap_needs_two", meeting=meeting_name(one))
            other, _turn = self._unchanged(session, second)
            if first.host_id is None or second.host_id is None:
                without = one if first.host_id is None else other
                raise UserError("host_nobody_proposed", meeting=meeting_name(without))
            if one.body_id != other.body_id:
                raise UserError("swap_two_rounds", meeting=meeting_name(other))
            if first.host_id == second.host_id:
                name = existing(session, Institution, first.host_id, "institution_unknown").name
                raise UserError("swap_same_host", name=name)
            why = one_line(reason)
            if not why:
                raise UserError("host_reason_missing")
            give_host(session, one, second.host_id, why)
            give_host(session, other, first.host_id, why)
            return self._end(work, "swap_hosts", one, Kind.MEETING, also=_ALSO)

    def pass_turn(self, seen: SeenHost, institution_id: int, reason: str) -> Done:
        """Let an institution's turn go by, and keep why; it stays first in line for the next.

        A meeting that it was to host has no host again, and the next in line is proposed.
        """
        with self._desk.writing() as work:
            meeting, _turn = self._unchanged(work.session, seen)
            who = host_on(work.session, institution_id, meeting.held_on)
            if pass_of(work.session, meeting.id, who.id) is not None:
                raise UserError("pass_there_already", name=who.name, on=meeting.held_on)
            why = one_line(reason)
            if not why:
                raise UserError("host_reason_missing")
            if meeting.host_id == who.id:
                give_host(work.session, meeting, None)
            work.session.add(HostPass(meeting_id=meeting.id, institution_id=who.id, reason=why))
            return self._end(work, "pass_host_turn", meeting, Kind.MEETING, also=_ALSO)

    def take_back_pass(self, meeting_id: int, institution_id: int) -> Done:
        """Let an institution be in line again for a coming meeting that it stood over."""
        with self._desk.writing() as work:
            meeting = _coming(work.session, meeting_id)
            who = existing(work.session, Institution, institution_id, "institution_unknown")
            row = pass_of(work.session, meeting.id, who.id)
            if row is None:
                raise UserError("pass_gone", name=who.name, on=meeting.held_on)
            work.session.delete(row)
            return self._end(work, "take_back_host_pass", meeting, Kind.MEETING, also=_ALSO)

    def _take(self, session: Session, seen: SeenHost) -> Meeting:
        self._unchanged(session, seen)
        return self._give_seen(session, seen)

    def _give_seen(self, session: Session, seen: SeenHost) -> Meeting:
        meeting = _coming(session, seen.meeting_id)
        if seen.host_id is None:
            raise UserError("host_nobody_proposed", meeting=meeting_name(meeting))
        if meeting.host_id is None:
            give_host(session, meeting, seen.host_id)
        return meeting

    def _unchanged(
        self, session: Session, seen: SeenHost, rounds: dict[int, RoundView] | None = None
    ) -> tuple[Meeting, HostTurnRow]:
        """The meeting with its turn as it is now, when it still says what was seen.

        `rounds` keeps what was read of each body, while nothing is changed.
        """
        meeting = _coming(session, seen.meeting_id)
        if not meeting.body.is_hosted_in_turns:
            raise UserError("meeting_not_in_round", meeting=meeting_name(meeting))
        expect_version(meeting, seen.version)
        known = {} if rounds is None else rounds
        if meeting.body_id not in known:
            today = self._desk.today(session)
            known[meeting.body_id] = read_round(session, meeting.body, today, 0)
        turn = known[meeting.body_id].turn(meeting.id)
        if turn is None or turn.host_id != seen.host_id:
            raise UserError("host_changed", meeting=meeting_name(meeting))
        return meeting, turn


def _coming(session: Session, meeting_id: int) -> Meeting:
    meeting = existing(session, Meeting, meeting_id, "meeting_gone")
    if meeting.status not in UPCOMING:
        raise UserError("meeting_is_closed", status=meeting.status.value)
    return meeting


def _one_each(session: Session, seen: Sequence[SeenHost]) -> None:
    """A meeting has one host."""
    chosen: dict[int, int | None] = {}
    for one in seen:
        host = chosen.setdefault(one.meeting_id, one.host_id)
        if host != one.host_id:
            names = {
                key: row.name
                for key in (host, one.host_id)
                if key is not None and (row := session.get(Institution, key)) is not None
            }
            meeting = existing(session, Meeting, one.meeting_id, "meeting_gone")
            raise UserError(
                "two_hosts",
                meeting=meeting_name(meeting),
                first=names.get(host or 0, ""),
                second=names.get(one.host_id or 0, ""),
            )
