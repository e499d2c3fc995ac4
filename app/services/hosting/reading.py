"""Reads the round of a body: what was, what is agreed, and what the rule proposes (R17, R18)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.domain.fairness import Candidate
from app.domain.host_days import days_ahead, season_of, usual_days
from app.domain.hosts import HostProposal, HostRound, HostTurn, PassedTurn
from app.domain.institutions import InstitutionFacts, Lineage
from app.domain.intervals import Interval
from app.domain.reasons import Reason
from app.domain.vocabulary import InstitutionKind
from app.models import Body, HostPass, Meeting
from app.services.holidays import is_holiday
from app.services.hosting.facts import (
    HostChoice,
    HostState,
    HostTurnRow,
    PassRow,
    RoundMember,
    RoundView,
)
from app.services.numbers import meeting_name
from app.services.year.ground import blocked_days, own_days
from app.store.queries.council import the_council
from app.store.queries.hosting import host_passes, round_meetings
from app.store.queries.meetings import UPCOMING
from app.store.queries.seat_facts import institution_facts
from app.store.queries.turns import institution_names

_KIND = InstitutionKind.MUNICIPALITY


def read_round(session: Session, body: Body, on: date, ahead: int) -> RoundView:
    """Every turn of `body` until `on` and those to come, with at least `ahead` of these."""
    return _Reading(session, body, on).view(ahead)


def passed_turns(rows: Iterable[HostPass]) -> list[PassedTurn]:
    """Turns that were let go by, as the rule takes them."""
    return [PassedTurn(row.institution_id, row.meeting.held_on, row.reason) for row in rows]


class _Reading:
    """Gathers meetings, passes and names at once, then describes each turn."""

    def __init__(self, session: Session, body: Body, on: date) -> None:
        self._session, self._body, self._on = session, body, on
        self._meetings = round_meetings(session, body.id)
        self._every = institution_facts(session)
        self._lineage = Lineage(self._every)
        self._names = institution_names(session)
        self._passes = host_passes(session, body.id)
        self._hosted = [
            HostTurn(meeting.host_id, meeting.held_on)
            for meeting in self._meetings
            if meeting.host_id is not None
        ]
        self._known = self._round()

    def view(self, ahead: int) -> RoundView:
        """The whole round."""
        open_meetings = [one for one in self._meetings if self._is_open(one)]
        agreed = [one for one in self._meetings if self._is_coming(one) and one.host_id is not None]
        coming = [one.held_on for one in (*open_meetings, *agreed)]
        days = self._days_ahead(max(ahead - len(coming), 0), max(coming, default=self._on))
        proposals = self._round().propose([*(one.held_on for one in open_meetings), *days])
        proposed = dict(zip(sorted(_places(open_meetings, days)), proposals, strict=True))
        rows = [self._row(meeting, proposed) for meeting in self._meetings]
        rows += [
            self._proposed(proposed[day, -place], HostState.AHEAD, key=-place)
            for place, day in enumerate(days, start=1)
        ]
        council = the_council(self._session)
        return RoundView(
            on=self._on,
            body_code=self._body.code,
            body_name=self._body.short_name,
            council=council.name,
            is_fictitious=council.is_fictitious,
            turns=tuple(sorted(rows, key=lambda row: (row.on, row.key))),
            members=self._members(min((row.on for row in rows if row.is_coming), default=self._on)),
        )

    def _round(self) -> HostRound:
        return HostRound(self._hosted, self._every, _KIND, passed_turns(self._passes))

    def _is_coming(self, meeting: Meeting) -> bool:
        """Whether its turn is still to come; what is held today has been."""
        is_live = meeting.status in UPCOMING
        return meeting.held_on > self._on or (meeting.held_on == self._on and is_live)

    def _is_open(self, meeting: Meeting) -> bool:
        is_live = meeting.host_id is None and meeting.status in UPCOMING
        return is_live and self._is_coming(meeting)

    def _days_ahead(self, count: int, last_on: date) -> list[date]:
        """The next `count` turns that no meeting has been made for, and all before `last_on`.

        So what is proposed for a meeting does not hang on how far ahead somebody looks. A body
        that has ended has no more.
        """
        held = [meeting.held_on for meeting in self._meetings]
        patterns = own_days(self._session).get(self._body.id) or usual_days(held)
        until_last = len(patterns) * (last_on.year - self._on.year + 1)
        found = days_ahead(
            patterns,
            held,
            self._on,
            count + until_last,
            is_holiday=is_holiday,
            blocked=blocked_days(self._session),
        )
        life = Interval(self._body.valid_from, self._body.valid_to)
        return [
            on
            for place, on in enumerate(found)
            if (place < count or on < last_on) and life.contains(on)
        ]

    def _row(self, meeting: Meeting, proposed: dict[tuple[date, int], HostProposal]) -> HostTurnRow:
        found = proposed.get((meeting.held_on, meeting.id))
        if found is not None:
            return self._proposed(found, HostState.PROPOSED, meeting=meeting, key=meeting.id)
        is_coming = self._is_coming(meeting)
        if meeting.host is None:
            return self._of_meeting(meeting, HostState.MISSING, (Reason("host_not_given"),))
        turn = HostTurn(meeting.host.id, meeting.held_on)
        judged = self._known.judge(turn)
        reasons = judged.reasons
        if judged.is_in_turn and not is_coming:
            reasons = (self._was_in_turn(turn), *reasons[1:])
        state = HostState.AGREED if is_coming else HostState.HOSTED
        return self._of_meeting(meeting, state, reasons, is_in_turn=judged.is_in_turn)

    def _was_in_turn(self, turn: HostTurn) -> Reason:
        heir = self._lineage.heir_on(turn.institution, turn.on)
        own = (one.on for one in self._until(turn.on) if self._is(one, heir, turn.on))
        last = max(own, default=None)
        name = self._lineage[heir].name
        if last is None:
            return Reason("host_was_first_time", name=name)
        return Reason("host_was_in_turn", name=name, last_on=last)

    def _of_meeting(
        self,
        meeting: Meeting,
        state: HostState,
        reasons: tuple[Reason, ...],
        *,
        is_in_turn: bool = True,
    ) -> HostTurnRow:
        host = meeting.host
        line = self._known.line(meeting.held_on) if self._can_change(meeting) else []
        return HostTurnRow(
            key=meeting.id,
            on=meeting.held_on,
            season=season_of(meeting.held_on),
            state=state,
            meeting_id=meeting.id,
            meeting_name=meeting_name(meeting),
            version=meeting.version,
            can_change=self._can_change(meeting),
            host_id=None if host is None else host.id,
            host=None if host is None else host.name,
            host_short=None if host is None else host.short_name,
            is_in_turn=is_in_turn,
            reasons=reasons,
            host_reason=meeting.host_reason,
            passes=self._passes_of(meeting.id),
            choices=self._choices(line, meeting.id),
        )

    def _proposed(
        self,
        found: HostProposal,
        state: HostState,
        *,
        key: int,
        meeting: Meeting | None = None,
    ) -> HostTurnRow:
        host = found.host
        return HostTurnRow(
            key=key,
            on=found.on,
            season=season_of(found.on),
            state=state,
            meeting_id=None if meeting is None else meeting.id,
            meeting_name="" if meeting is None else meeting_name(meeting),
            version=0 if meeting is None else meeting.version,
            can_change=meeting is not None,
            host_id=None if host is None else host.id,
            host=None if host is None else host.name,
            host_short=None if host is None else self._names[host.id].short,
            reasons=found.reasons,
            passes=() if meeting is None else self._passes_of(meeting.id),
            choices=self._choices(found.candidates, key),
        )

    def _can_change(self, meeting: Meeting) -> bool:
        return meeting.status in UPCOMING

    def _passes_of(self, meeting_id: int) -> tuple[PassRow, ...]:
        return tuple(
            PassRow(
                meeting_id=meeting_id,
                institution_id=one.institution_id,
                name=one.institution.name,
                short=one.institution.short_name,
                reason=one.reason,
            )
            for one in self._passes
            if one.meeting_id == meeting_id
        )

    def _choices(self, line: Sequence[Candidate], meeting_id: int) -> tuple[HostChoice, ...]:
        passing = {one.institution_id for one in self._passes_of(meeting_id)}
        return tuple(
            HostChoice(
                id=one.institution.id,
                name=one.institution.name,
                short=self._names[one.institution.id].short,
                times=one.days,
                last_on=None if one.last is None else one.last.from_on,
                passes=one.institution.id in passing,
            )
            for one in line
        )

    def _members(self, next_on: date) -> tuple[RoundMember, ...]:
        """Those in line in its order, then the others by name.

        Whoever is gone before the next turn comes is in line no more.
        """
        line = [
            one.institution.id
            for one in self._known.line(self._on)
            if one.institution.lifetime.to_on is None or next_on < one.institution.lifetime.to_on
        ]
        passes = Counter(self._lineage.heir_on(p.institution_id, self._on) for p in self._passes)
        every = {one.id: one for one in self._every if one.kind is _KIND}
        others = [key for key in every if key not in line]
        return tuple(
            self._member(every[key], place, passes[key])
            for key, place in [
                *((key, place) for place, key in enumerate(line, start=1)),
                *((key, None) for key in others),
            ]
        )

    def _member(self, one: InstitutionFacts, place: int | None, passes: int) -> RoundMember:
        heir = self._lineage.heir_on(one.id, self._on)
        as_of = min(self._on, one.lifetime.last_on or self._on)
        own = [turn for turn in self._until(self._on) if self._is(turn, one.id, as_of)]
        before = self._lineage.predecessors(one.id, as_of)
        return RoundMember(
            id=one.id,
            name=one.name,
            short=self._names[one.id].short,
            from_on=one.lifetime.from_on,
            to_on=one.lifetime.last_on,
            place=place,
            times=len(own),
            last_on=max((turn.on for turn in own), default=None),
            inherited_from=tuple(self._names[other.id].short for other in before),
            heir_id=None if heir == one.id else heir,
            passes=passes,
        )

    def _until(self, before: date) -> list[HostTurn]:
        return [turn for turn in self._hosted if turn.on < before]

    def _is(self, turn: HostTurn, institution: int, on: date) -> bool:
        """Whether a turn counts as the institution's own on `on`."""
        return self._lineage.heir_on(turn.institution, on) == institution


def _places(meetings: Sequence[Meeting], days: Sequence[date]) -> list[tuple[date, int]]:
    """Open meetings and turns without one, each by its day and its key."""
    return [
        *((meeting.held_on, meeting.id) for meeting in meetings),
        *((day, -place) for place, day in enumerate(days, start=1)),
    ]
