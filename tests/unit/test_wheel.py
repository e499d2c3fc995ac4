"""What a wheel shows of a year, and what it says (R17–R19)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.vocabulary import MeetingStatus
from app.i18n.voice import Voice
from app.services.wheel import words
from app.services.wheel.facts import MarkKind, WheelFacts, WheelMark, wheel_facts
from app.services.wheel.listing import at_hand, lines_of
from app.services.wheel.spread import arrange, spread
from app.services.year.inks import body_inks, ink_on
from tests.helpers.wheels import BODIES, a_full_year, a_year_meeting, a_year_point, a_year_view

VOICE = Voice()
FIRST = a_year_meeting(1, date(2026, 1, 23))
BUDGET = a_year_meeting(4, date(2026, 12, 18), "RR")
AT_SKAUN = a_year_meeting(2, date(2026, 10, 26), "NA", MeetingStatus.HELD, host="Skaun")
CALLED_OFF = a_year_meeting(3, date(2026, 5, 12), "NR", MeetingStatus.CANCELLED)


def marks(facts: WheelFacts) -> dict[str, WheelMark]:
    return {mark.key: mark for ring in facts.rings for mark in ring.marks}


def test_only_bodies_with_something_have_a_ring_and_the_first_is_outermost() -> None:
    facts = wheel_facts(a_year_view([AT_SKAUN, FIRST, BUDGET]))
    assert [ring.body.code for ring in facts.rings] == ["NR", "RR", "NA"]
    assert wheel_facts(a_year_view()).rings == ()


def test_a_body_keeps_its_colour_whatever_other_rings_there_are() -> None:
    alone = wheel_facts(a_year_view([AT_SKAUN]))
    together = wheel_facts(a_year_view([AT_SKAUN, FIRST, BUDGET]))
    assert alone.rings[0].ink == together.rings[2].ink == "research"
    assert len(set(body_inks(BODIES).values())) == 7
    assert (ink_on("business"), ink_on("public")) == ("on_business", "on_accent")


def test_a_cancelled_meeting_is_shown_and_not_counted() -> None:
    facts = wheel_facts(a_year_view([FIRST, CALLED_OFF]))
    assert marks(facts)["meeting-3"].kind is MarkKind.CANCELLED
    assert facts.meetings == facts.rings[0].meetings == 1


def test_a_meeting_is_shown_with_the_fixed_points_that_it_takes_up() -> None:
    point = a_year_point(1, date(2026, 12, 1), BUDGET, "Utviklingsplan")
    facts = wheel_facts(a_year_view([BUDGET], [point]))
    (mark,) = marks(facts).values()
    assert (mark.kind, mark.points) == (MarkKind.MEETING, (point,))


def test_a_fixed_point_without_a_meeting_stands_alone_in_its_month() -> None:
    point = a_year_point(1, date(2026, 12, 1), title="Utviklingsplan")
    facts = wheel_facts(a_year_view([FIRST], [point]))
    mark = marks(facts)["point-1-2026"]
    assert (mark.kind, mark.on) == (MarkKind.LACKING, date(2026, 12, 15))
    assert facts.lacking == 1


def test_a_fixed_point_that_another_year_takes_up_is_no_warning() -> None:
    later = a_year_meeting(9, date(2027, 1, 20), "RR")
    point = a_year_point(1, date(2026, 12, 1), later)
    facts = wheel_facts(a_year_view([], [point]))
    assert marks(facts)["point-1-2026"].kind is MarkKind.POINT
    assert facts.lacking == 0
    said = words.details(marks(facts)["point-1-2026"], VOICE)
    assert said[-1] == "Tas opp i Regionrådet 9/2027, 20. januar 2027."


def test_a_dropped_point_is_not_shown() -> None:
    point = a_year_point(1, date(2026, 12, 1), BUDGET, is_dropped=True)
    (mark,) = marks(wheel_facts(a_year_view([BUDGET], [point]))).values()
    assert mark.points == ()
    alone = a_year_point(1, date(2026, 12, 1), is_dropped=True)
    assert wheel_facts(a_year_view([], [alone])).rings == ()


def test_today_is_told_in_the_present_year_alone() -> None:
    assert wheel_facts(a_year_view([FIRST])).today == date(2026, 11, 23)
    assert wheel_facts(a_year_view([FIRST], year=2025)).today is None


def test_rings_can_be_left_out() -> None:
    facts = wheel_facts(a_year_view([AT_SKAUN, FIRST, BUDGET])).without({"RR"})
    assert [ring.body.code for ring in facts.rings] == ["NR", "NA"]
    assert facts.meetings == 2


def test_a_point_alone_leads_to_its_case_while_that_is_not_deleted() -> None:
    point = a_year_point(1, date(2026, 12, 1), case_id=7)
    assert marks(wheel_facts(a_year_view([], [point])))["point-1-2026"].case_id == 7
    bare = a_year_point(1, date(2026, 12, 1))
    assert marks(wheel_facts(a_year_view([], [bare])))["point-1-2026"].case_id is None


def test_the_wheel_is_told_in_words() -> None:
    points = [
        a_year_point(1, date(2026, 12, 1), BUDGET, "Utviklingsplan"),
        a_year_point(2, date(2026, 8, 1), title="Handlingsplan"),
    ]
    facts = wheel_facts(a_year_view([FIRST, CALLED_OFF, BUDGET], points))
    assert words.said(facts, VOICE) == (
        "Årshjul for 2026: 2 møter i 2 organer. 1 fast punkt uten møte."
    )
    assert words.told(facts, VOICE) == (
        "Årshjul for 2026: 2 møter i 2 organer. 1 fast punkt uten møte. "
        "Fredag 23. januar 2026: Næringsrådet 1/2026. "
        "Tirsdag 12. mai 2026: Næringsrådet 3/2026, avlyst møte. "
        "August 2026: Regionrådet: Handlingsplan, fast punkt uten møte. "
        "Fredag 18. desember 2026: Regionrådet 4/2026, Utviklingsplan."
    )
    assert words.said(wheel_facts(a_year_view()), VOICE) == "Årshjul for 2026, uten møter."


def test_a_mark_tells_all_that_is_known_of_it() -> None:
    point = a_year_point(1, date(2026, 10, 1), AT_SKAUN, "Status i kommunene", "NA")
    facts = wheel_facts(a_year_view([AT_SKAUN], [point]))
    (mark,) = marks(facts).values()
    assert words.details(mark, VOICE) == (
        "Næringsapparatet 2/2026",
        "Mandag 26. oktober 2026 kl. 09.00–11.30 · avholdt · Rådhuset · vert Skaun",
        "Fast punkt: Status i kommunene",
    )
    lacking = wheel_facts(a_year_view([], [a_year_point(1, date(2026, 12, 1))]))
    (mark,) = marks(lacking).values()
    assert words.details(mark, VOICE) == (
        "Regionrådet: Årsrapport",
        "Desember 2026",
        "Ingen møter i desember 2026 tar det opp.",
    )


def test_a_list_has_each_point_under_its_meeting() -> None:
    points = [
        a_year_point(1, date(2026, 12, 1), BUDGET, "Utviklingsplan"),
        a_year_point(2, date(2026, 8, 1), title="Handlingsplan"),
    ]
    facts = wheel_facts(a_year_view([BUDGET, AT_SKAUN], points))
    told = [
        (words.list_day(line, VOICE), words.list_name(line, VOICE), words.list_status(line, VOICE))
        for line in lines_of(facts)
    ]
    assert told == [
        ("aug", "Regionrådet: Handlingsplan", "mangler møte"),
        ("26. okt.", "Næringsapparatet 2/2026", "avholdt"),
        ("18. des.", "Regionrådet 4/2026", "planlagt"),
        ("", "Utviklingsplan", "fast punkt"),
    ]
    some = lines_of(facts, date(2026, 9, 1), date(2026, 11, 30))
    assert [words.list_name(line, VOICE) for line in some] == ["Næringsapparatet 2/2026"]


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 11, 23), date(2026, 11, 1), date(2026, 12, 31)),
        (date(2026, 12, 31), date(2026, 11, 1), date(2026, 12, 31)),
        (date(2026, 10, 1), date(2026, 10, 1), date(2026, 11, 30)),
        (date(2028, 1, 9), date(2028, 1, 1), date(2028, 2, 29)),
    ],
)
def test_two_months_are_at_hand(today: date, first: date, last: date) -> None:
    assert at_hand(today) == (first, last)


def test_marks_of_one_day_stand_around_it() -> None:
    found = spread([100, 100, 100], [10, 10, 10], 2)
    assert found == pytest.approx([88, 100, 112])


def test_marks_stay_within_the_year() -> None:
    assert spread([0.5, 0.5], [10, 10], 2) == pytest.approx([6, 18])
    assert spread([359, 359.5], [10, 10], 2) == pytest.approx([342, 354])


def test_a_lonely_mark_has_all_the_width_that_it_asks_for() -> None:
    ((start, sweep),) = arrange([180], [30], 10, 4, 1)
    assert (start, sweep) == pytest.approx((165, 30))
    ((start, sweep),) = arrange([355], [30], 10, 4, 1)
    assert (start, sweep) == pytest.approx((329.5, 30))
    assert arrange([], [], 10, 4, 1) == []


def test_a_ring_too_full_shares_itself_out() -> None:
    places = arrange([180.0] * 200, [30.0] * 200, 10, 4, 0.5)
    assert sum(sweep for _start, sweep in places) + 200 * 0.5 == pytest.approx(360)


def test_a_full_year_has_what_it_was_made_of() -> None:
    assert wheel_facts(a_full_year(60, 7)).meetings == 60
