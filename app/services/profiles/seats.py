"""Reads a body's seats: single ones, and one set for every institution of a kind (R2, R3, R18)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.vocabulary import SeatKind, SeatRole
from app.services.profiles import words
from app.services.profiles.fields import Fields
from app.services.profiles.shape import InstitutionSpec, SeatSpec, TitleSpec

MOST_SEATS = 999
NAME = "{navn}"
"""Stands in a title for the short name of the institution that the seat belongs to."""


def seats_of(
    fields: Fields,
    valid_from: date,
    valid_to: date | None,
    institutions: tuple[InstitutionSpec, ...],
    names: dict[str, str],
) -> tuple[SeatSpec, ...]:
    """The body's seats by number; a set for a kind of institution follows them over time (R18).

    An institution's own seats begin and end with it, so a merger moves no seat: the successor's
    are new ones. Numbers follow the profile's order and are never used again.
    """
    seats = _single(fields, valid_from, valid_to, names)
    sets = fields.part("plasser_for_hver")
    if sets is not None:
        seats += _for_each(sets, seats, valid_from, valid_to, institutions, names)
    _check_roles(fields, seats)
    return tuple(seats)


def _single(
    fields: Fields, valid_from: date, valid_to: date | None, names: dict[str, str]
) -> list[SeatSpec]:
    made: list[SeatSpec] = []
    lines: dict[int, int] = {}
    for part in fields.parts("plasser"):
        number = part.number("nr", 1, MOST_SEATS)
        first = lines.setdefault(number, part.line)
        if first != part.line:
            part.wrong("nr", "profile_seat_twice", value=number, first=first)
        start = part.day("fra", valid_from)
        named = part.reference("institusjon", names, "profile_unknown_institution")
        seat = _seat(part, number, start, part.day_after("til", start) or valid_to)
        made.append(replace(seat, institution=None if named is None else names[named]))
        part.close()
    return made


def _seat(part: Fields, number: int, start: date, end: date | None) -> SeatSpec:
    kind = part.choice("type", words.SEAT_KINDS, SeatKind.PERMANENT)
    years = part.number("år", 1, 20) if "år" in part else None
    if kind is SeatKind.ROTATING and years is None:
        part.wrong("år", "profile_rotating_without_years")
    return SeatSpec(
        number=number,
        kind=kind,
        role=part.choice("rolle", words.SEAT_ROLES, SeatRole.MEMBER),
        sector=part.choice("sektor", words.SECTORS),
        appointed_by=part.text("oppnevnes_av", ""),
        term_years=years,
        votes=part.flag("stemmerett", True),
        rotates_among=part.optional_choice("går_på_tur_mellom", words.INSTITUTION_KINDS),
        institution=None,
        titles=_titles(part, start),
        valid_from=start,
        valid_to=end,
    )


def _titles(part: Fields, start: date) -> tuple[TitleSpec, ...]:
    """One title, or a list of titles with the date that each began."""
    if not part.is_list("tittel"):
        return (TitleSpec(valid_from=start, title=part.text("tittel")),)
    made: list[TitleSpec] = []
    for row in part.parts("tittel"):
        since = row.day("fra", start)
        if made and since <= made[-1].valid_from:
            row.wrong("fra", "profile_titles_out_of_order", on=since)
        made.append(TitleSpec(valid_from=since, title=row.text("tittel")))
        row.close()
    return tuple(made)


def _for_each(
    sets: Fields,
    taken: list[SeatSpec],
    valid_from: date,
    valid_to: date | None,
    institutions: tuple[InstitutionSpec, ...],
    names: dict[str, str],
) -> list[SeatSpec]:
    kind = sets.choice("slag", words.INSTITUTION_KINDS)
    presiding = {
        role: names.get(sets.reference(word, names, "profile_unknown_institution") or "")
        for word, role in words.SEAT_ROLES.items()
        if role is not SeatRole.MEMBER
    }
    patterns = [
        (part, _seat(part, 0, valid_from, None)) for part in sets.parts("plasser", required=True)
    ]
    for part, _ in patterns:
        part.close()
    sets.close()
    made: list[SeatSpec] = []
    number = max((seat.number for seat in taken), default=0)
    for institution in institutions:
        if institution.kind is not kind:
            continue
        for position, (_, pattern) in enumerate(patterns):
            number += 1
            role = next((r for r, n in presiding.items() if n == institution.name), None)
            made.append(
                replace(
                    _belonging(pattern, institution, valid_from, valid_to),
                    number=number,
                    role=role if role is not None and position == 0 else pattern.role,
                )
            )
    return made


def _belonging(
    pattern: SeatSpec, institution: InstitutionSpec, valid_from: date, valid_to: date | None
) -> SeatSpec:
    """The seat of one institution, there while both it and the body are."""
    start = max(institution.valid_from, valid_from)
    ends = [day for day in (institution.valid_to, valid_to) if day is not None]
    end = min(ends, default=None)
    return replace(
        pattern,
        institution=institution.name,
        valid_from=start,
        valid_to=end,
        titles=_titles_within(pattern.titles, start, end, institution.short_name),
    )


def _titles_within(
    titles: tuple[TitleSpec, ...], start: date, end: date | None, name: str
) -> tuple[TitleSpec, ...]:
    """Those that the seat bears between its first and last day, the first from its first day."""
    before = [title for title in titles if title.valid_from <= start][-1:]
    later = [
        title
        for title in titles
        if title.valid_from > start and (end is None or title.valid_from < end)
    ]
    first = [replace(title, valid_from=start) for title in before]
    return tuple(
        replace(title, title=title.title.replace(NAME, name)) for title in (*first, *later)
    )


def _check_roles(fields: Fields, seats: list[SeatSpec]) -> None:
    for word, role in words.SEAT_ROLES.items():
        holders = [seat.number for seat in seats if seat.role is role]
        if role is not SeatRole.MEMBER and len(holders) > 1:
            fields.wrong(
                "plasser", "profile_role_twice", role=word, first=holders[0], second=holders[1]
            )
