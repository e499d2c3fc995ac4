"""Who hosts after a gathering: as agreed, else whose turn it is in the round (R18)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.models import Meeting
from app.services.gatherings.facts import NextHost
from app.services.hosting.reading import read_round
from app.store.queries.meetings import meeting_after


def next_host(session: Session, meeting: Meeting, today: date) -> NextHost:
    """The host of the body's next meeting; a proposal with its reasons where nobody has agreed."""
    later = meeting_after(session, meeting)
    key = later.id if later is not None else None
    on = later.held_on if later is not None else None
    if later is not None and later.host is not None:
        return NextHost(meeting_id=key, on=on, host=later.host.name, is_proposed=False)
    nobody = NextHost(meeting_id=key, on=on, host=None, is_proposed=False)
    if not meeting.body.is_hosted_in_turns:
        return nobody
    found = read_round(session, meeting.body, today, 1)
    if later is not None:
        turn = found.turn(later.id)
    else:
        further = read_round(session, meeting.body, today, len(found.coming) + 1)
        turn = next((one for one in further.coming if one.on > meeting.held_on), None)
    if turn is None or turn.host is None:
        return nobody
    return NextHost(meeting_id=key, on=on, host=turn.host, is_proposed=True, reasons=turn.reasons)
