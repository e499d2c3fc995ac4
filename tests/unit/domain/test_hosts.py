"""Whose turn it is to host (R17, R18)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.hosts import (
    HostProposal,
    HostRound,
    HostTurn,
    PassedTurn,
    propose_hosts,
    why_not_there,
)
from app.domain.institutions import InstitutionFacts, Lineage
from app.domain.intervals import Interval
from app.domain.reasons import Reason
from app.domain.vocabulary import InstitutionKind
from tests.helpers.region import ID_OF, municipalities, names, new_year

SPRING, AUTUMN = date(2026, 5, 6), date(2026, 11, 4)


def hosted(**on: date) -> list[HostTurn]:
    return [HostTurn(ID_OF[name.replace("_", " ")], day) for name, day in on.items()]


def hosts(proposals: list[HostProposal]) -> list[str | None]:
    return names(proposal.host for proposal in proposals)


EIGHT = hosted(
    Trondheim=date(2022, 5, 4),
    Malvik=date(2022, 11, 2),
    Melhus=date(2023, 5, 3),
    Skaun=date(2023, 11, 1),
    Stjørdal=date(2024, 5, 8),
    Midtre_Gauldal=date(2024, 11, 6),
    Orkland=date(2025, 5, 7),
    Indre_Fosen=date(2025, 11, 5),
)


def test_the_one_it_is_longest_since_hosts_next() -> None:
    proposals = propose_hosts(EIGHT, municipalities(), [AUTUMN, SPRING])
    assert hosts(proposals) == ["Trondheim", "Malvik"]
    assert [(one.turn, one.on) for one in proposals] == [(1, SPRING), (2, AUTUMN)]
    assert proposals[0].reasons[0].params == {"name": "Trondheim", "last_on": date(2022, 5, 4)}


def test_a_swap_evens_itself_out() -> None:
    swapped = [*EIGHT, HostTurn(ID_OF["Malvik"], SPRING)]
    assert hosts(propose_hosts(swapped, municipalities(), [AUTUMN])) == ["Trondheim"]
    both = [*swapped, HostTurn(ID_OF["Trondheim"], AUTUMN)]
    assert hosts(propose_hosts(both, municipalities(), [date(2027, 5, 5)])) == ["Melhus"]


def test_the_merged_inherits_when_its_predecessors_hosted() -> None:
    everyone_but_orkdal = hosted(
        Orkdal=date(2019, 11, 6),
        Trondheim=date(2015, 5, 4),
        Malvik=date(2015, 11, 2),
        Melhus=date(2016, 5, 3),
        Skaun=date(2016, 11, 1),
        Stjørdal=date(2017, 5, 8),
        Midtre_Gauldal=date(2017, 11, 6),
        Indre_Fosen=date(2018, 5, 7),
        Klæbu=date(2019, 5, 7),
    )
    (proposal,) = propose_hosts(everyone_but_orkdal, municipalities(), [date(2020, 5, 6)])
    ranked = [candidate.institution.name for candidate in proposal.candidates]
    assert ranked[0] == "Malvik"
    assert ranked[-2:] == ["Trondheim", "Orkland"]


def test_the_one_who_never_hosted_comes_first() -> None:
    (proposal,) = propose_hosts(EIGHT[1:], municipalities(), [SPRING])
    assert hosts([proposal]) == ["Trondheim"]
    assert proposal.reasons[0].code == "turn_never"


def test_without_anyone_there_is_no_host() -> None:
    (proposal,) = propose_hosts([], municipalities(), [new_year(2026)], InstitutionKind.COUNTY)
    assert (proposal.host, proposal.reasons[0].code) == (None, "turn_nobody_free")


REGION = ("Rissa", "Leksvik", "Indre Fosen", "Malvik")
FIRST, NEXT, THIRD = date(2026, 5, 6), date(2026, 11, 4), date(2027, 5, 5)


def passed(name: str, on: date, reason: str = "rådhuset bygges om") -> PassedTurn:
    return PassedTurn(ID_OF[name], on, reason)


def codes(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.code for reason in reasons]


def test_who_lets_a_turn_go_by_is_first_in_line_for_the_next() -> None:
    passes = [passed("Trondheim", FIRST)]
    found = propose_hosts(EIGHT, municipalities(), [FIRST, NEXT, THIRD], passes=passes)
    assert hosts(found) == ["Malvik", "Trondheim", "Melhus"]
    assert codes(found[0].reasons) == ["turn_longest_since", "host_passes"]
    assert found[0].reasons[1].params == {"name": "Trondheim", "why": "rådhuset bygges om"}
    assert found[1].reasons[0].code == "host_waited"
    assert found[1].reasons[0].params == {"name": "Trondheim", "on": FIRST}


def test_who_waits_comes_before_a_new_member_of_the_region() -> None:
    newcomer = InstitutionFacts(
        99, "Aure", InstitutionKind.MUNICIPALITY, Interval(date(2026, 7, 1))
    )
    region = [*municipalities(), newcomer]
    passes = [passed("Trondheim", FIRST)]
    found = propose_hosts(EIGHT, region, [FIRST, NEXT, THIRD], passes=passes)
    assert hosts(found) == ["Malvik", "Trondheim", "Aure"]
    assert found[2].reasons[0].code == "turn_never"


def test_passing_out_of_turn_gives_no_place_in_line() -> None:
    newcomer = InstitutionFacts(
        99, "Aure", InstitutionKind.MUNICIPALITY, Interval(date(2026, 7, 1))
    )
    region = [*municipalities(), newcomer]
    early = date(2017, 5, 1)
    passes = [passed("Melhus", FIRST), passed("Rissa", NEXT), passed("Orkland", early)]
    found = propose_hosts(EIGHT, region, [FIRST, NEXT, THIRD], passes=passes)
    assert hosts(found) == ["Trondheim", "Aure", "Malvik"]


def test_a_merger_ends_the_waiting_and_the_heir_inherits() -> None:
    turns = hosted(Rissa=date(2016, 5, 1), Leksvik=date(2016, 11, 1), Malvik=date(2017, 5, 1))
    region = [one for one in municipalities() if one.id in {ID_OF[n] for n in REGION}]
    on = date(2018, 5, 1)
    found = propose_hosts(turns, region, [on], passes=[passed("Rissa", date(2017, 5, 1))])
    assert hosts(found) == ["Indre Fosen"]
    assert codes(found[0].reasons) == ["turn_longest_since", "turn_inherited"]


def test_when_all_let_the_turn_go_by_nobody_is_proposed() -> None:
    eight = ("Trondheim", "Malvik", "Melhus", "Skaun", "Stjørdal", "Midtre Gauldal", "Orkland")
    passes = [passed(name, FIRST) for name in (*eight, "Indre Fosen")]
    (found,) = propose_hosts(EIGHT, municipalities(), [FIRST], passes=passes)
    assert (found.host, codes(found.reasons)) == (None, ["host_everyone_passes"])


def test_who_has_agreed_to_a_day_soon_after_is_not_proposed_before_it() -> None:
    agreed = [*EIGHT, HostTurn(ID_OF["Trondheim"], NEXT)]
    found = propose_hosts(agreed, municipalities(), [FIRST, THIRD])
    assert hosts(found) == ["Malvik", "Melhus"]
    assert codes(found[0].reasons) == ["turn_longest_since", "host_agreed_soon"]
    assert found[0].reasons[1].params == {"name": "Trondheim", "on": NEXT}


def test_a_day_agreed_beyond_a_whole_round_takes_nobody_out_of_it() -> None:
    ahead = [date(2026 + n // 2, 5 + 6 * (n % 2), 4) for n in range(9)]
    agreed = [*EIGHT, HostTurn(ID_OF["Trondheim"], date(2030, 11, 4))]
    found = propose_hosts(agreed, municipalities(), ahead)
    assert found[0].host is not None
    assert found[0].host.name == "Trondheim"


def test_when_all_are_hosts_soon_one_of_them_hosts_again_and_it_is_said() -> None:
    pair = [one for one in municipalities() if one.name in ("Malvik", "Skaun")]
    agreed = hosted(Malvik=NEXT)
    (found,) = propose_hosts(agreed, pair, [FIRST], passes=[passed("Skaun", FIRST)])
    assert hosts([found]) == ["Malvik"]
    assert found.reasons[0].code == "host_again_soon"


def test_a_host_is_judged_by_the_line_of_its_day() -> None:
    turns = [*EIGHT, HostTurn(ID_OF["Malvik"], FIRST), HostTurn(ID_OF["Trondheim"], NEXT)]
    round_ = HostRound(turns, municipalities())
    swapped = round_.judge(turns[-2])
    assert (swapped.is_in_turn, codes(swapped.reasons)) == (False, ["host_out_of_turn"])
    assert swapped.reasons[0].params == {"name": "Trondheim"}
    assert round_.judge(turns[-1]).is_in_turn
    first = round_.judge(EIGHT[3])
    assert first.is_in_turn
    assert codes(first.reasons) == ["host_among_new"]
    stranger = HostTurn(ID_OF["Rissa"], date(2016, 1, 1))
    assert HostRound([stranger], municipalities()[:1]).judge(stranger).reasons == ()


def test_the_line_of_a_day_is_everyone_who_exists_then() -> None:
    round_ = HostRound(EIGHT, municipalities())
    assert len(round_.line(date(2017, 5, 1))) == 10
    assert len(round_.line(date(2018, 5, 1))) == 9
    line = round_.line(FIRST)
    assert len(line) == 8
    assert [one.institution.name for one in line[:2]] == ["Trondheim", "Malvik"]


def test_a_host_must_exist_on_the_day() -> None:
    every = {one.name: one for one in municipalities()}
    lineage = Lineage(every.values())
    assert why_not_there(every["Orkland"], lineage, FIRST) is None
    merged = why_not_there(every["Rissa"], lineage, FIRST)
    assert merged is not None
    assert (merged.code, merged.params["heir"]) == ("host_merged", "Indre Fosen")
    early = why_not_there(every["Orkland"], lineage, date(2019, 5, 1))
    assert early is not None
    assert (early.code, early.params["from_on"]) == ("host_not_yet", date(2020, 1, 1))
    left = InstitutionFacts(
        99, "Frosta", InstitutionKind.MUNICIPALITY, Interval(date(2010, 1, 1), date(2020, 1, 1))
    )
    ended = why_not_there(left, Lineage([left]), FIRST)
    assert ended is not None
    assert (ended.code, ended.params["last_on"]) == ("host_ended", date(2019, 12, 31))
    orphan = replace(left, successor=1_000)
    assert why_not_there(orphan, Lineage([orphan]), FIRST) == ended
