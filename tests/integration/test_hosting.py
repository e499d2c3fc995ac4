"""The round of hosts in a council file: read, settled and taken back (R17, R18)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.vocabulary import MeetingStatus
from app.i18n.voice import Voice
from app.models import BlockedPeriod, Body, Institution, MeetingDay
from app.services.changes import Kind
from app.services.editing.mergers import MergerFields
from app.services.editing.new_meetings import NewMeeting
from app.services.hosting.facts import HostState, SeenHost
from app.services.house import House
from tests.helpers.council import a_council, a_meeting, the_body, the_institution, writing
from tests.helpers.hosting import (
    AUTUMN,
    PAST,
    SPRING,
    arrange_round,
    hosts,
    key_of,
    meeting_of,
    seen,
    told,
    turn_on,
)
from tests.helpers.moving import move_day
from tests.helpers.store import Refused, refused


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        house = House(desk)
        arrange_round(house)
        yield house


def words_of(caught: Refused) -> str:
    assert caught.error is not None
    return Voice().say(caught.error)


def host_of(house: House, on: date) -> str | None:
    return turn_on(house, on).host_short


def test_past_turns_coming_meetings_and_turns_beyond_them(house: House) -> None:
    view = house.hosting.view()
    assert (view.body_code, view.on) == ("NA", date(2026, 11, 23))
    assert [turn.host_short for turn in view.turns[:8]] == [host for _on, host in PAST]
    assert {turn.state for turn in view.turns[:8]} == {HostState.HOSTED}
    assert [(turn.on, turn.host_short, turn.state) for turn in view.coming] == [
        (SPRING, "Orkland", HostState.PROPOSED),
        (AUTUMN, "Trondheim", HostState.PROPOSED),
        (date(2028, 4, 24), "Midtre Gauldal", HostState.AHEAD),
        (date(2028, 10, 23), "Melhus", HostState.AHEAD),
    ]


def test_each_turn_says_why(house: House) -> None:
    assert told(turn_on(house, SPRING)) == [
        "Det er lengst siden Orkland kommune hadde tur (sist 24. april 2023), av dem som er ledige."
    ]
    assert told(turn_on(house, PAST[0][0])) == ["Orkland kommune hadde ikke vært vert før."]


def test_the_line_of_all_municipalities(house: House) -> None:
    members = house.hosting.view().members
    assert [(one.place, one.short) for one in members[:3]] == [
        (1, "Orkland"),
        (2, "Trondheim"),
        (3, "Midtre Gauldal"),
    ]
    line = [one for one in members if one.place is not None]
    assert len(line) == 8
    trondheim = next(one for one in line if one.short == "Trondheim")
    assert (trondheim.times, trondheim.last_on) == (1, date(2023, 10, 23))
    assert trondheim.inherited_from == ("Klæbu",)
    klæbu = next(one for one in members if one.short == "Klæbu")
    assert (klæbu.place, klæbu.heir_id, klæbu.to_on) == (None, trondheim.id, date(2019, 12, 31))


def test_the_list_of_municipalities_is_that_of_the_day(house: House) -> None:
    for year in (2017, 2018, 2020):
        house.edit.meetings.create(NewMeeting(body="NA", held_on=date(year, 10, 23)))
    for on, count in ((date(2017, 6, 1), 10), (date(2018, 6, 1), 9), (date(2020, 6, 1), 8)):
        line = [one for one in house.hosting.view(on).members if one.place is not None]
        assert len(line) == count


def test_whoever_is_gone_before_the_next_turn_is_in_line_no_more(house: House) -> None:
    ended, heir = key_of(house, "Orkland"), key_of(house, "Skaun")
    house.edit.mergers.merge(MergerFields(ended=(ended,), on=date(2027, 1, 1), successor_id=heir))
    members = house.hosting.view().members
    assert next(one for one in members if one.id == ended).place is None
    assert members[0].short == "Trondheim"


def test_the_round_as_of_another_day_tells_what_came_after_it(house: House) -> None:
    view = house.hosting.view(date(2025, 1, 1), ahead=5)
    assert [turn.state for turn in view.turns[:4]] == [HostState.HOSTED] * 4
    assert [(turn.host_short, turn.state) for turn in view.coming[:2]] == [
        ("Stjørdal", HostState.AGREED),
        ("Indre Fosen", HostState.AGREED),
    ]


def test_the_bodys_own_usual_days_and_days_kept_free_are_followed(house: House) -> None:
    with writing(house.desk) as work:
        body = the_body(work.session, "NA").id
        work.session.add(MeetingDay(body_id=body, month=5, weekday=2, nth=2))
        work.session.add(MeetingDay(body_id=body, month=11, weekday=2, nth=2))
        first, end = date(2028, 11, 6), date(2028, 11, 13)
        work.session.add(BlockedPeriod(name="Valg", from_on=first, to_on=end))
    days = [turn.on for turn in house.hosting.view().coming if turn.state is HostState.AHEAD]
    assert days == [date(2028, 5, 10), date(2028, 11, 15)]


def test_a_meeting_without_a_host_that_has_been_is_told(house: House) -> None:
    with writing(house.desk) as work:
        a_meeting(
            work.session,
            body_id=the_body(work.session, "NA").id,
            number=3,
            held_on=date(2026, 11, 2),
            status=MeetingStatus.HELD,
        )
    turn = turn_on(house, date(2026, 11, 2))
    assert (turn.state, told(turn)) == (HostState.MISSING, ["Ingen vert er ført opp."])


def test_a_cancelled_meeting_is_no_turn(house: House) -> None:
    with writing(house.desk) as work:
        work.session.get_one(
            type(meeting_of(house, SPRING)), meeting_of(house, SPRING).id
        ).status = MeetingStatus.CANCELLED
    assert hosts(house.hosting.view())[:2] == ["Orkland", "Trondheim"]
    first = house.hosting.view().coming[0]
    assert (first.on, first.state) == (SPRING, HostState.AHEAD)


def test_how_far_one_looks_ahead_has_bounds(house: House) -> None:
    assert len(house.hosting.view(ahead=60).coming) == 60
    for count in (0, -1, 61):
        with refused("too_many_turns"):
            house.hosting.view(ahead=count)


def test_a_body_without_a_round_is_told(house: House) -> None:
    with refused("body_not_in_round"):
        house.hosting.view(body="NR")
    assert house.hosting.has_round()
    with writing(house.desk) as work:
        for body in work.session.query(Body):
            body.is_hosted_in_turns = False
    with refused("no_round"):
        house.hosting.view()
    assert house.hosting.card() is None
    assert not house.hosting.has_round()


def test_the_card_has_three_years_around_and_who_is_next(house: House) -> None:
    card = house.hosting.card(2026)
    assert card is not None
    assert (card.next_host, card.next_words) == ("Orkland", "neste: Orkland, vår 2027")
    assert [[entry.words for entry in row] for row in card.rows] == [
        ["Vår 2025 Stjørdal", "Høst 2025 Indre Fosen"],
        ["Vår 2026 Malvik", "Høst 2026 Skaun"],
        ["Vår 2027 Orkland", "Høst 2027 Trondheim"],
    ]
    assert [entry.is_next for entry in card.rows[2]] == [True, False]
    assert not card.rows[1][0].is_coming
    later = house.hosting.card(2030)
    assert later is not None
    assert len(later.rows) == 3


def test_accepting_gives_the_meeting_its_host_and_place(house: House) -> None:
    done = house.edit.hosting.accept(seen(house, SPRING))
    assert Kind.MEETING in done.changes.kinds
    meeting = meeting_of(house, SPRING)
    assert (meeting.host_id, meeting.place) == (key_of(house, "Orkland"), "Orkland rådhus")
    assert turn_on(house, SPRING).state is HostState.AGREED
    again = house.edit.hosting.accept(seen(house, SPRING))
    assert again.entry is None
    house.history.undo_last()
    assert turn_on(house, SPRING).state is HostState.PROPOSED
    assert meeting_of(house, SPRING).place == ""


def test_a_place_that_the_user_wrote_stays(house: House) -> None:
    meeting = meeting_of(house, SPRING)
    house.edit.meetings.set_place(meeting.id, "Bårdshaug Herregård", meeting.version)
    house.edit.hosting.accept(seen(house, SPRING))
    assert meeting_of(house, SPRING).place == "Bårdshaug Herregård"


def test_all_proposals_are_accepted_and_taken_back_as_one(house: House) -> None:
    house.edit.hosting.accept_all([seen(house, SPRING), seen(house, AUTUMN)])
    assert [turn.state for turn in house.hosting.view().coming[:2]] == [HostState.AGREED] * 2
    assert hosts(house.hosting.view())[:2] == ["Orkland", "Trondheim"]
    house.history.undo_last()
    assert [turn.state for turn in house.hosting.view().coming[:2]] == [HostState.PROPOSED] * 2


def test_nothing_to_accept_is_told(house: House) -> None:
    with refused("no_meeting_chosen"):
        house.edit.hosting.accept_all([])


def test_a_meeting_has_one_host(house: House) -> None:
    first = seen(house, SPRING)
    other = SeenHost(first.meeting_id, first.version, key_of(house, "Malvik"))
    with refused("two_hosts") as caught:
        house.edit.hosting.accept_all([first, other])
    assert words_of(caught).startswith(
        "Næringsapparatet 1/2027 kan bare ha én vert, men både Orkland kommune og Malvik "
        "kommune er valgt."
    )


def test_two_swap_and_the_round_goes_on_fairly(house: House) -> None:
    house.edit.hosting.accept_all([seen(house, SPRING), seen(house, AUTUMN)])
    house.edit.hosting.swap(seen(house, SPRING), seen(house, AUTUMN), "Rådhuset bygges om")
    view = house.hosting.view(ahead=10)
    assert hosts(view)[:2] == ["Trondheim", "Orkland"]
    assert meeting_of(house, SPRING).place == "Trondheim rådhus"
    assert meeting_of(house, AUTUMN).place == "Orkland rådhus"
    spring = turn_on(house, SPRING)
    assert (spring.host_reason, spring.is_in_turn) == ("Rådhuset bygges om", False)
    assert told(spring) == ["Orkland kommune sto for tur."]
    assert hosts(view)[8:] == ["Trondheim", "Orkland"]
    house.history.undo_last()
    assert hosts(house.hosting.view())[:2] == ["Orkland", "Trondheim"]
    assert meeting_of(house, SPRING).place == "Orkland rådhus"


def test_proposed_hosts_can_swap_before_anyone_has_agreed(house: House) -> None:
    house.edit.hosting.swap(seen(house, SPRING), seen(house, AUTUMN), "Avtalt på telefon")
    assert hosts(house.hosting.view())[:2] == ["Trondheim", "Orkland"]
    assert turn_on(house, AUTUMN).state is HostState.AGREED


def test_a_swap_needs_two_open_meetings_two_hosts_and_a_reason(house: House) -> None:
    edit = house.edit.hosting
    spring, autumn = seen(house, SPRING), seen(house, AUTUMN)
    with refused("host_reason_missing"):
        edit.swap(spring, autumn, "  ")
    with refused("swap_needs_two"):
        edit.swap(spring, spring, "Bytte")
    held = turn_on(house, PAST[-1][0]).seen
    assert held is not None
    with refused("meeting_is_closed"):
        edit.swap(spring, held, "Bytte")
    edit.choose(autumn, key_of(house, "Orkland"), "De ba om det")
    edit.choose(seen(house, SPRING), key_of(house, "Orkland"), "De ba om det")
    with refused("swap_same_host"):
        edit.swap(seen(house, SPRING), seen(house, AUTUMN), "Bytte")


def test_what_was_seen_must_still_be_so(house: House) -> None:
    spring, autumn = seen(house, SPRING), seen(house, AUTUMN)
    house.edit.hosting.pass_turn(spring, key_of(house, "Orkland"), "Rådhuset bygges om")
    with refused("host_changed"):
        house.edit.hosting.accept(spring)
    with refused("host_changed"):
        house.edit.hosting.accept(autumn)
    with refused("meeting_not_in_round"):
        with writing(house.desk) as work:
            other = a_meeting(work.session).id
        house.edit.hosting.accept(SeenHost(other, 1, spring.host_id))


def test_who_stands_over_is_first_in_line_for_the_next(house: House) -> None:
    house.edit.hosting.pass_turn(
        seen(house, SPRING), key_of(house, "Orkland"), "Rådhuset bygges om"
    )
    assert hosts(house.hosting.view())[:2] == ["Trondheim", "Orkland"]
    spring, autumn = turn_on(house, SPRING), turn_on(house, AUTUMN)
    assert "Orkland kommune står over: Rådhuset bygges om" in told(spring)
    assert (
        told(autumn)[0] == "Orkland kommune sto over 26. april 2027 og står derfor først for tur."
    )
    assert [(one.short, one.reason) for one in spring.passes] == [("Orkland", "Rådhuset bygges om")]
    house.history.undo_last()
    assert hosts(house.hosting.view())[:2] == ["Orkland", "Trondheim"]


def test_standing_over_lets_an_agreed_meeting_be_without_host_and_place(house: House) -> None:
    house.edit.hosting.accept(seen(house, SPRING))
    orkland = key_of(house, "Orkland")
    house.edit.hosting.pass_turn(seen(house, SPRING), orkland, "Rådhuset bygges om")
    assert (meeting_of(house, SPRING).host_id, meeting_of(house, SPRING).place) == (None, "")
    assert host_of(house, SPRING) == "Trondheim"
    with refused("pass_there_already"):
        house.edit.hosting.pass_turn(seen(house, SPRING), orkland, "En gang til")
    with refused("host_reason_missing"):
        house.edit.hosting.pass_turn(seen(house, SPRING), key_of(house, "Malvik"), " ")


def test_a_pass_is_taken_back(house: House) -> None:
    orkland, meeting = key_of(house, "Orkland"), meeting_of(house, SPRING).id
    house.edit.hosting.pass_turn(seen(house, SPRING), orkland, "Rådhuset bygges om")
    house.edit.hosting.take_back_pass(meeting, orkland)
    assert host_of(house, SPRING) == "Orkland"
    with refused("pass_gone"):
        house.edit.hosting.take_back_pass(meeting, orkland)


def test_choosing_one_who_stands_over_ends_that(house: House) -> None:
    orkland = key_of(house, "Orkland")
    house.edit.hosting.pass_turn(seen(house, SPRING), orkland, "Rådhuset bygges om")
    house.edit.hosting.choose(seen(house, SPRING), orkland, "Rådhuset ble ferdig")
    assert turn_on(house, SPRING).passes == ()
    assert host_of(house, SPRING) == "Orkland"


def test_another_is_chosen_with_a_reason_and_the_first_without(house: House) -> None:
    with refused("host_reason_missing"):
        house.edit.hosting.choose(seen(house, SPRING), key_of(house, "Malvik"))
    house.edit.hosting.choose(seen(house, SPRING), key_of(house, "Malvik"), "Jubileum")
    assert turn_on(house, SPRING).host_reason == "Jubileum"
    assert host_of(house, AUTUMN) == "Orkland"
    house.edit.hosting.choose(seen(house, SPRING), key_of(house, "Orkland"))
    assert (turn_on(house, SPRING).host_reason, host_of(house, AUTUMN)) == ("", "Trondheim")


def test_nobody_can_be_accepted_when_all_stand_over(house: House) -> None:
    for one in [one for one in house.hosting.view().members if one.place is not None]:
        house.edit.hosting.pass_turn(seen(house, SPRING), one.id, "Valg")
    turn = turn_on(house, SPRING)
    assert told(turn) == ["Alle kommunene står over. Velg hvem som skal være vert."]
    with refused("host_nobody_proposed"):
        house.edit.hosting.accept(seen(house, SPRING))
    with refused("host_nobody_proposed"):
        house.edit.hosting.swap(seen(house, SPRING), seen(house, AUTUMN), "Bytte")


@pytest.mark.parametrize("reason", ["", "  ", "\u200b", "\ufeff \u202e"])
def test_a_reason_in_which_nothing_is_seen_is_none(house: House, reason: str) -> None:
    with refused("host_reason_missing"):
        house.edit.hosting.swap(seen(house, SPRING), seen(house, AUTUMN), reason)


def test_a_host_must_exist_on_the_day(house: House) -> None:
    rissa = key_of(house, "Rissa")
    with refused("host_merged") as caught:
        house.edit.hosting.choose(seen(house, SPRING), rissa, "De vil så gjerne")
    assert words_of(caught).startswith(
        "Rissa kommune finnes ikke 26. april 2027; den ble slått sammen til Indre Fosen "
        "kommune 1. januar 2018."
    )
    meeting = meeting_of(house, SPRING)
    with refused("host_merged"):
        house.edit.meetings.set_host(meeting.id, rissa, meeting.version)
    with refused("host_merged"):
        house.edit.meetings.create(NewMeeting(body="NA", held_on=SPRING, host_id=rissa))
    with refused("host_not_yet"):
        house.edit.meetings.create(
            NewMeeting(body="NA", held_on=date(2017, 5, 2), host_id=key_of(house, "Orkland"))
        )


def test_moving_a_meeting_to_a_day_without_its_host_is_told(house: House) -> None:
    rissa = key_of(house, "Rissa")
    made = house.edit.meetings.create(
        NewMeeting(body="NA", held_on=date(2017, 5, 2), host_id=rissa)
    )
    moved = move_day(house, made.id, date(2027, 6, 1), made.version)
    assert (
        "Rissa kommune finnes bare til og med 31. desember 2017, men står fortsatt som vert. Etter "
        "det er det Indre Fosen kommune."
    ) in [Voice().say(reason) for reason in moved.warnings]


def test_a_merger_passes_agreed_turns_and_history_on(house: House) -> None:
    house.edit.hosting.accept_all([seen(house, SPRING), seen(house, AUTUMN)])
    house.edit.hosting.swap(seen(house, SPRING), seen(house, AUTUMN), "Rådhuset bygges om")
    house.edit.mergers.merge(
        MergerFields(
            ended=(key_of(house, "Malvik"), key_of(house, "Trondheim")),
            on=date(2027, 1, 1),
            successor_id=key_of(house, "Stjørdal"),
        )
    )
    view = house.hosting.view(ahead=8)
    assert hosts(view)[:2] == ["Stjørdal", "Orkland"]
    line = house.hosting.view(date(2027, 2, 1)).members
    stjørdal = next(one for one in line if one.short == "Stjørdal")
    assert set(stjørdal.inherited_from) == {"Klæbu", "Malvik", "Trondheim"}
    assert (stjørdal.times, stjørdal.last_on) == (3, date(2026, 4, 27))
    assert len([one for one in line if one.place is not None]) == 6
    assert hosts(view)[2:7] == ["Midtre Gauldal", "Melhus", "Indre Fosen", "Skaun", "Stjørdal"]
    house.history.undo_last()
    house.history.undo_last()
    assert hosts(house.hosting.view())[:2] == ["Orkland", "Trondheim"]


def test_a_new_member_of_the_region_has_its_turn_after_who_stood_over(house: House) -> None:
    with writing(house.desk) as work:
        malvik = the_institution(work.session, "Malvik")
        work.session.add(
            Institution(
                name="Selbu kommune",
                short_name="Selbu",
                kind=malvik.kind,
                sector=malvik.sector,
                valid_from=date(2027, 7, 1),
            )
        )
    house.edit.hosting.pass_turn(
        seen(house, SPRING), key_of(house, "Orkland"), "Rådhuset bygges om"
    )
    assert hosts(house.hosting.view())[:3] == ["Trondheim", "Orkland", "Selbu"]


def test_turn_of_a_meeting(house: House) -> None:
    turn = house.hosting.turn_of(meeting_of(house, SPRING).id)
    assert turn is not None
    assert turn.choices[0].short == "Orkland"
    with writing(house.desk) as work:
        other = a_meeting(work.session).id
    assert house.hosting.turn_of(other) is None
