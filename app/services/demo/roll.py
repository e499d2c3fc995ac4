"""Who came to a meeting, for whom, how and for which items (R34)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random

from app.domain.vocabulary import (
    AttendanceMode,
    AttendanceRole,
    AttendanceState,
    MeetingKind,
    SeatRole,
)
from app.services.demo.docket import ItemPlan, MeetingPlan
from app.services.demo.frame import Frame
from app.services.demo.people import Careers, Person, Tenure, office_title
from app.services.demo.seats import DEPUTY_OFFICES, Roster, TermPlan
from app.services.demo.setting import Setting

SEAT_OF = {
    "NTNU": 2,
    "SINTEF": 4,
    "Innovasjon Norge": 3,
    "Næringsforeningen": 1,
    "ylkeskommunen": 5,
}
"""Who is named in a text as having said something, and the seat they then must fill."""

CHAIR_SEAT = 1

_HABITS = {"mayor": 0.9, "opposition": 0.72, "chief": 0.84, "business": 0.9}
_OFTEN = 0.87
_DEPUTY_COMES = 0.6
_REASONS = ("Annet møte", "Sykdom", "Ferie", "Reise", "Permisjon")
_OBSERVER_COMES = 0.3
_BY_VIDEO = 0.35
_LATE, _EARLY = 0.14, 0.12
_SECRETARIES = ("project", "adviser", "head")


@dataclass(slots=True, eq=False, repr=False)
class AttendancePlan:
    """One line of the roll call."""

    number: int
    meeting: MeetingPlan
    person: Person
    institution: int
    role: AttendanceRole
    function: str
    state: AttendanceState = AttendanceState.PRESENT
    term: TermPlan | None = None
    by_video: bool = False
    arrives_at: ItemPlan | None = None
    leaves_at: ItemPlan | None = None
    reason: str = ""

    @property
    def is_present(self) -> bool:
        """Whether they came at all."""
        return self.state is AttendanceState.PRESENT

    def is_there_at(self, item: ItemPlan) -> bool:
        """Whether they are present when an item is treated."""
        if not self.is_present:
            return False
        if self.arrives_at is not None and item.sort < self.arrives_at.sort:
            return False
        return self.leaves_at is None or item.sort < self.leaves_at.sort


@dataclass(slots=True)
class Roll:
    """The roll call of one meeting, and who presided."""

    lines: list[AttendancePlan] = field(default_factory=list)
    presiding: AttendancePlan | None = None
    was_elected: bool = False
    secretary: Person | None = None

    def voters_at(self, item: ItemPlan) -> list[AttendancePlan]:
        """One line for each seat that votes and is filled at an item, the member before a deputy.

        Who is disqualified is not taken out.
        """
        by_seat: dict[int, AttendancePlan] = {}
        for line in self.lines:
            if line.term is None or not line.term.votes or not line.is_there_at(item):
                continue
            if line.role is AttendanceRole.MEMBER or line.term.seat not in by_seat:
                by_seat[line.term.seat] = line
        return [by_seat[seat] for seat in sorted(by_seat)]


class Doorkeeper:
    """Draws who comes, so that everyone whom the texts speak of is there."""

    def __init__(self, frame: Frame, setting: Setting, everyone: Careers, roster: Roster) -> None:
        self._frame, self._setting = frame, setting
        self._everyone, self._roster = everyone, roster
        self._lines = 0

    def roll(self, meeting: MeetingPlan) -> Roll:
        """The roll call of a meeting that was held."""
        chance = self._frame.dice.of("roll", meeting.day.body, meeting.day.on)
        terms = self._roster.sitting(meeting.day.body, meeting.day.on)
        roll = Roll()
        needed = self._needed(meeting, terms, chance)
        for term in terms:
            roll.lines.extend(self._seat(meeting, term, term.seat in needed, chance, roll))
        self._make_quorate(meeting, roll)
        if meeting.day.kind is MeetingKind.ORDINARY:
            self._come_and_go(meeting, roll, needed, chance)
        roll.lines.extend(self._others(meeting, roll, chance))
        self._preside(meeting, roll)
        return roll

    def deputy_for(self, meeting: MeetingPlan, line: AttendancePlan) -> AttendancePlan | None:
        """The deputy of a member, when there is one who is not in the meeting already."""
        term = line.term
        if term is None:
            return None
        person = self._deputy(term, meeting.day.on)
        if person is None:
            return None
        return self._line(meeting, person, term, AttendanceRole.DEPUTY)

    def _needed(self, meeting: MeetingPlan, terms: list[TermPlan], chance: Random) -> set[int]:
        """Seats that must be filled because a text speaks of them, and the chair but for once."""
        if meeting.day.body != "NR":
            return {1, 2} if meeting.day.body == "AU" else set()
        texts = [
            text
            for case in meeting.cases
            for key, text in case.stage.texts.items()
            if key.startswith("deliberation")
        ]
        named = {seat for word, seat in SEAT_OF.items() if any(word in text for text in texts)}
        out = {case.stage.meta.get("disqualified", "") for case in meeting.cases}
        named |= {seat for word, seat in SEAT_OF.items() if word in out}
        is_absent = chance.random() < 0.07 and CHAIR_SEAT not in named
        return named if is_absent else named | {CHAIR_SEAT}

    def _seat(
        self,
        meeting: MeetingPlan,
        term: TermPlan,
        is_needed: bool,
        chance: Random,
        roll: Roll,
    ) -> Iterator[AttendancePlan]:
        line = self._line(meeting, term.person, term, AttendanceRole.MEMBER)
        comes = chance.random() < _HABITS.get(term.office, _OFTEN)
        reason = chance.choice(_REASONS)
        deputy_comes = chance.random() < _DEPUTY_COMES
        stays_away = chance.random() < 0.04
        is_double = any(other.person is term.person for other in roll.lines)
        if is_double:
            return
        yield line
        if comes or is_needed or meeting.is_by_letter:
            return
        line.state = AttendanceState.ABSENT if stays_away else AttendanceState.APOLOGY
        line.reason = "" if stays_away else reason
        deputy = self.deputy_for(meeting, line) if deputy_comes and not stays_away else None
        if deputy is not None and all(deputy.person is not other.person for other in roll.lines):
            deputy.reason = f"Forfall: {reason.lower()}"
            yield deputy

    def _line(
        self, meeting: MeetingPlan, person: Person, term: TermPlan, role: AttendanceRole
    ) -> AttendancePlan:
        self._lines += 1
        function = self._function(person, term.institution, meeting.day.on)
        return AttendancePlan(
            self._lines, meeting, person, term.institution, role, function, term=term
        )

    def _function(self, person: Person, institution: int, on: date) -> str:
        """The title of the day, and that it is acting."""
        held = [
            one
            for one in self._everyone.tenures
            if one.person is person and one.institution == institution and one.interval.contains(on)
        ]
        if not held:
            return ""
        best = min(held, key=lambda one: not one.is_acting)
        title = office_title(self._setting, institution, best.office, on)
        return f"{title} (konstituert)" if best.is_acting else title

    def _deputy(self, term: TermPlan, on: date) -> Person | None:
        for person in term.deputies:
            held = self._everyone.holder(term.institution, DEPUTY_OFFICES[term.office], on)
            if held is not None and held.person is person:
                return person
        return None

    def _make_quorate(self, meeting: MeetingPlan, roll: Roll) -> None:
        """One more than half of the seats that vote, so that one may leave or be disqualified."""
        seats = [
            seat
            for seat in self._setting.body(meeting.day.body).seats_on(meeting.day.on)
            if seat.votes
        ]
        if not seats:
            return
        wanted = (len(seats) + 1) // 2 + 2
        for line in roll.lines:
            filled = {
                other.term.seat
                for other in roll.lines
                if other.term is not None and other.term.votes and other.is_present
            }
            if len(filled) >= wanted:
                return
            if line.term is not None and line.term.votes and line.term.seat not in filled:
                line.state, line.reason = AttendanceState.PRESENT, ""

    def _come_and_go(
        self, meeting: MeetingPlan, roll: Roll, needed: set[int], chance: Random
    ) -> None:
        items = [item for item in meeting.items if item.case is not None]
        if len(items) < 3 or meeting.day.body not in ("NR", "RR"):
            return
        free = [
            line
            for line in roll.lines
            if line.is_present
            and line.role is AttendanceRole.MEMBER
            and line.term is not None
            and line.term.seat not in needed
            and line.term.seat > 2
        ]
        if free and chance.random() < _LATE:
            free.pop(chance.randrange(len(free))).arrives_at = items[1]
        if free and chance.random() < _EARLY:
            free.pop(chance.randrange(len(free))).leaves_at = items[-1]
        if meeting.day.mode is AttendanceMode.MIXED:
            for line in roll.lines:
                line.by_video = line.is_present and chance.random() < _BY_VIDEO

    def _others(self, meeting: MeetingPlan, roll: Roll, chance: Random) -> Iterator[AttendancePlan]:
        """Observers, the secretariat, and at gatherings the mayor of the host."""
        taken = {id(line.person) for line in roll.lines}
        if meeting.is_by_letter:
            yield from self._secretariat(meeting, roll, taken)
            return
        yield from self._observers(meeting, chance, taken)
        yield from self._host(meeting, taken)
        yield from self._secretariat(meeting, roll, taken)

    def _observers(
        self, meeting: MeetingPlan, chance: Random, taken: set[int]
    ) -> Iterator[AttendancePlan]:
        if meeting.day.body not in ("NR", "NA"):
            return
        for plan in self._roster.observers:
            comes = chance.random() < _OBSERVER_COMES
            if comes and plan.interval.contains(meeting.day.on) and id(plan.person) not in taken:
                taken.add(id(plan.person))
                yield self._guest(meeting, plan.person, plan.institution, AttendanceRole.OBSERVER)

    def _host(self, meeting: MeetingPlan, taken: set[int]) -> Iterator[AttendancePlan]:
        if meeting.day.body != "NA" or meeting.host is None:
            return
        mayor = self._everyone.holder(meeting.host, "mayor", meeting.day.on)
        if mayor is not None and id(mayor.person) not in taken:
            taken.add(id(mayor.person))
            yield self._guest(meeting, mayor.person, meeting.host, AttendanceRole.GUEST)

    def _secretariat(
        self, meeting: MeetingPlan, roll: Roll, taken: set[int]
    ) -> Iterator[AttendancePlan]:
        for tenure in self._secretaries(meeting.day.on):
            if roll.secretary is None or tenure.office == "adviser":
                roll.secretary = tenure.person
            if id(tenure.person) not in taken:
                taken.add(id(tenure.person))
                yield self._guest(
                    meeting, tenure.person, tenure.institution, AttendanceRole.ADMINISTRATION
                )

    def _secretaries(self, on: date) -> Iterable[Tenure]:
        secretariat = self._setting.called("Sekretariatet")
        found = (self._everyone.holder(secretariat, office, on) for office in _SECRETARIES)
        return [one for one in found if one is not None]

    def _guest(
        self, meeting: MeetingPlan, person: Person, institution: int, role: AttendanceRole
    ) -> AttendancePlan:
        self._lines += 1
        function = self._function(person, institution, meeting.day.on)
        return AttendancePlan(self._lines, meeting, person, institution, role, function)

    def _preside(self, meeting: MeetingPlan, roll: Roll) -> None:
        """The chair, else the deputy chair, else one elected for the meeting (R36)."""
        roles = {seat.number: seat.role for seat in self._setting.body(meeting.day.body).seats}
        here = [
            line
            for line in roll.lines
            if line.is_present
            and line.role is AttendanceRole.MEMBER
            and line.term is not None
            and line.arrives_at is None
            and line.leaves_at is None
        ]
        for role in (SeatRole.CHAIR, SeatRole.DEPUTY_CHAIR):
            for line in here:
                if line.term is not None and roles[line.term.seat] is role:
                    roll.presiding = line
                    return
        has_chair = SeatRole.CHAIR in roles.values()
        roll.was_elected = has_chair
        voters = [line for line in here if line.term is not None and line.term.votes]
        if has_chair:
            roll.presiding = voters[0]
        else:
            heads = [one for one in roll.lines if one.function == "daglig leder"]
            roll.presiding = (heads or here)[0]
