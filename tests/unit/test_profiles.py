"""The profiles that come with the program say what the council's own plan says (R2–R36)."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.domain.levels import Limits, limits_on
from app.domain.numbering import CaseNumber, format_case_number
from app.domain.vocabulary import (
    BasisPurpose,
    CaseKind,
    DayUnit,
    DeadlineKind,
    DecisionRule,
    Group,
    InstitutionKind,
    Level,
    QuorumRule,
    SeatKind,
    SeatRole,
    Sector,
    StandingKind,
)
from app.services.profiles import FOLDER, Profile, list_profiles, load_profile, words
from app.services.profiles.shape import BasisSpec, SeatSpec

PLAN_FILE = Path(__file__).parents[3] / "shared/real/strategisk-naeringsplan-2017-2020.txt"

END_2017, NEW_2018 = date(2017, 12, 31), date(2018, 1, 1)
END_2019, NEW_2020 = date(2019, 12, 31), date(2020, 1, 1)
TODAY = date(2026, 11, 23)

HEADINGS = {
    "institusjoner",
    "felles",
    "organer",
    "plasser_for_hver",
    "beløpsgrenser",
    "årshjul",
    "hjemler",
    "plan",
}
"""Keys that the guide has as headings."""


@cache
def shipped(name: str) -> Profile:
    return load_profile(name)


@pytest.fixture
def region() -> Profile:
    return shipped("trondheimsregionen")


@pytest.fixture
def simple() -> Profile:
    return shipped("enkelt-rad")


def seat(profile: Profile, number: int, body: str = "NR") -> SeatSpec:
    return next(seat for seat in profile.body(body).seats if seat.number == number)


def title_on(seat: SeatSpec, on: date) -> str:
    return [title.title for title in seat.titles if title.valid_from <= on][-1]


def short_names(profile: Profile, on: date) -> set[str]:
    there = profile.institutions_on(on, InstitutionKind.MUNICIPALITY)
    return {institution.short_name for institution in there}


def bases_on(profile: Profile, on: date, purpose: BasisPurpose) -> list[BasisSpec]:
    return [
        basis for basis in profile.legal_bases if basis.purpose is purpose and basis.holds_on(on)
    ]


def test_the_list_offers_both_with_title_and_description() -> None:
    assert [(listed.name, listed.title) for listed in list_profiles()] == [
        ("enkelt-rad", "Enkelt råd"),
        ("trondheimsregionen", "Trondheimsregionen"),
    ]
    assert all(listed.description.endswith(".") for listed in list_profiles())


@pytest.mark.parametrize("listed", list_profiles(), ids=lambda listed: listed.name)
def test_no_shipped_profile_has_a_mistake_or_names_a_person(listed: object) -> None:
    name = str(getattr(listed, "name", ""))
    assert shipped(name).bodies
    assert "@" not in (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")


def test_the_bodies_are_those_of_the_region(region: Profile) -> None:
    assert [body.code for body in region.bodies] == ["NR", "RR", "AU", "KDF", "NA", "FS", "ADM"]
    assert {body.code: body.level for body in region.bodies if body.level} == {
        "NR": Level.COUNCIL,
        "RR": Level.REGIONAL,
        "ADM": Level.ADMINISTRATIVE,
    }
    assert region.body("NR").recommends_to == "RR"
    assert [body.code for body in region.bodies if body.is_hosted_in_turns] == ["NA"]


def test_the_council_has_ten_seats_and_its_chair_in_the_first(region: Profile) -> None:
    seats = region.body("NR").seats
    assert [seat.number for seat in seats] == list(range(1, 11))
    assert [seat.number for seat in seats if seat.role is SeatRole.CHAIR] == [1]
    assert [seat.number for seat in seats if seat.kind is SeatKind.ROTATING] == [6, 7, 8, 9, 10]
    assert {seat.term_years for seat in seats if seat.kind is SeatKind.ROTATING} == {2}
    assert all(seat.votes for seat in seats)


def test_the_seats_balance_two_six_two(region: Profile) -> None:
    assert Counter(seat.sector for seat in region.body("NR").seats) == {
        Sector.RESEARCH: 2,
        Sector.PUBLIC: 6,
        Sector.BUSINESS: 2,
    }


def test_who_appoints_is_said_for_every_seat(region: Profile) -> None:
    assert {seat(region, number).appointed_by for number in (6, 7, 8, 9)} == {"Rådmannsforum"}
    assert seat(region, 10).appointed_by == "NAT"
    assert all(seat.appointed_by for seat in region.body("NR").seats)


def test_municipalities_take_turns_but_the_last_seat_is_chosen(region: Profile) -> None:
    turns = {seat(region, number).rotates_among for number in (6, 7, 8, 9)}
    assert turns == {InstitutionKind.MUNICIPALITY}
    assert seat(region, 10).rotates_among is None


def test_titles_change_with_their_dates(region: Profile) -> None:
    assert title_on(seat(region, 6), END_2019) == "Rådmann"
    assert title_on(seat(region, 6), NEW_2020) == "Kommunedirektør"
    assert title_on(seat(region, 5), END_2019) == "Fylkesrådmann"
    assert title_on(seat(region, 5), TODAY) == "Fylkeskommunedirektør"


@pytest.mark.parametrize(
    ("on", "count"),
    [(date(2011, 1, 1), 10), (END_2017, 10), (NEW_2018, 9), (END_2019, 9), (NEW_2020, 8)],
)
def test_municipalities_merge_on_their_dates(region: Profile, on: date, count: int) -> None:
    assert len(short_names(region, on)) == count


def test_the_merged_follow_the_ones_they_came_from(region: Profile) -> None:
    assert short_names(region, END_2017) - short_names(region, NEW_2018) == {"Rissa", "Leksvik"}
    assert short_names(region, NEW_2018) - short_names(region, END_2017) == {"Indre Fosen"}
    assert short_names(region, END_2019) - short_names(region, NEW_2020) == {"Klæbu", "Orkdal"}
    assert short_names(region, NEW_2020) - short_names(region, END_2019) == {"Orkland"}
    assert {one.short_name: one.successor for one in region.institutions if one.successor} == {
        "Rissa": "Indre Fosen kommune",
        "Leksvik": "Indre Fosen kommune",
        "Klæbu": "Trondheim kommune",
        "Orkdal": "Orkland kommune",
        "Sør-Trøndelag": "Trøndelag fylkeskommune",
    }


def test_a_county_is_there_on_every_day(region: Profile) -> None:
    for on, name in ((END_2017, "Sør-Trøndelag"), (NEW_2018, "Trøndelag")):
        counties = region.institutions_on(on, InstitutionKind.COUNTY)
        assert [county.short_name for county in counties] == [name]


@pytest.mark.parametrize(("on", "count"), [(END_2017, 10), (END_2019, 9), (TODAY, 8)])
def test_the_regional_council_follows_its_municipalities(
    region: Profile, on: date, count: int
) -> None:
    seats = region.body("RR").seats_on(on)
    assert len(seats) == 3 * count
    voting = [seat for seat in seats if seat.votes]
    assert {seat.institution for seat in voting} == {
        institution.name for institution in region.institutions_on(on, InstitutionKind.MUNICIPALITY)
    }
    assert all(title_on(seat, on).startswith("Ordfører i ") for seat in voting)
    assert [seat.role for seat in seats if seat.role is not SeatRole.MEMBER] == [
        SeatRole.CHAIR,
        SeatRole.DEPUTY_CHAIR,
    ]


def test_no_number_of_a_seat_is_used_again(region: Profile) -> None:
    for body in region.bodies:
        numbers = [seat.number for seat in body.seats]
        assert len(numbers) == len(set(numbers))


def test_a_seat_bears_its_municipality_and_only_the_titles_of_its_time(region: Profile) -> None:
    of_klaebu = [seat for seat in region.body("RR").seats if seat.institution == "Klæbu kommune"]
    assert [[title.title for title in seat.titles] for seat in of_klaebu] == [
        ["Ordfører i Klæbu"],
        ["Opposisjonsleder i Klæbu"],
        ["Rådmann i Klæbu"],
    ]
    of_orkland = [seat for seat in region.body("RR").seats if seat.institution == "Orkland kommune"]
    assert [title.title for title in of_orkland[2].titles] == ["Kommunedirektør i Orkland"]
    assert of_orkland[2].titles[0].valid_from == NEW_2020


def test_rights_and_rules_are_each_body_s_own(region: Profile) -> None:
    council, regional = region.body("NR"), region.body("RR")
    assert council.rules_on(TODAY).quorum_rule is QuorumRule.AT_LEAST_HALF
    assert council.rules_on(TODAY).decision_rule is DecisionRule.MAJORITY
    assert regional.rules_on(TODAY).decision_rule is DecisionRule.CONSENSUS
    observer = next(right for right in council.rights if right.who is Group.OBSERVER)
    assert (observer.attends, observer.speaks, observer.proposes, observer.votes) == (
        True,
        False,
        False,
        False,
    )
    gathering = region.body("FS").rights
    assert not any(right.votes or right.proposes for right in gathering)


def test_limits_are_those_of_their_day(region: Profile, simple: Profile) -> None:
    assert limits_on(region.limits, date(2017, 1, 1)) == Limits(200_000, 500_000)
    assert limits_on(region.limits, TODAY) == Limits(200_000, 500_000)
    with pytest.raises(UserError):
        limits_on(region.limits, date(2016, 12, 31))
    assert limits_on(simple.limits, date(2021, 12, 31)) == Limits(25_000, 150_000)
    assert limits_on(simple.limits, date(2022, 1, 1)) == Limits(50_000, 250_000)


def test_the_year_wheel_turns_in_december_and_february(region: Profile) -> None:
    points = region.body("RR").wheel
    assert [(point.month, point.interval_years, point.case_kind) for point in points] == [
        (12, 1, CaseKind.DECISION),
        (12, 2, CaseKind.DECISION),
        (2, 1, CaseKind.INFORMATION),
    ]


def test_papers_go_out_seven_days_ahead(region: Profile) -> None:
    for body in region.bodies:
        papers = [rule for rule in body.deadlines if rule.kind is DeadlineKind.PAPERS]
        assert [(rule.days, rule.unit) for rule in papers] == [(7, DayUnit.CALENDAR)]


def test_the_agenda_begins_with_approvals_and_ends_with_any_other_business(
    region: Profile,
) -> None:
    items = region.body("NR").standing_items
    assert [item.kind for item in items[:2]] == [
        StandingKind.APPROVE_NOTICE,
        StandingKind.APPROVE_MINUTES,
    ]
    assert [item.kind for item in items if item.at_end][-1] is StandingKind.ANY_OTHER_BUSINESS


def test_a_brief_has_its_headings_in_order(region: Profile) -> None:
    sections = region.body("NR").sections
    assert [section.key for section in sections] == [
        "proposal",
        "summary",
        "background",
        "assessment",
        "plan_assessment",
        "finances",
        "decision_level",
        "attachments",
    ]
    assert [section.key for section in sections if section.computed] == [
        "decision_level",
        "attachments",
    ]


def test_closing_a_meeting_rests_on_the_act_of_its_day(region: Profile) -> None:
    before = bases_on(region, date(2019, 9, 30), BasisPurpose.MEETING)
    after = bases_on(region, date(2019, 10, 1), BasisPurpose.MEETING)
    assert {basis.act for basis in before} == {"kommuneloven 1992"}
    assert {basis.act for basis in after} == {"kommuneloven"}
    assert {basis.provision[:6] for basis in after} == {"§ 11-5"}
    assert {basis.must_exempt for basis in after} == {True, False}


def test_only_the_duty_of_secrecy_must_exempt_a_document(region: Profile) -> None:
    bases = bases_on(region, TODAY, BasisPurpose.DOCUMENT)
    assert {basis.act for basis in bases} == {"offentleglova"}
    assert {basis.provision.split(" ", 2)[1] for basis in bases if basis.must_exempt} == {"13"}
    assert "§ 23 første ledd" in {basis.provision for basis in bases if not basis.must_exempt}


def test_disqualification_has_its_basis_on_every_day(region: Profile) -> None:
    for on, citation in (
        (date(2019, 9, 30), "kommuneloven 1992 § 40 nr. 3, jf. forvaltningsloven § 6"),
        (TODAY, "kommuneloven § 11-10, jf. forvaltningsloven § 6"),
    ):
        bases = bases_on(region, on, BasisPurpose.DISQUALIFICATION)
        assert citation in {f"{basis.act} {basis.provision}" for basis in bases}


def test_every_body_s_regime_has_its_bases(region: Profile, simple: Profile) -> None:
    for profile in (region, simple):
        regimes = {basis.regime for basis in profile.legal_bases}
        assert {row.legal_regime for body in profile.bodies for row in body.rules} <= regimes


def test_the_plan_has_its_tree(region: Profile) -> None:
    assert region.plan is not None
    areas = region.plan.target_areas
    goals = [goal for area in areas for goal in area.goals]
    assert len(areas) == 4
    assert [goal.number for goal in goals] == ["1", "2", "3", "4", "5"]
    assert [len(goal.strategies) for goal in goals] == [5, 6, 4, 4, 5]
    assert region.plan.holds_on(TODAY)


def test_short_titles_are_not_the_official_wording(region: Profile) -> None:
    if not PLAN_FILE.exists():
        pytest.skip("the official plan is not beside this tree")
    assert region.plan is not None
    official = " ".join(PLAN_FILE.read_text(encoding="utf-8").split()).lower()
    goals = [goal for area in region.plan.target_areas for goal in area.goals]
    titles = [goal.short_title for goal in goals]
    titles += [strategy.short_title for goal in goals for strategy in goal.strategies]
    longest = max(titles, key=len)
    assert len(longest) <= 50
    assert [title for title in titles if len(title.split()) > 2 and title.lower() in official] == []


def test_the_second_profile_shows_that_nothing_is_hard_coded(
    region: Profile, simple: Profile
) -> None:
    council, other = region.body("NR"), simple.body("RÅD")
    third = CaseNumber(2026, 3)
    assert format_case_number(third, council.rules_on(TODAY).number) == "NR 3/26"
    assert format_case_number(third, other.rules_on(TODAY).number) == "Sak 3-2026"
    assert council.rules_on(TODAY).record_name == "protokoll"
    assert other.rules_on(TODAY).record_name == "referat"
    assert not {section.heading for section in council.sections} & {
        section.heading for section in other.sections if not section.computed
    }
    assert len(other.seats) == 7
    assert [body.level for body in simple.bodies] == [Level.COUNCIL, Level.ADMINISTRATIVE]


def test_rules_change_on_their_day(region: Profile) -> None:
    council = region.body("NR")
    assert council.rules_on(council.valid_from - timedelta(days=1)) == council.rules[0]


@cache
def guide() -> str:
    return (FOLDER.parents[1] / "docs" / "profiles.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "table", [name for name in vars(words) if name.isupper() and name != "MONTHS"]
)
def test_the_guide_knows_every_word(table: str) -> None:
    meanings = getattr(words, table)
    known = meanings if isinstance(meanings, dict) else ()
    assert [word for word in known if word not in guide()] == []


@pytest.mark.parametrize("name", ["enkelt-rad", "trondheimsregionen"])
def test_the_guide_knows_every_key(name: str) -> None:
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    keys = set(re.findall(r"(?:^|[{,]) *(?:- )*([a-zæøå_]+):", "\n".join(lines), re.MULTILINE))
    assert len(keys) > 40
    assert [key for key in sorted(keys) if f"`{key}" not in guide() and key not in HEADINGS] == []
