"""Whose turn it is to host (R17, R18)."""

from __future__ import annotations

from datetime import date

from app.domain.hosts import HostProposal, HostTurn, propose_hosts
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
