"""How often a seat used a deputy (R4, R33)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.deputy_use import DeputyLine, WhyDeputy, count_by_year, deputy_uses

LINE = DeputyLine(
    meeting=1,
    held_on=date(2026, 3, 12),
    seat=6,
    deputy="Ola Lie",
    member="Kari Berg",
    reason="Annet møte",
    member_was_there=False,
)


def test_a_deputy_for_a_member_who_is_away_is_a_use_with_its_reason() -> None:
    (use,) = deputy_uses([LINE])
    assert (use.deputies, use.member, use.reason) == (("Ola Lie",), "Kari Berg", "Annet møte")
    assert use.why is WhyDeputy.AWAY


def test_a_deputy_beside_a_member_who_is_there_is_no_use() -> None:
    assert deputy_uses([replace(LINE, member_was_there=True)]) == []


def test_a_member_who_came_late_or_left_used_the_deputy() -> None:
    (use,) = deputy_uses([replace(LINE, member_was_there=True, member_was_partly_there=True)])
    assert use.why is WhyDeputy.PART_OF_MEETING


def test_a_deputy_for_one_who_is_disqualified_is_a_use() -> None:
    (use,) = deputy_uses([replace(LINE, member_was_there=True, for_disqualified=True)])
    assert use.why is WhyDeputy.DISQUALIFIED


def test_one_who_acts_in_the_office_is_a_member_and_no_deputy() -> None:
    assert deputy_uses([replace(LINE, is_acting=True)]) == []


def test_two_deputies_of_one_seat_at_one_meeting_are_one_use() -> None:
    second = replace(LINE, deputy="Per Moe", reason="")
    (use,) = deputy_uses([second, LINE])
    assert use.deputies == ("Per Moe", "Ola Lie")
    assert use.reason == "Annet møte"


def test_uses_are_counted_by_seat_and_year_with_the_oldest_first() -> None:
    later = replace(LINE, meeting=2, held_on=date(2027, 1, 5))
    other = replace(LINE, meeting=3, held_on=date(2026, 9, 1), seat=7)
    again = replace(LINE, meeting=4, held_on=date(2026, 9, 1))
    uses = deputy_uses([later, other, again, LINE])
    assert [use.meeting for use in uses] == [1, 3, 4, 2]
    assert count_by_year(uses) == {6: {2026: 2, 2027: 1}, 7: {2026: 1}}
