"""Who hosts after a gathering: as agreed, else whose turn it is in the round (R18)."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.orm import Session

from app.domain.fairness import why_first
from app.domain.hosts import HostTurn, propose_hosts
from app.models import Meeting
from app.services.gatherings.facts import NextHost
from app.store.queries.gatherings import following_meeting, hostings, passes_of
from app.store.queries.seat_facts import institution_facts

_HALF_A_YEAR = timedelta(days=182)
"""How far ahead the next gathering is taken to be while no day is set."""


def next_host(session: Session, meeting: Meeting) -> NextHost:
    """The host of the body's next meeting; a proposal with its reasons where nobody has agreed."""
    later = following_meeting(session, meeting)
    key = later.id if later is not None else None
    on = later.held_on if later is not None else None
    if later is not None and later.host is not None:
        return NextHost(meeting_id=key, on=on, host=later.host.name, is_proposed=False)
    if not meeting.body.is_hosted_in_turns:
        return NextHost(meeting_id=key, on=on, host=None, is_proposed=False)
    passed = passes_of(session, later.id) if later is not None else frozenset()
    (proposal,) = propose_hosts(
        [HostTurn(host, day) for host, day in hostings(session, meeting.body_id)],
        institution_facts(session),
        [on or meeting.held_on + _HALF_A_YEAR],
    )
    left = [one for one in proposal.candidates if one.institution.id not in passed]
    if not left:
        return NextHost(meeting_id=key, on=on, host=None, is_proposed=False)
    return NextHost(
        meeting_id=key,
        on=on,
        host=left[0].institution.name,
        is_proposed=True,
        reasons=why_first(left[0], left[1:]),
    )
