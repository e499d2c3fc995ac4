from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.domain.vocabulary import Outcome, SeatState, Sector
from app.models import Deliberation, Observer, TermDeputy
from app.services.desk import Desk
from app.services.exports.service import Export, ExportService
from app.services.roster import RosterService, SeatRow
from tests.helpers.council import (
    a_case,
    a_council,
    a_meeting,
    a_member,
    a_person,
    an_observer,
    put_on_agenda,
    texts_of,
    the_basis,
    the_institution,
    writing,
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield desk


def seat(desk: Desk, number: int, on: date) -> SeatRow:
    return next(row for row in RosterService(desk).members(on) if row.number == number)


def test_an_old_date_shows_the_people_of_its_day(desk: Desk) -> None:
    with writing(desk) as work:
        a_member(
            work.session,
            6,
            "Klara Klæbu",
            "Klæbu",
            start_on=date(2018, 1, 1),
            end_on=date(2020, 1, 1),
        )
        a_member(work.session, 6, "Sam Skaun", "Skaun", start_on=date(2020, 1, 1))
    old, new = (seat(desk, 6, on) for on in (date(2019, 12, 31), date(2020, 1, 1)))
    assert old.person is not None
    assert (old.person.name, old.institution, old.title) == (
        "Klara Klæbu",
        "Klæbu kommune",
        "Rådmann",
    )
    assert old.to_on == date(2019, 12, 31)
    assert new.person is not None
    assert (new.person.name, new.title) == ("Sam Skaun", "Kommunedirektør")


def test_a_seat_that_ran_out_is_vacant(desk: Desk) -> None:
    with writing(desk) as work:
        a_member(work.session, 10, "Nora Næring", "NHO Trøndelag", end_on=date(2026, 1, 1))
    vacant = seat(desk, 10, date(2026, 11, 23))
    assert (vacant.state, vacant.person, vacant.institution) == (SeatState.VACANT, None, None)


def test_a_term_that_soon_ends_says_so(desk: Desk) -> None:
    with writing(desk) as work:
        a_member(work.session, 7, "Per Vik", "Malvik", end_on=date(2027, 1, 1))
    assert seat(desk, 7, date(2026, 11, 23)).state is SeatState.ENDING
    assert seat(desk, 7, date(2026, 1, 23)).state is SeatState.FILLED


def test_the_default_council_has_two_six_and_two(desk: Desk) -> None:
    rows = RosterService(desk).members(date(2026, 12, 4))
    sectors = [row.sector for row in rows]
    assert (
        sectors.count(Sector.RESEARCH),
        sectors.count(Sector.PUBLIC),
        sectors.count(Sector.BUSINESS),
    ) == (2, 6, 2)


def test_deputies_are_called_by_rank(desk: Desk) -> None:
    with writing(desk) as work:
        term = a_member(work.session, 6, "Marit Moe", "Melhus")
        place = the_institution(work.session, "Melhus")
        for rank, name in ((2, "Andre Vara"), (1, "Første Vara")):
            person = a_person(work.session, name, place)
            work.session.add(TermDeputy(term_id=term.id, person_id=person.id, rank=rank))
    names = [deputy.name for deputy in seat(desk, 6, date(2026, 12, 4)).deputies]
    assert names == ["Første Vara", "Andre Vara"]


def test_observers_of_the_day(desk: Desk) -> None:
    with writing(desk) as work:
        an_observer(work.session, "Ola Obs", "Skaun")
        gone = an_observer(work.session, "Borte Bra", "Melhus")
        work.session.get_one(Observer, gone.id).valid_to = date(2026, 1, 1)
    names = [row.person.name for row in RosterService(desk).observers(date(2026, 12, 4))]
    assert names == ["Ola Obs"]


@pytest.mark.parametrize(
    ("on", "count"), [("2017-06-01", 10), ("2018-06-01", 9), ("2020-06-01", 8)]
)
def test_municipalities_are_dated(desk: Desk, on: str, count: int) -> None:
    rows = RosterService(desk).institutions(date.fromisoformat(on))
    assert len([row for row in rows if row.kind == "municipality"]) == count


def test_an_unknown_body_is_told_with_those_there_are(desk: Desk) -> None:
    with pytest.raises(UserError, match="body_unknown") as told:
        RosterService(desk).members(body="XX")
    assert "NR" in told.value.params["known"]  # type: ignore[operator]


def test_the_roster_workbook_holds_real_dates(desk: Desk) -> None:
    with writing(desk) as work:
        a_member(work.session, 6, "Marit Moe", "Melhus", end_on=date(2027, 1, 1))
    book = ExportService(desk).content(Export.ROSTER)
    members = book.sheets[0]
    row = members.rows[5]
    assert row[members.columns.index("Fra")] == date(2025, 1, 1)
    assert row[members.columns.index("Til og med")] == date(2026, 12, 31)
    assert [sheet.title for sheet in book.sheets] == [
        "Medlemmer",
        "Perioder",
        "Rotasjon",
        "Vara",
        "Bruk av vara per år",
        "Bruk av vara",
        "Observatører",
    ]


def test_the_decisions_workbook_holds_nothing_exempt(desk: Desk) -> None:
    with writing(desk) as work:
        meeting = a_meeting(work.session)
        secret = a_case(
            work.session,
            title="Kanarifugl",
            is_exempt=True,
            neutral_title="Personalsak",
            legal_basis_id=the_basis(work.session).id,
            number=1,
            number_year=2026,
        )
        for case in (secret, a_case(work.session, title="Åpen sak", number=2, number_year=2026)):
            item = put_on_agenda(work.session, meeting, case)
            decision = '{"v":1,"blocks":[{"type":"paragraph","runs":[{"text":"%s"}]}]}'
            work.session.add(
                Deliberation(
                    item_id=item.id,
                    text='{"v":1,"blocks":[]}',
                    outcome=Outcome.AS_PROPOSED,
                    decision=decision % case.title,
                )
            )
    book = ExportService(desk).content(Export.DECISIONS)
    assert not [text for text in texts_of(book) if "Kanarifugl" in text]
    rows = book.sheets[0].rows
    assert [row[4] for row in rows] == ["Personalsak", "Åpen sak"]
    assert rows[0][8] == "Unntatt offentlighet, jf. offentleglova § 23 første ledd"
    assert rows[1][8] == "Åpen sak"
