"""Who was there: the table of members, the lists beside it, comings and goings (R34, R40)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from app.documents.content import DataTable, NamedList
from app.domain.quorum import quorum
from app.domain.reasons import Reason
from app.domain.vocabulary import AttendanceRole, AttendanceState, SeatState
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import Attendance, BodyRules
from app.services.roster import SeatRow

AT_THE_TABLE = (AttendanceRole.MEMBER, AttendanceRole.DEPUTY)
ItemName = Callable[[int], str]
"""What an agenda item is called in running text, by its id."""


def present_table(roll: Sequence[Attendance], voice: Voice) -> DataTable:
    """The members and deputies who met (R40)."""
    members = {row.seat_id: row for row in roll if row.role is AttendanceRole.MEMBER}
    return DataTable(
        heading=voice.word(_("Følgende medlemmer møtte")),
        columns=(
            voice.word(_("Navn")),
            voice.word(_("Funksjon")),
            voice.word(_("Representerer")),
            voice.word(_("Varamedlem for")),
        ),
        rows=tuple(
            (row.person.name, row.function, _institution(row), _member_of(row, members))
            for row in roll
            if row.role in AT_THE_TABLE and row.state is AttendanceState.PRESENT
        ),
        shares=(28, 28, 26, 18),
    )


def other_lists(
    roll: Sequence[Attendance], seats: Sequence[SeatRow], voice: Voice
) -> tuple[NamedList, ...]:
    """Apologies, absent, vacant seats, administration, observers and guests; empty ones left out.

    A reason for an apology is never printed, and a vacant seat is vacant, not absent (R34).
    """
    lists = (
        NamedList(voice.word(_("Forfall")), _names(roll, AT_THE_TABLE, AttendanceState.APOLOGY)),
        NamedList(voice.word(_("Møtte ikke")), _names(roll, AT_THE_TABLE, AttendanceState.ABSENT)),
        NamedList(
            voice.word(_("Ledig plass")),
            tuple(seat.title for seat in seats if seat.state is SeatState.VACANT),
        ),
        NamedList(
            voice.word(_("Fra administrasjonen")),
            _names(roll, (AttendanceRole.ADMINISTRATION,), AttendanceState.PRESENT, function=True),
        ),
        NamedList(
            voice.word(_("Observatører")),
            _names(roll, (AttendanceRole.OBSERVER,), AttendanceState.PRESENT),
        ),
        NamedList(
            voice.word(_("Gjester")),
            _names(roll, (AttendanceRole.GUEST,), AttendanceState.PRESENT, function=True),
        ),
    )
    return tuple(one for one in lists if one.entries)


def participation(
    roll: Sequence[Attendance],
    seats: Sequence[SeatRow],
    rules: BodyRules,
    item_name: ItemName,
    voice: Voice,
) -> tuple[str, ...]:
    """Quorum, who took part by video, who came late or left early, as sentences (R35, R39)."""
    return tuple(voice.say(reason) for reason in _participation(roll, seats, rules, item_name))


def _participation(
    roll: Sequence[Attendance], seats: Sequence[SeatRow], rules: BodyRules, item_name: ItemName
) -> Iterable[Reason]:
    here = [row for row in roll if row.state is AttendanceState.PRESENT]
    voting = {seat.seat_id for seat in seats if seat.votes}
    if voting:
        taken = {row.seat_id for row in here if row.role in AT_THE_TABLE} & voting
        reached = quorum(rules.quorum_rule, len(voting), len(taken), rules.quorum_number)
        code = "minutes_quorate" if reached.is_reached else "minutes_not_quorate"
        if len(voting) < len(seats):
            code += "_of_voters"
        yield Reason(code, present=len(taken), seats=len(voting))
    if by_video := tuple(row.person.name for row in here if row.by_video):
        yield Reason("minutes_by_video", names=by_video)
    for row in here:
        if row.arrives_at_id is not None:
            yield Reason("minutes_arrived", name=row.person.name, item=item_name(row.arrives_at_id))
        if row.leaves_at_id is not None:
            yield Reason("minutes_left", name=row.person.name, item=item_name(row.leaves_at_id))


def _names(
    roll: Sequence[Attendance],
    roles: tuple[AttendanceRole, ...],
    state: AttendanceState,
    *,
    function: bool = False,
) -> tuple[str, ...]:
    return tuple(
        _name(row, function=function) for row in roll if row.role in roles and row.state is state
    )


def _name(row: Attendance, *, function: bool) -> str:
    beside = row.function if function else _institution(row)
    return f"{row.person.name}, {beside}" if beside else row.person.name


def _institution(row: Attendance) -> str:
    return row.institution.name if row.institution is not None else ""


def _member_of(row: Attendance, members: dict[int | None, Attendance]) -> str:
    """Of a deputy, the member they stand in for."""
    member = members.get(row.seat_id)
    if row.role is not AttendanceRole.DEPUTY or member is None:
        return ""
    return member.person.name
