"""Deals the cases out to the meetings, one meeting after the other (R16, R19, R23, R26)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.vocabulary import CaseKind, CaseStatus, MeetingKind, MeetingStatus, Outcome
from app.services.demo.dealing import (
    COUNCIL_CASES,
    EARLY_DAYS,
    FINAL_STATUS,
    MUCH_EARLIER_DAYS,
    REGION_CASES,
    REGION_SLOTS,
    REST_YEARS,
    SLOTS,
    STATUS_OF,
    UNDECIDED,
    distances,
    in_turn,
    order_of,
    outcome_of,
    place_of,
)
from app.services.demo.docket import CasePlan, Docket, ItemPlan, MeetingPlan
from app.services.demo.frame import BETWEEN_DAYS, Frame, MeetingDay
from app.services.demo.library import Matter, Stage, matters
from app.services.demo.people import election_before


@dataclass(slots=True)
class _Thread:
    """A matter under way: which stage is next, and when."""

    matter: Matter
    next_stage: int
    due_on: date
    last: CasePlan
    repeat: int = 0


class Dealer:
    """Knows which threads are under way and what waits for its next meeting."""

    def __init__(self, frame: Frame, days: tuple[MeetingDay, ...]) -> None:
        self._frame = frame
        self._meetings = [MeetingPlan(number, day) for number, day in enumerate(days, start=1)]
        self._cases: list[CasePlan] = []
        self._items = 0
        self._threads: list[_Thread] = []
        self._last: dict[str, CasePlan] = {}
        self._carried: dict[str, list[CasePlan]] = {"NR": [], "RR": []}
        self._escalated: list[CasePlan] = []
        self._counts: dict[tuple[str, int], int] = {}
        self._unapproved: dict[str, list[MeetingPlan]] = {}
        self._from_coming = distances(self._meetings)
        self._free = in_turn(frame)
        self._ended: list[tuple[date, Matter, CasePlan]] = []

    def run(self) -> Docket:
        """Every meeting with its agenda; cases that wait for one come last."""
        for meeting in self._meetings:
            self._set_status(meeting)
            if meeting.day.body == "NR":
                self._council(meeting)
            elif meeting.day.body == "RR":
                self._region(meeting)
        self._queue()
        return Docket(self._meetings, self._cases)

    def _set_status(self, meeting: MeetingPlan) -> None:
        day = meeting.day
        if day.is_cancelled:
            meeting.status = MeetingStatus.CANCELLED
        elif day.is_coming:
            meeting.status = MeetingStatus.NOTIFIED
        elif day.on < self._frame.today:
            meeting.status = MeetingStatus.HELD

    # Næringsrådet

    def _council(self, meeting: MeetingPlan) -> None:
        if meeting.day.is_coming:
            self._put_all(meeting, list(self._coming(meeting)))
        elif meeting.day.kind is not MeetingKind.ORDINARY:
            self._put_all(meeting, [self._occasion(meeting)])
        elif meeting.day.on > self._frame.today:
            self._put_all(meeting, [self._new(meeting, *one) for one in self._yearly(meeting)])
        else:
            again = self._take_carried("NR")
            self._put_all(meeting, [*again, *self._council_cases(meeting)])

    def _council_cases(self, meeting: MeetingPlan) -> list[CasePlan]:
        """The new cases in their order: those with a place first, then what the year asks for."""
        wanted = self._how_many(meeting)
        pinned = dict(self._pinned(meeting))
        yearly = list(self._yearly(meeting))
        wanted = max(wanted, max(pinned, default=0), len(pinned) + len(yearly))
        room = wanted - len(pinned)
        chosen = yearly[:room]
        chosen += list(self._due(meeting, max(room - len(chosen) - 1, 1)))[: room - len(chosen)]
        chosen += list(self._fresh(meeting, room - len(chosen)))
        more = self._due(meeting, 2 * wanted, MUCH_EARLIER_DAYS)
        chosen += [one for one in more if one not in chosen][: room - len(chosen)]
        if not pinned:
            chosen.sort(key=lambda one: order_of(one[0], one[1]))
        cases: list[CasePlan] = []
        rest = iter(chosen)
        for position in range(1, wanted + 1):
            one = pinned.get(position) or next(rest, None)
            if one is not None:
                cases.append(self._new(meeting, *one))
        return cases

    def _how_many(self, meeting: MeetingPlan) -> int:
        """Always the same this year and in the spring before; more in the years before that."""
        if meeting.day.is_cancelled:
            return 2
        on, last_year = meeting.day.on, self._frame.today.year - 1
        if on.year > last_year or (on.year == last_year and on.month < 6):
            return COUNCIL_CASES
        chance = self._frame.dice.of("how many", on)
        return COUNCIL_CASES + chance.choice((0, 0, 0, 1))

    def _pinned(self, meeting: MeetingPlan) -> Iterator[tuple[int, tuple[Matter, int]]]:
        distance = self._from_coming.get(meeting.number)
        for matter in matters():
            for at, stage in enumerate(matter.stages):
                if stage.place is not None and stage.place[0] == distance:
                    yield stage.place[1], (matter, at)

    def _yearly(self, meeting: MeetingPlan) -> Iterator[tuple[Matter, int]]:
        slot = SLOTS[meeting.day.on.month]
        if self._slot_is_taken(meeting, slot):
            return
        for matter in matters():
            if matter.meta.get("yearly") != f"NR {slot}":
                continue
            if meeting.day.year % int(matter.meta.get("interval", "1")) == 0:
                yield matter, 0

    def _slot_is_taken(self, meeting: MeetingPlan, slot: int) -> bool:
        """Whether an earlier ordinary meeting of the year stood for the same part of it."""
        return any(
            one.day.body == "NR"
            and one.day.kind is MeetingKind.ORDINARY
            and not one.day.is_cancelled
            and one.day.year == meeting.day.year
            and one.day.on < meeting.day.on
            and SLOTS[one.day.on.month] == slot
            for one in self._meetings
        )

    def _coming(self, meeting: MeetingPlan) -> Iterator[CasePlan]:
        """The five cases of the coming meeting, in the order of its agenda."""
        yield from self._take_carried("NR")
        own = [matter for matter in matters() if "coming" in matter.meta]
        slot = SLOTS[meeting.day.on.month]
        for matter in sorted(own, key=lambda one: one.meta["coming"]):
            replaced = matter.meta.get("yearly") == "coming" and slot != 6
            if not replaced:
                yield self._new(meeting, matter, 0)
        if slot != 6:
            yield from (self._new(meeting, *one) for one in self._yearly(meeting))

    def _occasion(self, meeting: MeetingPlan) -> CasePlan:
        occasion = "pandemic" if self._frame.has_pandemic else "closure"
        matter = next(one for one in matters() if one.meta.get("occasion") == occasion)
        place = meeting.day.kind.value
        at = next(at for at, one in enumerate(matter.stages) if one.meta.get("place") == place)
        return self._new(meeting, matter, at)

    # Regionrådet

    def _region(self, meeting: MeetingPlan) -> None:
        is_ahead = meeting.day.on > self._frame.today
        cases: list[CasePlan] = [] if is_ahead else self._take_carried("RR")
        if not is_ahead:
            cases += [self._new(meeting, *one) for one in self._region_yearly(meeting)]
        cases += list(self._handed_over(meeting))
        room = (4 if is_ahead else REGION_CASES) - len(cases)
        chosen = list(self._due(meeting, room))
        chance = self._frame.dice.of("region", meeting.day.on)
        wanted = min(room - len(chosen), 1 if is_ahead else chance.choice((0, 1, 1)))
        chosen += list(self._fresh(meeting, wanted))
        cases += [self._new(meeting, *one) for one in chosen]
        self._put_all(meeting, cases)

    def _region_yearly(self, meeting: MeetingPlan) -> Iterator[tuple[Matter, int]]:
        since = meeting.day.on - election_before(meeting.day.on)
        for matter in matters():
            when = matter.meta.get("yearly")
            is_first = not any(
                one.day.body == "RR"
                and election_before(meeting.day.on) <= one.day.on
                and one.day.on < meeting.day.on
                for one in self._meetings
            )
            if (
                when == "RR all"
                or (when == "RR election" and is_first and since < timedelta(days=120))
                or when == f"RR {REGION_SLOTS[meeting.day.on.month]}"
            ):
                yield matter, 0

    def _handed_over(self, meeting: MeetingPlan) -> Iterator[CasePlan]:
        """What Næringsrådet recommended, in time for minutes and papers (R16, R22)."""
        latest = meeting.day.on - timedelta(days=BETWEEN_DAYS)
        for origin in list(self._escalated):
            on = origin.items[-1].meeting.day.on
            if on > latest:
                continue
            self._escalated.remove(origin)
            is_wheel = "wheel" in origin.stage.meta
            is_report = origin.stage.meta.get("wheel") == "februar"
            if origin.outcome is None and not is_wheel:
                continue  # not recommended yet, and not asked for by the year wheel either
            kind = CaseKind.INFORMATION if is_report else CaseKind.DECISION
            case = self._case(meeting, origin.matter, origin.stage, kind, "RR")
            case.escalated_from = origin
            case.repeat = origin.repeat
            yield case

    # Threads

    def _due(
        self, meeting: MeetingPlan, room: int, early_days: int = EARLY_DAYS
    ) -> Iterator[tuple[Matter, int]]:
        """The next cases of threads that are due, those that have waited longest first."""
        day = meeting.day
        waiting = sorted(
            (
                one
                for one in self._threads
                if one.matter.body == day.body
                and one.due_on - timedelta(days=early_days) <= day.on
                and one.matter.suits(day.on.month)
            ),
            key=lambda one: (one.due_on, one.matter.key),
        )
        for thread in waiting[: max(room, 0)]:
            yield thread.matter, thread.next_stage

    def _fresh(self, meeting: MeetingPlan, room: int) -> Iterator[tuple[Matter, int]]:
        """Threads that have not been before the body, or not for many years."""
        for _ in range(room):
            matter = self._pick(meeting)
            if matter is None:
                return
            yield matter, 0

    def _pick(self, meeting: MeetingPlan) -> Matter | None:
        day = meeting.day
        for matter in self._free:
            if matter.body == day.body and matter.is_open_in(day.on.year, day.on.month):
                if self._is_late_for(matter, day.on):
                    continue
                self._free.remove(matter)
                return matter
        long_ago = day.on - timedelta(days=REST_YEARS * 365)
        for ended in list(self._ended):
            on, matter, _ = ended
            fits = matter.body == day.body and matter.is_open_in(day.on.year, day.on.month)
            if on <= long_ago and fits and not self._is_late_for(matter, day.on):
                self._ended.remove(ended)
                return matter
        return None

    def _is_late_for(self, matter: Matter, on: date) -> bool:
        """Whether a case that needs another meeting would find none before today."""
        outcome = matter.stages[0].first_outcome
        return outcome in (*UNDECIDED, Outcome.WITHDRAWN) and on > self._frame.today - timedelta(
            days=270
        )

    def _new(self, meeting: MeetingPlan, matter: Matter, at: int) -> CasePlan:
        """The case of a stage, and the thread led on to the next one."""
        stage = matter.stages[at]
        case = self._case(meeting, matter, stage, stage.kind, matter.body)
        before = self._last.get(matter.meta.get("continues", matter.key))
        if before is not None:
            is_same = before.matter is matter
            case.previous = before
            case.repeat = before.repeat + (1 if is_same and at <= place_of(before) else 0)
        self._last[matter.key] = case
        self._lead_on(matter, at, case, meeting.day.on)
        return case

    def _lead_on(self, matter: Matter, at: int, case: CasePlan, on: date) -> None:
        self._threads = [one for one in self._threads if one.matter is not matter]
        if not matter.is_free and "occasion" not in matter.meta:
            return
        is_over = case.stage.first_outcome in (Outcome.WITHDRAWN, Outcome.REJECTED)
        following, again = at + 1, False
        if following >= len(matter.stages):
            if matter.begins_again_at is None or is_over:
                self._ended.append((on, matter, case))
                return
            following, again = matter.begins_again_at, True
        if is_over:
            self._ended.append((on, matter, case))
            return
        stage = matter.stages[following]
        if stage.meta.get("place") in ("extraordinary", "written"):
            return
        months = stage.months_again if again or case.repeat else stage.months_after
        due_on = on + timedelta(days=round(months * 30.4))
        self._threads.append(_Thread(matter, following, due_on, case))

    def _case(
        self, meeting: MeetingPlan, matter: Matter, stage: Stage, kind: CaseKind, body: str
    ) -> CasePlan:
        chance = self._frame.dice.of("created", matter.key, stage.title, meeting.day.on)
        created_on = meeting.day.on - timedelta(days=chance.randint(24, 60))
        if meeting.day.kind is not MeetingKind.ORDINARY:
            created_on = meeting.day.on - timedelta(days=6)
        case = CasePlan(
            len(self._cases) + 1, body, matter, stage, kind, min(created_on, self._frame.today)
        )
        self._cases.append(case)
        return case

    # Agendas

    def _take_carried(self, body: str) -> list[CasePlan]:
        carried, self._carried[body] = self._carried[body], []
        return carried

    def _put_all(self, meeting: MeetingPlan, cases: list[CasePlan]) -> None:
        for case in cases:
            self._put(meeting, case)

    def _put(self, meeting: MeetingPlan, case: CasePlan) -> None:
        self._items += 1
        default = 15 if case.kind in (CaseKind.DECISION, CaseKind.RECOMMENDATION) else 10
        item = ItemPlan(
            self._items,
            meeting,
            case,
            minutes=int(case.stage.meta.get("minutes", default)),
            is_again=bool(case.items) and not case.items[-1].meeting.day.is_cancelled,
        )
        case.items.append(item)
        meeting.items.append(item)
        if meeting.day.is_cancelled:
            self._carried[meeting.day.body].append(case)
        elif meeting.is_past:
            self._treat(meeting, case, item)
        elif case.body == "NR" and case.kind is CaseKind.RECOMMENDATION:
            self._escalated.append(case)

    def _treat(self, meeting: MeetingPlan, case: CasePlan, item: ItemPlan) -> None:
        """What became of the case at this meeting; its number stands from then on (R26)."""
        body = meeting.day.body
        if case.case_number is None:
            place = (body, meeting.day.year)
            self._counts[place] = self._counts.get(place, 0) + 1
            case.case_number = (meeting.day.year, self._counts[place])
        item.outcome = case.outcome = outcome_of(case, item)
        case.status = STATUS_OF.get(item.outcome, FINAL_STATUS[case.kind])
        if item.outcome in UNDECIDED:
            self._carried[body].append(case)
        elif case.kind is CaseKind.RECOMMENDATION and body == "NR":
            self._escalated.append(case)

    def _queue(self) -> None:
        """Cases that are on no agenda yet."""
        for matter in matters():
            if "queue" not in matter.meta:
                continue
            chance = self._frame.dice.of("queue", matter.key)
            created_on = self._frame.today - timedelta(days=chance.randint(4, 80))
            stage = matter.stages[0]
            case = CasePlan(
                len(self._cases) + 1, matter.body, matter, stage, stage.kind, created_on
            )
            case.status = CaseStatus(matter.meta["queue"])
            self._cases.append(case)
