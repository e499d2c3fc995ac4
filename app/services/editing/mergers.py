"""Municipalities that merge: what will change, and doing all of it at once (R18)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.intervals import Interval
from app.domain.merger_moves import Move
from app.domain.vocabulary import MeetingStatus, TermEnd
from app.models import HostPass, Institution, Meeting, Observer, Position, Seat, SeatTitle, Term
from app.services.changes import Kind
from app.services.editing.done import Done, Editor, existing, needed, one_line
from app.services.editing.hosts import pass_of
from app.services.editing.merger_plan import MergerPreview, SeatMove, office_of, seat_moves
from app.services.editing.roster_kept import kept_under_approved
from app.services.editing.term_rules import put_deputies
from app.services.roster import seat_title
from app.store.queries.meetings import UPCOMING

_NOT_CALLED = (MeetingStatus.PLANNED, MeetingStatus.NOTIFIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSuccessor:
    """A municipality that begins with the merger; its kind and sector are its predecessors'."""

    name: str
    short_name: str = ""
    meeting_place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergerFields:
    """Who ends, the first day of the new order, and who comes after: one that is there, or a new.

    `people` says who sits for the successor, by the term that is handed over; nobody is named
    where nothing is said.
    """

    ended: tuple[int, ...]
    on: date
    successor_id: int | None = None
    new: NewSuccessor | None = None
    people: Mapping[int, int] = field(default_factory=dict)


class MergerEditor(Editor):
    """Merges institutions; seats, observers and planned hosting go to the successor."""

    def preview(self, fields: MergerFields) -> MergerPreview:
        """What the merger will change, before anything is stored; `UserError` as for `merge`."""
        with self._desk.reading() as session:
            ended = _checked(session, fields)
            heir = session.get(Institution, fields.successor_id or 0)
            name = heir.name if heir is not None else _new_name(fields)
            moves = seat_moves(session, ended, heir, fields.on)
            return MergerPreview(
                ended=tuple(one.name for one in ended),
                successor=name,
                on=fields.on,
                moves=moves,
                observers=tuple(one.person.name for one in _observers(session, fields)),
                positions=len(_positions(session, fields)),
                hosted=tuple(one.held_on for one in _hosted(session, fields)),
            )

    def merge(self, fields: MergerFields) -> Done:
        """Do all of it as one deed (R18); history stays with those who merged."""
        with self._desk.writing() as work:
            session = work.session
            ended = _checked(session, fields)
            moves = seat_moves(
                session, ended, session.get(Institution, fields.successor_id or 0), fields.on
            )
            with kept_under_approved(session, {move.seat_id for move in moves}):
                heir = _successor(session, fields, ended[0])
                for one in ended:
                    one.valid_to, one.successor_id = fields.on, heir.id
                session.flush()
                for move in moves:
                    _do(session, move, heir, ended, fields)
                _pass_on(session, fields, heir)
            return self._end(
                work,
                "merge_institutions",
                heir,
                Kind.INSTITUTION,
                also=(Kind.TERM, Kind.PERSON, Kind.BODY, Kind.MEETING),
            )


def _checked(session: Session, fields: MergerFields) -> list[Institution]:
    """Those that end, by name; `UserError` when they cannot on that day."""
    if not fields.ended:
        raise UserError("merger_of_nobody")
    ended = [existing(session, Institution, key, "institution_unknown") for key in fields.ended]
    last_on = fields.on - timedelta(days=1)
    for one in ended:
        period = Interval(one.valid_from, one.valid_to)
        if not period.contains(last_on) or one.successor_id is not None:
            raise UserError("merger_of_one_gone", name=one.name, on=last_on)
    if fields.successor_id is None:
        _check_new(session, fields)
        return sorted(ended, key=lambda one: one.name)
    heir = existing(session, Institution, fields.successor_id, "institution_unknown")
    if heir in ended:
        raise UserError("successor_is_itself", name=heir.name)
    if not Interval(heir.valid_from, heir.valid_to).contains(fields.on):
        raise UserError("successor_not_there", name=heir.name, on=fields.on)
    return sorted(ended, key=lambda one: one.name)


def _check_new(session: Session, fields: MergerFields) -> None:
    """A new name may be that of one that ends, and of nobody else who takes part."""
    name = _new_name(fields)
    others = session.scalars(select(Institution).where(Institution.id.not_in(fields.ended)))
    for one in others:
        after = Interval(one.valid_from, one.valid_to).overlaps(Interval(fields.on))
        if one.name.casefold() == name.casefold() and after:
            raise UserError("institution_there_already", name=name)


def _new_name(fields: MergerFields) -> str:
    return needed(fields.new.name if fields.new else "", "merger_without_successor")


def _successor(session: Session, fields: MergerFields, like: Institution) -> Institution:
    if fields.successor_id is not None:
        return session.get_one(Institution, fields.successor_id)
    assert fields.new is not None
    name = _new_name(fields)
    row = Institution(
        name=name,
        short_name=one_line(fields.new.short_name) or name,
        kind=like.kind,
        sector=like.sector,
        meeting_place=one_line(fields.new.meeting_place),
        valid_from=fields.on,
    )
    session.add(row)
    session.flush()
    return row


def _do(
    session: Session,
    move: SeatMove,
    heir: Institution,
    ended: list[Institution],
    fields: MergerFields,
) -> None:
    """One move; the term before ends first, so that no two ever have the seat."""
    seat = session.get_one(Seat, move.seat_id)
    if move.move is Move.CLOSED:
        seat.valid_to = fields.on
        return
    if move.move is Move.INHERITED:
        _rename(seat, heir, ended, fields.on)
        return
    assert move.term_id is not None
    term = session.get_one(Term, move.term_id)
    person = fields.people.get(term.id)
    if move.move is Move.DROPPED:
        put_deputies(session, term, ())
        session.delete(term)
    elif move.move is Move.PASSED_ON:
        term.institution_id, term.person_id = heir.id, person
        put_deputies(session, term, ())
    else:
        rest = term.end_on
        term.end_on, term.ended_because = fields.on, TermEnd.MERGER
        session.flush()
        if move.move is Move.HANDED:
            session.add(
                Term(
                    seat_id=seat.id,
                    institution_id=heir.id,
                    person_id=person,
                    start_on=fields.on,
                    end_on=rest,
                )
            )
    session.flush()


def _rename(seat: Seat, heir: Institution, ended: list[Institution], on: date) -> None:
    """A chair that bears a name bears the successor's from then on."""
    now = seat_title(seat, on)
    later = [one for one in seat.titles if one.valid_from >= on]
    for one in later:
        one.title = office_of(one.title, ended, heir.short_name)
    title = office_of(now, ended, heir.short_name)
    if title != now and not any(one.valid_from == on for one in later):
        seat.titles.append(SeatTitle(valid_from=on, title=title))


def _pass_on(session: Session, fields: MergerFields, heir: Institution) -> None:
    """Observers observe for the successor, positions end, and planned meetings get the heir.

    So do the turns to host that are let go by; whoever hosts a meeting does not stand over it.
    """
    for row in _observers(session, fields):
        session.add(
            Observer(
                body_id=row.body_id,
                institution_id=heir.id,
                person_id=row.person_id,
                valid_from=fields.on,
                valid_to=row.valid_to,
            )
        )
        row.valid_to = fields.on
    for position in _positions(session, fields):
        position.valid_to = fields.on
    for meeting in _hosted(session, fields):
        meeting.host_id = heir.id
    session.flush()
    for one in _passes(session, fields):
        if one.meeting.host_id == heir.id or pass_of(session, one.meeting_id, heir.id) is not None:
            session.delete(one)
        else:
            one.institution_id = heir.id
        session.flush()


def _observers(session: Session, fields: MergerFields) -> list[Observer]:
    query = select(Observer).where(
        Observer.institution_id.in_(fields.ended),
        Observer.valid_from < fields.on,
        or_(Observer.valid_to.is_(None), Observer.valid_to > fields.on),
    )
    return list(session.scalars(query.order_by(Observer.body_id, Observer.id)))


def _positions(session: Session, fields: MergerFields) -> list[Position]:
    query = select(Position).where(
        Position.institution_id.in_(fields.ended),
        Position.valid_from < fields.on,
        or_(Position.valid_to.is_(None), Position.valid_to > fields.on),
    )
    return list(session.scalars(query.order_by(Position.id)))


def _passes(session: Session, fields: MergerFields) -> list[HostPass]:
    query = (
        select(HostPass)
        .join(Meeting, HostPass.meeting_id == Meeting.id)
        .where(
            HostPass.institution_id.in_(fields.ended),
            Meeting.held_on >= fields.on,
            Meeting.status.in_(UPCOMING),
        )
    )
    return list(session.scalars(query.order_by(HostPass.id)))


def _hosted(session: Session, fields: MergerFields) -> list[Meeting]:
    query = select(Meeting).where(
        Meeting.host_id.in_(fields.ended),
        Meeting.held_on >= fields.on,
        Meeting.status.in_(_NOT_CALLED),
        Meeting.deleted_at.is_(None),
    )
    return list(session.scalars(query.order_by(Meeting.held_on, Meeting.id)))
