"""What is noted of a gathering: reports, answers, guests, tasks, and who hosts next (R17, R18)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.errors import UserError
from app.domain.vocabulary import ActionStatus, AttendanceRole, AttendanceState, CaseKind
from app.models import AgendaItem, Attendance, Meeting, Person
from app.services.bin import BinKind
from app.services.editing.gatherings import GuestFields, PointFields
from app.services.editing.new_meetings import NewMeeting
from app.services.gatherings.service import Paper
from app.services.house import House
from tests.helpers.council import (
    KeptJobs,
    a_case,
    a_council,
    a_person,
    texts_of,
    the_basis,
    the_institution,
    writing,
)
from tests.helpers.gatherings import (
    GATHERING_DAY,
    HOSTILE,
    LONGEST_NAME,
    a_gathering,
    person,
    town,
)
from tests.helpers.moving import move_day


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang", renderer=KeptJobs()) as desk:
        yield House(desk)


@pytest.fixture
def meeting(house: House) -> int:
    return a_gathering(house)


def held(house: House, meeting_id: int, on: date = date(2026, 11, 20)) -> None:
    """The gathering was some days ago."""
    version = house.agendas.view(meeting_id).meeting.version
    move_day(house, meeting_id, on, version)


def test_the_municipalities_of_the_day_are_there_and_no_others(house: House, meeting: int) -> None:
    view = house.gatherings.view(meeting)
    names = [part.short_name for part in view.municipalities]
    assert names == sorted(names)
    assert {"Orkland", "Indre Fosen", "Skaun"} <= set(names)
    assert not {"Orkdal", "Rissa", "Klæbu"} & set(names)
    assert [part.short_name for part in view.municipalities if part.is_host] == ["Skaun"]


def test_before_the_mergers_those_of_the_time_are_there(house: House) -> None:
    view = house.gatherings.view(a_gathering(house, on=date(2017, 4, 24)))
    assert {"Orkdal", "Rissa", "Leksvik", "Klæbu"} <= {
        part.short_name for part in view.municipalities
    }


def test_who_has_a_seat_is_waited_for_until_they_answer(house: House, meeting: int) -> None:
    view = house.gatherings.view(meeting)
    berit = person(view, "Berit Gjelstad")
    assert (berit.state, berit.is_listed, berit.function) == (None, False, "næringssjef")
    assert berit in town(view, "Malvik").participants
    mark = house.edit.gatherings.mark
    malvik = town(view, "Malvik").id
    mark(meeting, berit.person_id, malvik, AttendanceState.PRESENT)
    listed = person(house.gatherings.view(meeting), "Berit Gjelstad")
    assert (listed.state, listed.role) == (AttendanceState.PRESENT, AttendanceRole.MEMBER)
    mark(meeting, berit.person_id, malvik, AttendanceState.APOLOGY)
    assert house.gatherings.view(meeting).count(AttendanceState.APOLOGY) == 1
    mark(meeting, berit.person_id, malvik, None)
    assert person(house.gatherings.view(meeting), "Berit Gjelstad").state is None


def test_the_line_of_a_member_has_their_seat_as_minutes_need_it(house: House, meeting: int) -> None:
    view = house.gatherings.view(meeting)
    rolf = person(view, "Rolf Uthus")
    house.edit.gatherings.mark(
        meeting, rolf.person_id, town(view, "Malvik").id, AttendanceState.PRESENT
    )
    with house.desk.reading() as session:
        line = session.scalars(select(Attendance)).one()
        assert line.seat_id is not None
        assert line.institution_id == town(view, "Skaun").id


def test_somebody_else_from_the_municipality_comes_as_a_guest(house: House, meeting: int) -> None:
    malvik = town(house.gatherings.view(meeting), "Malvik").id
    with writing(house.desk) as work:
        place = the_institution(work.session, "Malvik")
        mayor = a_person(work.session, "Ingrid Ordal", place, "ordfører").id
    assert "Ingrid Ordal" in {one.name for one in house.gatherings.people(meeting)}
    house.edit.gatherings.mark(meeting, mayor, malvik, AttendanceState.PRESENT)
    found = person(house.gatherings.view(meeting), "Ingrid Ordal")
    assert (found.role, found.function) == (AttendanceRole.GUEST, "ordfører")


def test_a_new_guest_is_kept_once(house: House, meeting: int) -> None:
    edit = house.edit.gatherings
    skaun = town(house.gatherings.view(meeting), "Skaun").id
    fields = GuestFields(
        name=LONGEST_NAME, institution_id=skaun, title="gjest", email="kare@example.org"
    )
    edit.add_guest(meeting, fields)
    guest = person(house.gatherings.view(meeting), LONGEST_NAME)
    assert (guest.state, guest.function) == (AttendanceState.PRESENT, "gjest")
    with pytest.raises(UserError) as again:
        edit.add_guest(meeting, fields)
    assert again.value.code == "guest_there_already"
    with house.desk.reading() as session:
        known = session.scalars(select(Person).where(Person.email == "kare@example.org")).all()
    assert len(known) == 1


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": "  "}, "person_name_missing"),
        ({"name": "Kari", "email": "kari"}, "email_not_understood"),
        ({"name": "Kari", "institution_id": 999_999}, "institution_unknown"),
    ],
)
def test_a_guest_that_says_too_little_is_refused_in_words(
    house: House, meeting: int, fields: dict[str, object], code: str
) -> None:
    skaun = town(house.gatherings.view(meeting), "Skaun").id
    with pytest.raises(UserError) as refused:
        house.edit.gatherings.add_guest(
            meeting,
            GuestFields(**{"institution_id": skaun, **fields}),  # type: ignore[arg-type]
        )
    assert refused.value.code == code
    assert house.gatherings.view(meeting).count(AttendanceState.PRESENT) == 0


def test_a_report_is_stored_with_a_version_and_comes_back_by_undo(
    house: House, meeting: int
) -> None:
    edit = house.edit.gatherings
    malvik = town(house.gatherings.view(meeting), "Malvik").id
    first = edit.write_status(meeting, malvik, HOSTILE, 0)
    assert town(house.gatherings.view(meeting), "Malvik").status == HOSTILE
    edit.write_status(meeting, malvik, "Ny tekst", first.version)
    with pytest.raises(UserError) as stale:
        edit.write_status(meeting, malvik, "Gammelt syn", first.version)
    assert stale.value.code == "stale_version"
    with pytest.raises(UserError) as unseen:
        edit.write_status(meeting, town(house.gatherings.view(meeting), "Skaun").id, "x", 3)
    assert unseen.value.code == "stale_version"
    while town(house.gatherings.view(meeting), "Malvik").status:
        house.history.undo_last()
    assert town(house.gatherings.view(meeting), "Malvik").version == 0


def test_a_municipality_that_is_gone_reports_nothing(house: House, meeting: int) -> None:
    with house.desk.reading() as session:
        gone = the_institution(session, "Orkdal").id
    with pytest.raises(UserError) as refused:
        house.edit.gatherings.write_status(meeting, gone, "Status", 0)
    assert refused.value.code == "municipality_not_there"


def test_a_task_is_followed_up_on_the_overview_and_in_the_list(house: House, meeting: int) -> None:
    edit = house.edit.gatherings
    skaun = town(house.gatherings.view(meeting), "Skaun").id
    due = date(2026, 11, 1)
    fields = PointFields(task="Lage en mal", institution_id=skaun, due_on=due)
    edit.add_point(meeting, fields)
    (point,) = house.gatherings.view(meeting).points
    assert (point.task, point.responsible, point.is_late) == ("Lage en mal", "Skaun", True)
    shown = house.overview.view().actions
    assert [(one.task, one.meeting_id, one.case_id) for one in shown] == [
        ("Lage en mal", meeting, None)
    ]
    assert [(one.case, one.task) for one in house.cases.actions()] == [(None, "Lage en mal")]


def test_a_task_is_changed_closed_opened_again_and_binned(house: House, meeting: int) -> None:
    edit = house.edit.gatherings
    made = edit.add_point(meeting, PointFields(task="Ring"))
    changed = edit.edit_point(made.id, PointFields(task="Ring", responsible="Alle"), made.version)
    closed = edit.close_point(made.id, ActionStatus.DONE, changed.version)
    (point,) = house.gatherings.view(meeting).points
    assert (point.responsible, point.status, point.closed_on) == (
        "Alle",
        ActionStatus.DONE,
        date(2026, 11, 23),
    )
    assert house.overview.view().open_actions == 0
    again = edit.close_point(made.id, ActionStatus.OPEN, closed.version)
    assert house.gatherings.view(meeting).points[0].closed_on is None
    edit.remove_point(made.id, again.version)
    assert house.gatherings.view(meeting).points == ()
    assert [(row.kind, row.title) for row in house.bin.all()] == [(BinKind.ACTION, "Ring")]
    house.bin.restore(BinKind.ACTION, made.id)
    assert [one.task for one in house.gatherings.view(meeting).points] == ["Ring"]


def test_a_task_without_words_is_refused(house: House, meeting: int) -> None:
    with pytest.raises(UserError) as refused:
        house.edit.gatherings.add_point(meeting, PointFields(task="  "))
    assert refused.value.code == "action_point_says_nothing"
    with pytest.raises(UserError) as gone:
        house.edit.gatherings.edit_point(999, PointFields(task="x"), 1)
    assert gone.value.code == "action_point_gone"


def test_what_is_still_open_is_carried_to_the_next_gathering(house: House, meeting: int) -> None:
    edit = house.edit.gatherings
    edit.add_point(meeting, PointFields(task="Åpen"))
    done = edit.add_point(meeting, PointFields(task="Ferdig"))
    edit.close_point(done.id, ActionStatus.DONE, done.version)
    later = house.edit.meetings.create(NewMeeting(body="NA", held_on=date(2027, 4, 26))).id
    view = house.gatherings.view(later)
    assert [(one.task, one.given_in) for one in view.earlier] == [("Åpen", "NA-1-2026")]


def test_the_next_host_is_as_agreed_else_whose_turn_it_is(house: House, meeting: int) -> None:
    following = house.gatherings.view(meeting).next_host
    assert (following.on, following.is_proposed) == (None, True)
    assert following.host not in (None, "Skaun kommune")
    assert following.reasons
    with house.desk.reading() as session:
        malvik = the_institution(session, "Malvik").id
    new = NewMeeting(body="NA", held_on=date(2027, 4, 26), host_id=malvik)
    house.edit.meetings.create(new)
    agreed = house.gatherings.view(meeting).next_host
    assert (agreed.host, agreed.on, agreed.is_proposed) == (
        "Malvik kommune",
        date(2027, 4, 26),
        False,
    )


@pytest.mark.parametrize("has_autumn", [True, False])
def test_the_next_host_is_the_rounds_where_this_one_has_none_yet(
    house: House, has_autumn: bool
) -> None:
    spring, autumn = date(2027, 4, 26), date(2027, 10, 25)
    made = house.edit.meetings.create(NewMeeting(body="NA", held_on=spring)).id
    if has_autumn:
        house.edit.meetings.create(NewMeeting(body="NA", held_on=autumn))
    first, second = house.hosting.view().coming[:2]
    assert first.meeting_id == made
    following = house.gatherings.view(made).next_host
    assert (following.host, following.reasons) == (second.host, second.reasons)
    assert following.host != first.host


def test_a_body_without_a_round_proposes_no_host(house: House) -> None:
    made = house.edit.meetings.create(NewMeeting(body="FS", held_on=GATHERING_DAY)).id
    following = house.gatherings.view(made).next_host
    assert (following.host, following.is_proposed) == (None, False)


@pytest.mark.parametrize("body", ["NR", "RR", "AU", "KDF"])
def test_a_body_that_decides_or_approves_its_record_has_no_gathering(
    house: House, body: str
) -> None:
    made = house.edit.meetings.create(NewMeeting(body=body, held_on=GATHERING_DAY)).id
    assert not house.agendas.view(made).meeting.is_gathering
    with pytest.raises(UserError) as refused:
        house.gatherings.view(made)
    assert refused.value.code == "no_gathering"


@pytest.mark.parametrize("body", ["NA", "FS"])
def test_the_round_and_the_formannskap_gather(house: House, body: str) -> None:
    made = house.edit.meetings.create(NewMeeting(body=body, held_on=GATHERING_DAY)).id
    assert house.agendas.view(made).meeting.is_gathering


def test_a_cancelled_gathering_is_left_as_it_is(house: House, meeting: int) -> None:
    from app.domain.vocabulary import MeetingStatus

    with writing(house.desk) as work:
        work.session.get_one(Meeting, meeting).status = MeetingStatus.CANCELLED
    view = house.gatherings.view(meeting)
    assert not view.can_edit
    with pytest.raises(UserError) as refused:
        house.edit.gatherings.write_status(meeting, view.municipalities[0].id, "x", 0)
    assert refused.value.code == "gathering_is_cancelled"


def test_a_report_comes_no_earlier_than_the_day(house: House, meeting: int) -> None:
    with pytest.raises(UserError) as early:
        house.gatherings.content(meeting, Paper.REPORT)
    assert early.value.code == "gathering_not_held"
    with pytest.raises(UserError) as minutes:
        house.minutes.make(meeting, Path("ut"), ())
    assert minutes.value.code == "gathering_not_held"
    held(house, meeting)
    assert house.gatherings.content(meeting, Paper.REPORT).heading == "Rapport"


def test_the_report_says_what_every_municipality_reported_or_that_it_did_not(
    house: House, meeting: int
) -> None:
    malvik = town(house.gatherings.view(meeting), "Malvik").id
    house.edit.gatherings.write_status(meeting, malvik, HOSTILE, 0)
    held(house, meeting)
    report = house.gatherings.content(meeting, Paper.REPORT)
    said = {part.heading: " ".join(texts_of(part.text)) for part in report.statuses}  # type: ignore[union-attr]
    assert "{{ heading }}" in said["Malvik kommune"]
    assert said["Skaun kommune"] == "Ikke meldt inn."
    whole = " ".join(texts_of(report))
    assert "None" not in whole
    assert "Vedtak" not in whole
    assert "Det ble ikke avtalt nye oppgaver." in whole


def test_minutes_of_a_gathering_are_its_report(house: House, meeting: int) -> None:
    held(house, meeting)
    for _step in house.minutes.make(meeting, Path("ut"), ()):
        pass
    renderer = house.desk.renderer
    assert isinstance(renderer, KeptJobs)
    (job,) = renderer.jobs
    assert job.stem == "Rapport NA-1-2026"
    assert type(job.content).__name__ == "GatheringReport"


def test_nothing_exempt_is_in_a_document_of_a_gathering(house: House, meeting: int) -> None:
    with writing(house.desk) as work:
        row = work.session.get_one(Meeting, meeting)
        a_case(
            work.session,
            row,
            title="Hemmelig Kanarifugl",
            kind=CaseKind.INFORMATION,
            is_exempt=True,
            legal_basis_id=the_basis(work.session).id,
            neutral_title="Sak om næring",
        )
    held(house, meeting)
    for paper in (Paper.PROGRAMME, Paper.REPORT, Paper.ATTENDEES):
        whole = " ".join(texts_of(house.gatherings.content(meeting, paper)))
        assert "Kanarifugl" not in whole
    programme = " ".join(texts_of(house.gatherings.content(meeting, Paper.PROGRAMME)))
    assert "Sak om næring" in programme


def test_the_programme_tells_when_each_line_begins_and_who_leads_it(
    house: House, meeting: int
) -> None:
    with house.desk.reading() as session:
        first = session.scalars(select(AgendaItem).order_by(AgendaItem.sort)).first()
        assert first is not None
        item, version = first.id, first.version
    house.edit.agenda.set_presenter(item, "Ordføreren", version)
    table = house.gatherings.content(meeting, Paper.PROGRAMME).programme.table  # type: ignore[union-attr]
    assert table is not None
    assert table.rows[0][:3] == (
        "10.00",
        "Velkommen og orientering fra vertskommunen",
        "Ordføreren",
    )
    assert table.rows[1][0] == "10.20"


def test_the_host_is_asked_for_room_for_those_who_may_come(house: House, meeting: int) -> None:
    letter = " ".join(texts_of(house.gatherings.content(meeting, Paper.HOST_LETTER)))
    assert "Skaun kommune" in letter
    assert "Att. Rolf Uthus" in letter
    assert "plass til 2 personer" in letter
    assert "Om lag 2 personer." in letter
    assert "None" not in letter


def test_a_letter_without_a_host_or_after_the_day_is_refused(house: House) -> None:
    nobody = a_gathering(house, host=None)
    with pytest.raises(UserError) as lacking:
        house.gatherings.content(nobody, Paper.HOST_LETTER)
    assert lacking.value.code == "gathering_has_no_host"
    held(house, nobody)
    with pytest.raises(UserError) as over:
        house.gatherings.content(nobody, Paper.HOST_LETTER)
    assert over.value.code == "gathering_is_over"


def test_the_attendees_are_told_by_their_answer_with_a_workbook_of_addresses(
    house: House, meeting: int
) -> None:
    view = house.gatherings.view(meeting)
    berit = person(view, "Berit Gjelstad")
    malvik = town(view, "Malvik").id
    house.edit.gatherings.mark(meeting, berit.person_id, malvik, AttendanceState.PRESENT)
    found = house.gatherings.content(meeting, Paper.ATTENDEES)
    assert [part.heading for part in found.parts] == ["Kommer", "Har ikke svart"]  # type: ignore[union-attr]
    (sheet,) = house.gatherings.addresses(meeting).sheets
    assert [(row[0], row[5]) for row in sheet.rows] == [
        ("Berit Gjelstad", "Kommer"),
        ("Rolf Uthus", "Har ikke svart"),
    ]


def test_a_gathering_with_nobody_says_so(house: House) -> None:
    empty = house.edit.meetings.create(NewMeeting(body="NA", held_on=GATHERING_DAY)).id
    for line in house.agendas.view(empty).lines:
        house.edit.agenda.remove(line.id)
    attendees = " ".join(texts_of(house.gatherings.content(empty, Paper.ATTENDEES)))
    assert "Ingen er ført opp ennå." in attendees
    programme = " ".join(texts_of(house.gatherings.content(empty, Paper.PROGRAMME)))
    assert "Programmet er ikke satt opp ennå." in programme
    assert "Ikke avtalt ennå" in programme
