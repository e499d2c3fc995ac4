"""The use of deputies, addresses and the roster's workbook, read from a real file (R4, R33)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.deputy_use import WhyDeputy
from app.domain.vocabulary import AttendanceRole, AttendanceState
from app.models import AgendaItem, Attendance, Disqualification, Person, Position, Term, TermDeputy
from app.services.exports.addresses import AddressGroup
from app.services.exports.service import Export
from app.services.house import House
from app.store.unit_of_work import UnitOfWork
from app.tasks.in_process import InProcess
from tests.helpers.council import (
    a_case,
    a_council,
    a_meeting,
    a_member,
    a_person,
    an_observer,
    the_institution,
    writing,
)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang", renderer=InProcess()) as desk:
        with writing(desk) as work:
            term = a_member(work.session, 6, "Kari Berg", "Melhus", title="Rådmann")
            ola = a_person(work.session, "Ola Lie", the_institution(work.session, "Melhus"))
            work.session.add(TermDeputy(term_id=term.id, person_id=ola.id))
            a_member(work.session, 2, "Eva Dahl", "NTNU")
            an_observer(work.session, "Nils Moe", "Skaun")
        yield House(desk)


def person(work: UnitOfWork, name: str) -> Person:
    return work.session.scalars(select(Person).where(Person.name == name)).one()


def came(
    work: UnitOfWork,
    number: int,
    held_on: date,
    member: AttendanceState,
    *,
    deputy_reason: str = "",
    leaves: bool = False,
) -> tuple[Attendance, Attendance]:
    """A meeting where Kari's deputy Ola was there; how Kari was, and whether she left early."""
    meeting = a_meeting(work.session, number=number, held_on=held_on, year=held_on.year)
    case = a_case(work.session, meeting)
    seat = work.session.scalars(select(Term).where(Term.person_id == person(work, "Kari Berg").id))
    term = seat.one()
    item = meeting.items[0].id if meeting.items else None
    lines = tuple(
        Attendance(
            meeting_id=meeting.id,
            person_id=person(work, name).id,
            seat_id=term.seat_id,
            role=role,
            state=state,
            function="",
            reason=reason,
            leaves_at_id=item if leaves and role is AttendanceRole.MEMBER else None,
        )
        for name, role, state, reason in (
            ("Kari Berg", AttendanceRole.MEMBER, member, "Syk"),
            ("Ola Lie", AttendanceRole.DEPUTY, AttendanceState.PRESENT, deputy_reason),
        )
    )
    work.session.add_all(lines)
    work.session.flush()
    assert case.id
    return lines[0], lines[1]


def uses(house: House) -> list[tuple[date, WhyDeputy]]:
    seat = next(row for row in house.deputies.use() if row.member == "Kari Berg")
    return [(use.held_on, use.why) for use in seat.uses]


def test_uses_are_counted_by_year_with_reasons_the_latest_first(house: House) -> None:
    with writing(house.desk) as work:
        came(work, 1, date(2025, 3, 1), AttendanceState.APOLOGY, deputy_reason="Forfall: reise")
        came(work, 1, date(2026, 3, 1), AttendanceState.ABSENT)
        came(work, 2, date(2026, 5, 1), AttendanceState.PRESENT)
    seat = next(row for row in house.deputies.use() if row.member == "Kari Berg")
    assert (seat.by_year, seat.total) == ({2025: 1, 2026: 1}, 2)
    assert [(use.meeting, use.deputies, use.reason) for use in seat.uses] == [
        ("NR-1-2026", ("Ola Lie",), ""),
        ("NR-1-2025", ("Ola Lie",), "Forfall: reise"),
    ]
    assert [one.name for one in seat.deputies] == ["Ola Lie"]


def test_a_use_after_the_day_that_is_shown_does_not_count(house: House) -> None:
    with writing(house.desk) as work:
        came(work, 1, date(2026, 3, 1), AttendanceState.APOLOGY)
    before = house.deputies.use(date(2026, 2, 1), "nr")
    assert sum(row.total for row in before) == 0


def test_a_deputy_for_one_item_counts_where_the_member_was_disqualified(house: House) -> None:
    with writing(house.desk) as work:
        member, deputy = came(work, 1, date(2026, 3, 1), AttendanceState.PRESENT)
        meeting = member.meeting_id
        item = work.session.scalars(
            select(AgendaItem).where(AgendaItem.meeting_id == meeting)
        ).one()
        work.session.add(
            Disqualification(
                item_id=item.id,
                attendance_id=member.id,
                reason="styremedlem",
                legal_basis="§ 6",
                deputy_id=deputy.id,
            )
        )
    assert uses(house) == [(date(2026, 3, 1), WhyDeputy.DISQUALIFIED)]


def test_one_who_acted_in_the_office_that_day_is_not_counted(house: House) -> None:
    with writing(house.desk) as work:
        came(work, 1, date(2026, 3, 1), AttendanceState.APOLOGY)
        work.session.add(
            Position(
                person_id=person(work, "Ola Lie").id,
                institution_id=the_institution(work.session, "Melhus").id,
                title="Kommunedirektør",
                valid_from=date(2026, 2, 1),
                valid_to=date(2026, 4, 1),
                is_acting=True,
            )
        )
    assert uses(house) == []


def test_the_workbook_counts_but_never_says_why_someone_was_away(house: House) -> None:
    with writing(house.desk) as work:
        came(work, 1, date(2026, 3, 1), AttendanceState.APOLOGY, deputy_reason="Forfall: syk")
    book = house.exports.content(Export.ROSTER)
    sheets = {sheet.title: sheet for sheet in book.sheets}
    counted = next(row for row in sheets["Bruk av vara per år"].rows if row[1] == "Kari Berg")
    assert counted[2:] == (1, 1)
    assert sheets["Bruk av vara"].rows == (
        (
            counted[0],
            date(2026, 3, 1),
            "NR-1-2026",
            "Ola Lie",
            "Kari Berg",
            "Medlemmet hadde forfall",
        ),
    )
    told = " ".join(str(cell) for sheet in book.sheets for row in sheet.rows for cell in row)
    assert "syk" not in told.casefold()


def test_the_rotation_sheet_proposes_with_reasons_among_all_candidates(house: House) -> None:
    book = house.exports.content(Export.ROSTER)
    rotation = next(sheet for sheet in book.sheets if sheet.title == "Rotasjon")
    proposed = [row for row in rotation.rows if row[4] == "ja"]
    assert len(proposed) == 3
    assert all(row[-1] and isinstance(row[1], date) for row in proposed)
    sitting = {row[3] for row in rotation.rows if row[5] == "ja"}
    assert sitting == {"Melhus kommune"}


def test_addresses_of_each_group_can_be_pasted_into_a_message(house: House) -> None:
    def line(group: AddressGroup) -> str:
        return house.addresses.list(group).line

    assert line(AddressGroup.DEPUTIES).startswith("Ola Lie <ola.lie@")
    assert line(AddressGroup.MEMBERS).count(";") == 1
    assert line(AddressGroup.ALL) == "; ".join(
        (
            line(AddressGroup.MEMBERS),
            line(AddressGroup.DEPUTIES),
            line(AddressGroup.OBSERVERS),
        )
    )


def test_a_name_cannot_break_out_of_its_address(house: House) -> None:
    with writing(house.desk) as work:
        person(work, "Ola Lie").name = 'Lie, Åse "x" <alle@raad.example>;\r\nBcc: y'
    line = house.addresses.list(AddressGroup.DEPUTIES).line
    assert not {"\n", "\r"} & set(line)
    assert line.startswith('"Lie, Åse x <alle@raad.example>; Bcc: y" <ola.lie@')


def test_one_with_two_places_is_listed_once_and_one_without_address_is_told(
    house: House,
) -> None:
    with writing(house.desk) as work:
        eva, kari = person(work, "Eva Dahl"), person(work, "Kari Berg")
        term = work.session.scalars(select(Term).where(Term.person_id == kari.id)).one()
        work.session.add(TermDeputy(term_id=term.id, person_id=eva.id, rank=2))
        person(work, "Nils Moe").email = ""
    found = house.addresses.list(AddressGroup.ALL)
    (eva_row,) = (row for row in found.rows if row.name == "Eva Dahl")
    assert "Vara for" in eva_row.role
    assert found.without_email == ("Nils Moe",)


def test_the_address_list_is_written_as_a_workbook(house: House, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    out = tmp_path / "adresser.xlsx"
    work = house.addresses.make(AddressGroup.ALL, out, body="NR", on=date(2026, 11, 23))
    for _progress in work:
        pass
    page = load_workbook(out).active
    assert page is not None
    assert [cell.value for cell in page[4]] == ["Navn", "E-post", "Telefon", "Institusjon", "Plass"]
    assert page.freeze_panes == "A5"
