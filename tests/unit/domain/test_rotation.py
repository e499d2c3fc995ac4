"""Who follows in the rotating seats (R8, R18)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.institutions import InstitutionFacts
from app.domain.intervals import Interval
from app.domain.reasons import Reason
from app.domain.roster import TermFacts
from app.domain.rotation import Proposal, propose_rotation
from app.domain.vocabulary import InstitutionKind, SeatKind, TermEnd
from tests.helpers.region import (
    ID_OF,
    municipalities,
    names,
    new_year,
    rotating_seat,
    ten_years,
    term,
    terms_in,
)

SEATS = [rotating_seat(number) for number in (6, 7, 8, 9)]
NOVEMBER = date(2026, 11, 23)


def propose(
    terms: list[TermFacts], on: date = NOVEMBER, *, carried_over: bool = False
) -> list[Proposal]:
    return propose_rotation(SEATS, terms, municipalities(), on, carried_over=carried_over)


def proposed(proposals: list[Proposal]) -> list[str | None]:
    return names(proposal.institution for proposal in proposals)


def reason_codes(proposal: Proposal) -> list[str]:
    return [reason.code for reason in proposal.reasons]


def test_the_two_ending_seats_get_those_it_is_longest_since() -> None:
    proposals = propose(ten_years())
    assert [proposal.seat.number for proposal in proposals] == [6, 7]
    assert proposed(proposals) == ["Malvik", "Trondheim"]
    assert {(one.from_on, one.to_on) for one in proposals} == {(new_year(2027), new_year(2029))}


def test_the_candidates_tell_what_the_order_rests_on() -> None:
    first, _second = propose(ten_years())
    ranked = [candidate.institution.name for candidate in first.candidates]
    assert ranked == [
        "Malvik",
        "Trondheim",
        "Midtre Gauldal",
        "Orkland",
        "Skaun",
        "Melhus",
        "Indre Fosen",
        "Stjørdal",
    ]
    by_name = {candidate.institution.name: candidate for candidate in first.candidates}
    malvik, trondheim, stjordal = by_name["Malvik"], by_name["Trondheim"], by_name["Stjørdal"]
    assert (malvik.sits_now, malvik.last_sat_on, malvik.years) == (False, date(2023, 12, 31), 4.0)
    assert names(trondheim.inherited_from) == ["Klæbu"]
    assert (trondheim.years, trondheim.inherited_turns) == (6.0, ("Klæbu",))
    assert (stjordal.sits_now, stjordal.is_free) == (True, False)
    assert (by_name["Melhus"].sits_now, by_name["Melhus"].is_free) == (True, True)


def test_the_reasons_name_what_decided() -> None:
    malvik, trondheim = propose(ten_years())
    assert malvik.reasons == (
        Reason("turn_longest_since", name="Malvik", last_on=date(2023, 12, 31)),
    )
    assert reason_codes(trondheim) == ["turn_longest_since", "turn_inherited"]
    assert trondheim.reasons[1].params["names"] == ("Klæbu",)


def test_the_merged_inherits_the_place_in_the_order() -> None:
    """Orkland is new in 2020, but Orkdal sat until 2019: it is not counted as one who never sat."""
    terms = terms_in(6, ("Orkdal", 2017), ("Malvik", 2019))
    (proposal,) = propose_rotation(SEATS[:1], terms, municipalities(), date(2020, 12, 1))
    orkland = next(one for one in proposal.candidates if one.institution.name == "Orkland")
    assert orkland.last_sat_on == date(2018, 12, 31)
    assert proposed([proposal]) == ["Indre Fosen"]
    assert reason_codes(proposal) == ["turn_never_drawn"]


def test_the_last_who_never_sat_comes_before_all_who_did() -> None:
    region = [one for one in municipalities() if one.name in ("Malvik", "Skaun", "Melhus")]
    terms = terms_in(6, ("Melhus", 2021), ("Malvik", 2023))
    (proposal,) = propose_rotation(SEATS[:1], terms, region, date(2024, 12, 1))
    assert proposed([proposal]) == ["Skaun"]
    assert reason_codes(proposal) == ["turn_never"]


def test_of_two_who_left_together_the_one_with_fewest_years_comes_first() -> None:
    terms = [
        *terms_in(6, ("Malvik", 2017), ("Malvik", 2019), ("Skaun", 2021)),
        *terms_in(7, ("Melhus", 2019), ("Stjørdal", 2021)),
    ]
    region = [one for one in municipalities() if one.name in ("Malvik", "Melhus", "Skaun")]
    (first, second) = propose_rotation(SEATS[:2], terms, region, date(2022, 12, 1))
    assert proposed([first, second]) == ["Melhus", "Malvik"]
    assert first.reasons == (
        Reason("turn_least_in_total", name="Melhus", last_on=date(2020, 12, 31), days=731),
    )
    assert reason_codes(second) == ["turn_only_one_not_sitting"]


def test_of_two_who_stand_alike_the_alphabet_decides() -> None:
    terms = [
        *terms_in(6, ("Skaun", 2019), ("Stjørdal", 2021)),
        *terms_in(7, ("Melhus", 2019), ("Trondheim", 2021)),
    ]
    region = [
        one for one in municipalities() if one.name in ("Melhus", "Skaun", "Stjørdal", "Trondheim")
    ]
    first, _second = propose_rotation(SEATS[:2], terms, region, date(2022, 12, 1))
    assert proposed([first]) == ["Melhus"]
    assert reason_codes(first) == ["turn_alphabetical"]


def test_when_all_sit_the_one_whose_turn_is_over_goes_on() -> None:
    region = [one for one in municipalities() if one.name in ("Melhus", "Skaun")]
    terms = [*terms_in(6, ("Melhus", 2025)), *terms_in(7, ("Skaun", 2026))]
    (proposal,) = propose_rotation(SEATS[:2], terms, region, NOVEMBER)
    assert proposed([proposal]) == ["Melhus"]
    assert reason_codes(proposal) == ["turn_only_one", "turn_sits_now"]


def test_when_nobody_is_free_nobody_is_proposed() -> None:
    region = [one for one in municipalities() if one.name == "Skaun"]
    terms = [*terms_in(6, ("Skaun", 2023)), *terms_in(7, ("Skaun", 2026))]
    (proposal,) = propose_rotation(SEATS[:2], terms, region, NOVEMBER)
    assert proposal.institution is None
    assert reason_codes(proposal) == ["turn_nobody_free"]
    assert not proposal.candidates[0].is_free


def test_a_seat_the_appointing_body_fills_freely_gets_no_proposal() -> None:
    free = replace(rotating_seat(10), rotates_among=None, appointed_by="NAT")
    (proposal,) = propose_rotation([free], [], municipalities(), NOVEMBER)
    assert (proposal.institution, proposal.candidates) == (None, ())
    assert proposal.reasons == (Reason("turn_chosen_by_appointer", by="NAT"),)


def test_permanent_and_settled_seats_are_left_alone() -> None:
    permanent = replace(rotating_seat(5), kind=SeatKind.PERMANENT)
    settled = terms_in(6, ("Malvik", 2025), ("Skaun", 2027))
    assert propose_rotation([permanent, SEATS[0]], settled, municipalities(), NOVEMBER) == []


def test_every_end_counts_when_no_notice_is_given() -> None:
    proposals = propose_rotation(SEATS, ten_years(), municipalities(), NOVEMBER, notice_days=None)
    assert [one.seat.number for one in proposals] == [6, 7, 8, 9]
    assert proposed(proposals) == ["Malvik", "Trondheim", "Midtre Gauldal", "Orkland"]


def test_a_vacant_seat_is_filled_now_until_its_own_rhythm_is_reached() -> None:
    terms = [one for one in ten_years() if one.seat != 9 or one.from_on.year < 2024]
    vacant, *_ending = propose(terms)
    assert vacant.seat.number == 9
    assert vacant.interval == Interval(NOVEMBER, new_year(2028))


def test_a_rhythm_that_is_near_gives_the_term_after_it() -> None:
    (proposal,) = propose_rotation(
        SEATS[:1], terms_in(6, ("Skaun", 2023)), municipalities(), NOVEMBER
    )
    assert proposal.interval == Interval(NOVEMBER, new_year(2029))


def test_a_seat_that_nobody_had_gets_a_whole_term() -> None:
    (proposal,) = propose_rotation(SEATS[:1], [], municipalities(), NOVEMBER)
    assert proposal.interval == Interval(NOVEMBER, date(2028, 11, 23))
    assert proposed([proposal]) == ["Indre Fosen"]


def test_a_term_that_is_recorded_for_later_cuts_the_proposal_short() -> None:
    terms = [*terms_in(6, ("Skaun", 2023)), term(6, "Malvik", 2028, 2030)]
    (proposal,) = propose_rotation(SEATS[:1], terms, municipalities(), NOVEMBER)
    assert proposal.interval == Interval(NOVEMBER, new_year(2028))
    assert proposed([proposal]) == ["Indre Fosen"]


def test_one_who_is_carried_over_sits_now() -> None:
    region = [one for one in municipalities() if one.name in ("Melhus", "Skaun", "Malvik")]
    terms = [*terms_in(6, ("Melhus", 2021)), *terms_in(7, ("Skaun", 2026))]
    (carried,) = propose_rotation(SEATS[:2], terms, region, NOVEMBER, carried_over=True)
    assert proposed([carried]) == ["Malvik"]
    melhus = next(one for one in carried.candidates if one.institution.name == "Melhus")
    assert melhus.sits_now


def test_a_term_begun_under_the_old_name_counts_for_the_merged() -> None:
    terms = [*terms_in(6, ("Malvik", 2018)), term(7, "Klæbu", 2019, 2021)]
    (proposal,) = propose_rotation(SEATS[:2], terms, municipalities(), new_year(2020))
    trondheim = next(one for one in proposal.candidates if one.institution.name == "Trondheim")
    assert (trondheim.sits_now, trondheim.is_free) == (True, False)
    assert trondheim.last_sat_on == date(2020, 12, 31)


def test_only_the_kind_that_takes_turns_is_asked() -> None:
    others = [
        InstitutionFacts(
            90, "Aa-foreningen", InstitutionKind.ORGANISATION, Interval(new_year(2000))
        )
    ]
    (proposal,) = propose_rotation(SEATS[:1], [], [*municipalities(), *others], new_year(2026))
    assert all(one.institution.kind is InstitutionKind.MUNICIPALITY for one in proposal.candidates)


@pytest.mark.parametrize("ended", [TermEnd.LEFT, TermEnd.MERGER])
def test_a_seat_left_empty_is_proposed_for_even_where_terms_are_carried_over(
    ended: TermEnd,
) -> None:
    over = [term(6, "Malvik", 2022, 2026, ended)]
    (proposal,) = propose_rotation(SEATS[:1], over, municipalities(), NOVEMBER, carried_over=True)
    malvik = next(one for one in proposal.candidates if one.institution.id == ID_OF["Malvik"])
    assert not malvik.sits_now


def test_a_turn_that_its_person_left_is_fulfilled_by_the_institution() -> None:
    left = [*terms_in(6, ("Melhus", 2023)), cut(6, "Skaun", 2025, date(2026, 3, 1), TermEnd.LEFT)]
    (proposal,) = propose_rotation(SEATS[:1], left, municipalities(), date(2026, 4, 1))
    assert proposed([proposal]) == ["Skaun"]
    assert proposal.interval == Interval(date(2026, 4, 1), new_year(2027))
    assert proposal.reasons == (
        Reason("turn_rest_of_term", name="Skaun", last_on=date(2026, 12, 31)),
    )
    assert proposal.candidates[0].institution.name == "Indre Fosen"


def test_a_turn_that_is_over_is_not_fulfilled() -> None:
    left = [*terms_in(6, ("Melhus", 2023)), cut(6, "Skaun", 2025, date(2026, 3, 1), TermEnd.LEFT)]
    (proposal,) = propose_rotation(SEATS[:1], left, municipalities(), date(2027, 2, 1))
    assert proposed([proposal]) == ["Indre Fosen"]
    assert proposal.interval == Interval(date(2027, 2, 1), new_year(2029))


def test_one_who_sits_elsewhere_meanwhile_does_not_fulfil_its_old_turn() -> None:
    terms = [cut(6, "Skaun", 2025, date(2026, 3, 1), TermEnd.LEFT), term(7, "Skaun", 2026, 2028)]
    (proposal,) = propose_rotation(SEATS[:2], terms, municipalities(), date(2026, 4, 1))
    assert proposed([proposal]) == ["Indre Fosen"]


def test_an_early_end_keeps_the_seat_in_step_with_the_others() -> None:
    """Klæbu's seat ends by merger in mid-term; the next one ends when Klæbu's term would have."""
    merged = [*terms_in(6, ("Malvik", 2017)), cut(6, "Klæbu", 2019, new_year(2020), TermEnd.MERGER)]
    (proposal,) = propose_rotation(SEATS[:1], merged, municipalities(), date(2020, 1, 10))
    assert proposal.interval == Interval(date(2020, 1, 10), new_year(2023))
    (later,) = propose_rotation(SEATS[:1], merged, municipalities(), date(2021, 6, 1))
    assert later.interval == Interval(date(2021, 6, 1), new_year(2023))


def test_the_first_term_of_a_seat_sets_the_rhythm_when_none_ran_out() -> None:
    merged = [cut(6, "Klæbu", 2019, new_year(2020), TermEnd.MERGER)]
    (proposal,) = propose_rotation(SEATS[:1], merged, municipalities(), date(2021, 6, 1))
    assert proposal.interval == Interval(date(2021, 6, 1), new_year(2023))


def test_a_gap_before_a_recorded_term_is_filled_and_no_more() -> None:
    terms = [*terms_in(6, ("Skaun", 2025)), term(6, "Malvik", 2028, 2030)]
    (proposal,) = propose_rotation(SEATS[:1], terms, municipalities(), NOVEMBER)
    assert proposal.interval == Interval(new_year(2027), new_year(2028))


def test_nothing_is_proposed_past_the_last_day_of_a_seat() -> None:
    closing = replace(SEATS[0], lifetime=Interval(new_year(2010), new_year(2028)))
    ending = terms_in(6, ("Skaun", 2025))
    (proposal,) = propose_rotation([closing], ending, municipalities(), NOVEMBER)
    assert proposal.interval == Interval(new_year(2027), new_year(2028))
    closed = replace(closing, lifetime=Interval(new_year(2010), new_year(2027)))
    assert propose_rotation([closed], ending, municipalities(), NOVEMBER) == []


def test_one_who_merges_within_the_term_is_proposed_with_its_heir_named() -> None:
    region = [one for one in municipalities() if one.name in ("Klæbu", "Trondheim")]
    terms = [*terms_in(6, ("Trondheim", 2017))]
    (proposal,) = propose_rotation(SEATS[:1], terms, region, date(2018, 12, 1))
    assert proposed([proposal]) == ["Klæbu"]
    assert proposal.reasons[-1] == Reason(
        "turn_merges_within", name="Klæbu", heir="Trondheim", on=new_year(2020)
    )


@pytest.mark.parametrize("successor", [None, 99])
def test_one_who_goes_within_the_term_is_proposed_with_its_last_day(successor: int | None) -> None:
    going = InstitutionFacts(
        1,
        "Agdenes",
        InstitutionKind.MUNICIPALITY,
        Interval(new_year(2000), new_year(2028)),
        successor,
    )
    (proposal,) = propose_rotation(SEATS[:1], [], [going], NOVEMBER)
    assert proposal.reasons[-1] == Reason(
        "turn_ends_within", name="Agdenes", last_on=date(2027, 12, 31)
    )


def cut(seat: int, name: str, from_year: int, to_on: date, ended: TermEnd) -> TermFacts:
    """A term that ended before its time."""
    return TermFacts(
        seat * 10_000 + from_year,
        seat,
        ID_OF[name],
        Interval(new_year(from_year), to_on),
        ended=ended,
    )
