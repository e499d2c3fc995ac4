"""A list of members is held against the council's seats, terms and people (R2–R7)."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.imports.entries import DeputyEntry, Outcome
from app.domain.imports.fields import Field, Subject
from app.domain.imports.known import KnownTerm
from app.domain.imports.writes import TermWrite
from app.domain.vocabulary import InstitutionKind, Sector
from tests.helpers.known import (
    COUNCIL,
    EVA,
    KARI,
    MELHUS,
    NTNU,
    OLA,
    ORKDAL,
    SKAUN,
    codes,
    day,
    days,
    member,
    of,
    only,
    row,
    told,
)

KARI_AS_SHE_IS: dict[str, Any] = {
    "seat": "2",
    "institution": "Melhus kommune",
    "name": "Kari Berg",
    "email": "kari@melhus.example",
    "from_on": "2025-01-01",
    "to_on": "2026-12-31",
}


def members(*entries: Any, **changes: Any) -> Any:
    return of(Subject.MEMBERS, *entries, **changes)


def why(*entries: Any, **changes: Any) -> list[str]:
    """What is wrong with the last row."""
    verdict = members(*entries, **changes).verdicts[-1]
    assert verdict.outcome is Outcome.WRONG, verdict
    return codes(verdict)


def test_a_new_member_is_made_with_person_and_term() -> None:
    decision = members(member(title="Kommunedirektør", phone="922"))
    verdict = only(decision)
    assert (verdict.outcome, codes(verdict)) == (Outcome.NEW, ["import_makes_person"])
    [person] = decision.writes.people.values()
    assert (person.name, person.email, person.phone) == ("Liv Haug", "liv@skaun.example", "922")
    assert decision.writes.terms == [
        TermWrite(None, 103, SKAUN, person.key, days("2026-01-01"), None)
    ]
    [position] = decision.writes.positions
    assert (position.title, position.interval) == ("Kommunedirektør", days("2026-01-01"))
    assert len(decision.writes) == 3


def test_a_member_who_sits_there_already_is_unchanged() -> None:
    decision = members(row(**KARI_AS_SHE_IS))
    assert told(decision) == [(2, Outcome.UNCHANGED, [])]
    assert len(decision.writes) == 0


def test_a_row_without_a_first_day_is_about_who_sits_there() -> None:
    entry = row(seat="2", institution="Melhus", name="Kari Berg", phone="912")
    decision = members(entry)
    assert told(decision) == [(2, Outcome.CHANGED, ["import_changes"])]
    assert decision.writes.people[KARI].phone == "912"


def test_another_last_day_changes_the_term() -> None:
    decision = members(row(**KARI_AS_SHE_IS | {"to_on": "2027-12-31"}))
    assert told(decision) == [(2, Outcome.CHANGED, ["import_changes_date"])]
    [term] = decision.writes.terms
    assert (term.id, term.interval) == (201, days("2025-01-01", "2027-12-31"))


def test_another_first_day_changes_the_term_of_the_same_holder() -> None:
    decision = members(row(**KARI_AS_SHE_IS | {"from_on": "2024-06-01"}))
    assert told(decision) == [(2, Outcome.CHANGED, ["import_changes_date"])]


def test_another_holder_from_the_same_day_is_a_correction() -> None:
    entry = row(
        **KARI_AS_SHE_IS | {"institution": "Skaun", "name": "Liv Haug", "email": "l@skaun.example"}
    )
    decision = members(entry)
    assert only(decision).outcome is Outcome.CHANGED
    assert codes(only(decision)) == ["import_makes_person", "import_changes", "import_changes"]


def test_who_was_not_named_yet_is_filled_in() -> None:
    entry = row(seat="Prorektor", name="Eva Dahl", from_on="2024-01-01")
    decision = members(entry)
    assert told(decision) == [(2, Outcome.CHANGED, ["import_sets"])]
    assert decision.writes.terms[0].person == EVA


def test_an_institution_may_hold_a_seat_before_it_names_someone() -> None:
    decision = members(member(name="", email=""))
    assert (only(decision).who, only(decision).outcome) == ("Skaun kommune", Outcome.NEW)
    again = members(row(seat="1", institution="NTNU", from_on="2024-01-01"))
    assert only(again).outcome is Outcome.UNCHANGED


def test_a_seat_is_found_by_number_however_it_is_written() -> None:
    for text in ("3", "Plass 3", "3. Kommunedirektør", "nr. 03"):
        assert members(member(seat=text)).writes.terms[0].seat == 103


def test_seats_of_one_title_are_filled_in_their_order() -> None:
    rows = [
        member(2, seat="Kommunedirektør"),
        member(3, seat="Rådmann", name="Per Ås", email="per@x.example", institution="Melhus"),
    ]
    assert [term.seat for term in members(*rows).writes.terms] == [103, 104]


def test_a_title_of_several_seats_means_the_one_where_the_holder_sits() -> None:
    decision = members(row(**KARI_AS_SHE_IS | {"seat": "kommunedirektør"}))
    assert only(decision).outcome is Outcome.UNCHANGED
    other = member(
        seat="Kommunedirektør", name="Kari Berg", email="", from_on=None, institution="Melhus"
    )
    assert only(members(other)).outcome is Outcome.UNCHANGED


def test_when_every_seat_of_a_title_is_taken_it_is_told() -> None:
    rows = [
        member(number, seat="Kommunedirektør", name=f"Per {name}", email=f"{name}@x.example")
        for number, name in enumerate(("Ås", "Bø", "Li"), 2)
    ]
    assert why(*rows) == ["import_seat_taken"]


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"seat": ""}, "import_seat_missing", Field.SEAT),
        ({"seat": "99"}, "import_seat_unknown", Field.SEAT),
        ({"seat": "Møteleder"}, "import_seat_unknown", Field.SEAT),
        ({"seat": "5"}, "import_seat_not_there", Field.SEAT),
        ({"from_on": None}, "import_from_missing", Field.FROM_ON),
        ({"to_on": "2024-01-01"}, "import_ends_before_start", Field.TO_ON),
        ({"institution": ""}, "import_institution_missing", Field.INSTITUTION),
        ({"institution": "Frosta kommune"}, "import_institution_unknown", Field.INSTITUTION),
        ({"institution": "Melhus kommmune"}, "import_institution_near", Field.INSTITUTION),
        ({"institution": "Orkdal"}, "import_institution_merged", Field.INSTITUTION),
        ({"institution": "Rissa"}, "import_institution_over", Field.INSTITUTION),
        ({"name": ""}, "import_name_missing", Field.NAME),
        ({"email": "kari@melhus.example"}, "import_email_taken", Field.EMAIL),
        ({"deputies": (DeputyEntry("", "x@y.example"),)}, "import_name_missing", Field.DEPUTY),
        (
            {"deputies": (DeputyEntry("Liv Haug", "liv@skaun.example"),)},
            "import_own_deputy",
            Field.DEPUTY,
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_field(
    changes: dict[str, Any], code: str, field: Field
) -> None:
    verdict = only(members(member(**changes)))
    [trouble] = verdict.troubles
    assert (verdict.outcome, trouble.reason.code, trouble.field) == (Outcome.WRONG, code, field)
    assert len(members(member(**changes)).writes) == 0


def test_an_institution_that_comes_later_is_told() -> None:
    assert why(member(institution="Orkland", from_on="2019-01-01")) == ["import_institution_later"]


def test_many_seats_are_told_as_a_span() -> None:
    seats = [
        type(COUNCIL.seats[1])(
            id=number, number=number, title="P", titles=("P",), lifetime=COUNCIL.seats[1].lifetime
        )
        for number in range(1, 20)
    ]
    verdict = only(members(member(seat="40"), seats=tuple(seats), terms=()))
    assert verdict.troubles[0].reason.params["known"] == ("1–19",)


def test_a_list_without_first_days_begins_on_the_day_of_the_import() -> None:
    decision = members(member(from_on=None), start_on=day("2026-11-23"))
    assert decision.writes.terms[0].interval == days("2026-11-23")


def test_a_new_institution_is_made_when_the_list_tells_its_kind() -> None:
    rows = [
        member(2, institution="Frosta kommune", kind=InstitutionKind.MUNICIPALITY),
        member(
            3,
            seat="4",
            institution="frosta kommune",
            name="Per Ås",
            email="per@f.example",
            from_on="2025-01-01",
        ),
    ]
    decision = members(*rows)
    assert [codes(one) for one in decision.verdicts] == [
        ["import_makes_institution", "import_makes_person"],
        ["import_makes_person"],
    ]
    [made] = decision.writes.institutions.values()
    assert (made.name, made.sector) == ("Frosta kommune", Sector.PUBLIC)
    assert made.lifetime == days("2025-01-01")


def test_nobody_is_put_where_another_sits() -> None:
    assert why(member(seat="2")) == ["import_seat_taken"]
    assert why(member(seat="1", institution="NTNU")) == ["import_seat_taken_on"]
    standing = KnownTerm(203, 103, MELHUS, OLA, days("2020-01-01"))
    assert why(member(), terms=(*COUNCIL.terms, standing)) == ["import_seat_taken_on"]


def test_a_successor_begins_when_the_list_ends_the_one_before() -> None:
    rows = [
        member(2, seat="2", from_on="2026-07-01"),
        row(3, **KARI_AS_SHE_IS | {"to_on": "2026-06-30"}),
    ]
    assert [verdict.outcome for verdict in members(*rows).verdicts] == [
        Outcome.NEW,
        Outcome.CHANGED,
    ]


def test_two_rows_for_one_seat_are_told_on_the_later() -> None:
    rows = [member(2), member(3, name="Per Ås", email="per@x.example", from_on="2025-06-01")]
    assert told(members(*rows))[1] == (3, Outcome.WRONG, ["import_seat_taken_by_row"])
    rows = [member(2, from_on="2026-06-01"), member(3, name="Per Ås", email="per@x.example")]
    assert told(members(*rows))[1] == (3, Outcome.WRONG, ["import_seat_taken_by_row"])


def test_the_same_person_twice_is_told_on_the_later() -> None:
    rows = [member(2), member(3, seat="4")]
    assert told(members(*rows))[1] == (3, Outcome.WRONG, ["import_person_twice"])


def test_the_same_person_may_sit_again_later() -> None:
    rows = [member(2, to_on="2026-12-31"), member(3, from_on="2028-01-01")]
    assert [one.outcome for one in members(*rows).verdicts] == [Outcome.NEW, Outcome.NEW]
    assert len(members(*rows).writes.people) == 1


def test_rows_that_disagree_about_a_person_are_told() -> None:
    rows = [
        member(2, to_on="2026-12-31", phone="1"),
        member(3, from_on="2028-01-01", phone="2"),
    ]
    assert told(members(*rows))[1] == (3, Outcome.WRONG, ["import_rows_differ"])


def test_a_row_never_rests_on_one_that_is_wrong() -> None:
    rows = [
        member(2, seat="99", institution="Frosta", kind=InstitutionKind.MUNICIPALITY),
        member(3, institution="Frosta", name="Per Ås", email="per@f.example"),
    ]
    decision = members(*rows)
    assert [one.outcome for one in decision.verdicts] == [Outcome.WRONG, Outcome.WRONG]
    assert len(decision.writes) == 0
    assert decision.counts[Outcome.WRONG] == 2


def test_deputies_are_found_or_made_and_ranked() -> None:
    deputies = (DeputyEntry("Ola Lie", ""), DeputyEntry("Tor Vik", "tor@x.example"))
    decision = members(row(**KARI_AS_SHE_IS, deputies=deputies))
    assert told(decision) == [(2, Outcome.CHANGED, ["import_changes_names"])]
    [made] = decision.writes.people.values()
    assert decision.writes.terms[0].deputies == (OLA, made.key)


def test_a_deputy_is_known_by_address_and_may_get_another() -> None:
    same = (DeputyEntry("", "ola@melhus.example"),)
    assert only(members(row(**KARI_AS_SHE_IS, deputies=same))).outcome is Outcome.UNCHANGED
    moved = (DeputyEntry("Ola Lie", "ola.lie@melhus.example"),)
    decision = members(row(**KARI_AS_SHE_IS, deputies=moved))
    assert told(decision) == [(2, Outcome.CHANGED, ["import_changes"])]
    fresh = members(member(deputies=(DeputyEntry("Tor Vik", ""),)))
    assert codes(only(fresh)) == ["import_makes_person", "import_sets_names"]


def test_a_row_of_a_vacant_seat_says_nothing() -> None:
    empty = row(seat="4")
    assert told(members(empty)) == [(2, Outcome.UNCHANGED, [])]
    assert only(members(row(seat="Kommunedirektør"))).where == "3. Kommunedirektør"
    assert why(row(seat="2")) == ["import_nobody_named"]
    assert why(row(seat="1")) == ["import_nobody_named"]


def test_what_is_seldom_meant_is_told_but_not_refused() -> None:
    odd = members(member(seat="1", from_on="2020-01-01", to_on="2021-12-31"))
    assert codes(only(odd)) == ["import_makes_person", "import_seat_of_other"]
    kari = member(name="Kari Berg", email="kari@melhus.example", institution="Melhus")
    assert codes(only(members(kari))) == ["import_sits_elsewhere"]
    own = member(seat="1", institution="NTNU", from_on="2020-01-01", to_on="2021-12-31")
    assert codes(only(members(own))) == ["import_makes_person"]


def test_who_sat_elsewhere_before_is_nothing_odd() -> None:
    kari: dict[str, Any] = {
        "name": "Kari Berg",
        "email": "kari@melhus.example",
        "institution": "Melhus",
    }
    assert codes(only(members(member(**kari, from_on="2028-01-01")))) == []


def test_a_title_of_each_period_is_kept_when_someone_sits_again() -> None:
    rows = [
        member(2, title="Rådgiver", to_on="2026-12-31"),
        member(3, title="Sjef", from_on="2028-01-01"),
    ]
    first, second = members(*rows).writes.positions
    assert (first.title, first.interval) == ("Rådgiver", days("2026-01-01", "2027-12-31"))
    assert (second.title, second.interval) == ("Sjef", days("2028-01-01"))


def test_an_heir_may_have_the_seat_of_the_one_before() -> None:
    seats = (
        type(COUNCIL.seats[0])(
            id=103,
            number=3,
            title="P",
            titles=("P",),
            lifetime=COUNCIL.seats[0].lifetime,
            institution=ORKDAL,
        ),
    )
    decision = members(member(institution="Orkland"), seats=seats, terms=())
    assert codes(only(decision)) == ["import_makes_person"]


def test_cells_that_could_not_be_read_make_the_row_wrong() -> None:
    from app.domain.imports.entries import Trouble
    from app.domain.reasons import Reason

    trouble = Trouble(Field.FROM_ON, Reason("import_date_unreadable", text="x"))
    verdict = only(members(member(troubles=(trouble,))))
    assert (verdict.who, verdict.where, verdict.troubles) == ("Liv Haug", "3, Skaun", (trouble,))


def test_a_seat_that_is_always_the_same_ones_needs_no_institution() -> None:
    entry = row(seat="1", name="Eva Dahl", from_on="2020-01-01", to_on="2020-12-31")
    assert members(entry).writes.terms[0].institution == NTNU
