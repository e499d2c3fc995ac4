"""The lists of the page: what each is called and which rows it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.domain.imports.fields import Subject
from app.i18n.catalogue import _
from app.services.bodies import BodyRow
from app.services.deputies import DeputySeat
from app.services.house import House
from app.services.people import InstitutionView, PersonRow
from app.services.roster import RosterView
from app.views.members import words
from app.views.members.deputy_words import deputy_columns
from app.views.members.list_tab import ListTab, ListWords
from app.views.members.turn_tabs import TURN_TITLES
from app.views.shell.workbench import Workbench

SEATS, OBSERVERS, INSTITUTIONS, PEOPLE = "seats", "observers", "institutions", "people"
DEPUTIES = "deputies"
TITLES = {
    SEATS: _("Liste"),
    **TURN_TITLES,
    DEPUTIES: _("Vara"),
    OBSERVERS: _("Observatører"),
    INSTITUTIONS: _("Institusjoner"),
    PEOPLE: _("Personer"),
}
NEW_OBSERVER, NEW_SEAT = _("Ny observatør"), _("Ny plass")
SUBJECTS = {
    SEATS: Subject.MEMBERS,
    OBSERVERS: Subject.OBSERVERS,
    INSTITUTIONS: Subject.INSTITUTIONS,
    PEOPLE: Subject.PERSONS,
}
NEW_PERSON, NEW_INSTITUTION = _("Ny person"), _("Ny institusjon")


@dataclass(frozen=True, slots=True)
class Members:
    """Everything on the page, as of one day."""

    bodies: tuple[BodyRow, ...]
    roster: RosterView
    institutions: tuple[InstitutionView, ...]
    people: tuple[PersonRow, ...]
    deputies: tuple[DeputySeat, ...] = ()


def read_members(house: House, on: date, body: str | None, *, with_use: bool = False) -> Members:
    """Read it all in one go, beside the window; the use of deputies where it is looked at."""
    return Members(
        house.bodies.all(),
        house.roster.view(on, body),
        house.people.institutions(),
        house.people.all(on),
        house.deputies.use(on, body) if with_use else (),
    )


def make_list(
    key: str, bench: Workbench, on: Callable[[], date], start: Callable[[str], object]
) -> ListTab:
    """One of them, still empty; `start` is told the list whose empty state was pressed."""
    voice = bench.voice
    word = voice.word
    if key == SEATS:
        text = ListWords(
            SEATS,
            word(_("Plasser")),
            word(_("Søk i plassene")),
            word(_("Organet har ingen plasser denne dagen. Velg en annen dag, eller legg til en.")),
            "users",
            word(NEW_SEAT),
            lambda: start(NEW_SEAT),
        )
        return ListTab(
            text,
            voice,
            bench.memory,
            words.seat_columns(voice),
            lambda row: row.seat_id,
            words.SPARED[SEATS],
        )
    if key == DEPUTIES:
        text = ListWords(
            DEPUTIES,
            word(_("Bruk av vara")),
            word(_("Søk i plassene")),
            word(_("Organet har ingen plasser denne dagen. Velg en annen dag.")),
            "users",
        )
        use = deputy_columns(voice, on)
        return ListTab(text, voice, bench.memory, use, lambda row: row.seat_id)
    if key == OBSERVERS:
        text = ListWords(
            OBSERVERS,
            word(_("Observatører")),
            word(_("Søk i observatørene")),
            word(_("Ingen følger dette organet som observatør denne dagen.")),
            "eye",
            word(NEW_OBSERVER),
            lambda: start(OBSERVERS),
        )
        columns = words.observer_columns(voice)
        return ListTab(text, voice, bench.memory, columns, lambda row: row.id)
    if key == INSTITUTIONS:
        text = ListWords(
            INSTITUTIONS,
            word(_("Institusjoner")),
            word(_("Søk i institusjonene")),
            word(_("Her står kommuner, bedrifter og andre som rådet har med å gjøre.")),
            "building-2",
            word(NEW_INSTITUTION),
            lambda: start(INSTITUTIONS),
        )
        shown = words.institution_columns(voice, on)
        spared = words.SPARED[INSTITUTIONS]
        return ListTab(text, voice, bench.memory, shown, lambda row: row.id, spared)
    text = ListWords(
        PEOPLE,
        word(_("Personer")),
        word(_("Søk i personene")),
        word(_("Her står alle som har en plass, er vara eller følger rådet.")),
        "user",
        word(NEW_PERSON),
        lambda: start(PEOPLE),
    )
    everyone = words.person_columns(voice)
    return ListTab(text, voice, bench.memory, everyone, lambda row: row.id, words.SPARED[PEOPLE])
