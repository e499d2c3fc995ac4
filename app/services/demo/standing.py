"""Completes the meetings: standing items, hosts, places and how far they have come (R24, R25)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.domain.vocabulary import AttendanceMode, MeetingKind, MeetingStatus, StandingKind
from app.i18n.formats import Formats
from app.services.demo.docket import Docket, ItemPlan, MeetingPlan
from app.services.demo.frame import Frame
from app.services.demo.setting import Setting
from app.services.demo.turns import Hosting, hostings
from app.services.profiles.shape import StandingSpec

ONLINE = "Fjernmøte på video"
BY_LETTER = "Skriftlig behandling på e-post"
LEFT_OUT = frozenset({StandingKind.REPORTED_CASES})
"""Standing items of the profile that this council has not used: what is reported is a case."""

_CANCELLED_PANDEMIC = (
    "Avlyst på grunn av tiltakene mot smitte. Sakene er flyttet til neste ordinære møte."
)
_CANCELLED = "Avlyst fordi for få kunne møte. Sakene er flyttet til neste møte."
_MOVED = "Flyttet fra {on} fordi flere medlemmer hadde møte i kommunestyret samme dag."
_RECENT = timedelta(days=30)


def complete(docket: Docket, frame: Frame, setting: Setting) -> None:
    """Give every meeting its place, its standing items and its status."""
    formats = Formats("nb")
    for meeting in docket.meetings:
        day = meeting.day
        if day.moved_from is not None:
            meeting.status_reason = _MOVED.format(on=formats.date(day.moved_from))
        if day.is_cancelled:
            meeting.status_reason = _CANCELLED_PANDEMIC if frame.has_pandemic else _CANCELLED
    _place(docket, frame, setting)
    numbers = _Numbers(docket)
    for body in setting.profile.bodies:
        _stand(docket.of(body.code), body.standing_items, numbers)
        _settle(docket.of(body.code), frame)


def _place(docket: Docket, frame: Frame, setting: Setting) -> None:
    """Where each meeting is held; every second one away from Trondheim (R17, R18)."""
    away = [one for one in docket.of("NR") if one.day.number % 2 == 0 and _is_visit(one)]
    region = [one for one in docket.of("RR") if one.day.number % 2 == 0 and _is_visit(one)]
    gatherings = docket.of("NA")
    city = ("Trondheim",)
    found = (
        *_pairs(away, hostings(frame, setting, _days(away), without=city, swapped=False)),
        *_pairs(
            region,
            hostings(frame, setting, _days(region), without=city, last="Stjørdal", swapped=False),
        ),
        *_pairs(gatherings, hostings(frame, setting, _days(gatherings))),
    )
    for meeting, hosting in found:
        meeting.host, meeting.host_reason = hosting.institution, hosting.reason
    for meeting in docket.meetings:
        if meeting.host is None and _is_visit(meeting):
            meeting.host = setting.called("Trondheim")
        meeting.place = _place_of(meeting, setting)


def _is_visit(meeting: MeetingPlan) -> bool:
    return meeting.day.mode is not AttendanceMode.REMOTE


def _days(meetings: Iterable[MeetingPlan]) -> list[date]:
    return [meeting.day.on for meeting in meetings]


def _pairs(
    meetings: list[MeetingPlan], found: tuple[Hosting, ...]
) -> Iterator[tuple[MeetingPlan, Hosting]]:
    return zip(meetings, found, strict=True)


def _place_of(meeting: MeetingPlan, setting: Setting) -> str:
    if meeting.is_by_letter:
        return BY_LETTER
    if meeting.day.mode is AttendanceMode.REMOTE:
        return ONLINE
    return setting.spec(meeting.host).meeting_place if meeting.host is not None else ""


class _Numbers:
    """Numbers for the items that are added to those of the cases."""

    def __init__(self, docket: Docket) -> None:
        self._last = sum(len(meeting.items) for meeting in docket.meetings)

    def next(self) -> int:
        self._last += 1
        return self._last


def _stand(meetings: list[MeetingPlan], specs: tuple[StandingSpec, ...], numbers: _Numbers) -> None:
    """Put the standing items before and after the cases, and number the lines."""
    waiting: list[MeetingPlan] = []
    for meeting in meetings:
        is_called_in = meeting.day.kind is MeetingKind.ORDINARY and not meeting.day.is_cancelled
        before: list[ItemPlan] = []
        after: list[ItemPlan] = []
        for spec in specs if not meeting.is_by_letter else ():
            made = list(_items(meeting, spec, waiting if is_called_in else [], numbers))
            (after if spec.at_end else before).extend(made)
        if is_called_in and any(one.kind is StandingKind.APPROVE_MINUTES for one in specs):
            waiting.clear()
        if not meeting.day.is_cancelled:
            waiting.append(meeting)
        meeting.items = [*before, *meeting.items, *after]
        for sort, item in enumerate(meeting.items, start=1):
            item.sort = sort


def _items(
    meeting: MeetingPlan, spec: StandingSpec, waiting: list[MeetingPlan], numbers: _Numbers
) -> Iterator[ItemPlan]:
    if spec.kind in LEFT_OUT or _does_without(meeting, spec.kind):
        return
    if spec.kind is not StandingKind.APPROVE_MINUTES:
        yield _item(meeting, spec, spec.title, numbers)
        return
    for approved in waiting:
        title = f"Godkjenning av protokoll fra {Formats('nb').day_month(approved.day.on)}"
        item = _item(meeting, spec, title, numbers)
        item.approves = approved
        approved.approved_in = meeting
        yield item


def _does_without(meeting: MeetingPlan, kind: StandingKind) -> bool:
    """What is not on every agenda: follow-up has no place of its own at the coming meeting."""
    if kind is StandingKind.FOLLOW_UP:
        is_council = meeting.day.body in ("NR", "NA") and meeting.day.kind is MeetingKind.ORDINARY
        return not is_council or (meeting.day.body == "NR" and not meeting.is_past)
    if meeting.day.kind is MeetingKind.EXTRAORDINARY:
        return kind is not StandingKind.APPROVE_NOTICE
    return False


def _item(meeting: MeetingPlan, spec: StandingSpec, title: str, numbers: _Numbers) -> ItemPlan:
    return ItemPlan(numbers.next(), meeting, standing=spec.kind, title=title, minutes=spec.minutes)


def _settle(meetings: list[MeetingPlan], frame: Frame) -> None:
    """Minutes approved, out, or not yet written (R24, R41)."""
    for meeting in meetings:
        if meeting.status is not MeetingStatus.HELD:
            continue
        approved_in = meeting.approved_in
        if approved_in is not None and approved_in.is_past:
            meeting.status = MeetingStatus.APPROVED
        elif meeting.day.body in ("NR", "RR") or meeting.day.on < frame.today - _RECENT:
            meeting.status = MeetingStatus.MINUTES_OUT
