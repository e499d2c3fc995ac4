"""Who held which office when: fictitious people who come, change jobs, act for others and leave."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from random import Random

from app.domain.intervals import Interval, add_years
from app.domain.vocabulary import InstitutionKind
from app.services.demo.frame import Frame
from app.services.demo.library import FOLDER
from app.services.demo.setting import Setting
from app.services.demo.turns import SeatTerm

RENAMED_ON = date(2020, 1, 1)
"""From then on a rådmann is a kommunedirektør."""

ELECTED_ON = (10, 15)
"""The day of October when new councils meet, every fourth year from 2003."""

HEIRS_OF_OFFICE = {
    ("Indre Fosen", "chief"): "Rissa",
    ("Indre Fosen", "mayor"): "Leksvik",
    ("Indre Fosen", "section"): "Leksvik",
    ("Indre Fosen", "business"): "Rissa",
    ("Orkland", "chief"): "Orkdal",
    ("Orkland", "mayor"): "Orkdal",
    ("Orkland", "opposition"): "Orkdal",
    ("Orkland", "section"): "Orkdal",
    ("Orkland", "business"): "Orkdal",
}
"""Whose officer takes the office over in a municipality that a merger made."""

WITH_ADVISER = ("Trondheim", "Stjørdal", "Melhus")

_TENURES = {
    "chief": (4, 9),
    "section": (5, 10),
    "business": (4, 9),
    "adviser": (4, 8),
    "head": (5, 10),
    "second": (5, 10),
    "project": (6, 10),
}
_STARTS = ((1, 1), (3, 1), (8, 1), (10, 1))
_BEGINNING = 4
"""How many years before the demo the first holders may have begun."""


@dataclass(slots=True)
class Person:
    """Someone who does not exist."""

    number: int
    name: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in an office over an interval of days."""

    person: Person
    institution: int
    office: str
    interval: Interval
    is_acting: bool = False


@dataclass(slots=True)
class Careers:
    """Everyone, and who held which office when."""

    people: list[Person] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)

    def of(self, institution: int, office: str) -> list[Tenure]:
        """The holders of an office, the first one first."""
        found = (
            one for one in self.tenures if (one.institution, one.office) == (institution, office)
        )
        return sorted(found, key=lambda one: one.interval.from_on)

    def holder(self, institution: int, office: str, on: date) -> Tenure | None:
        """Who held an office on a day."""
        held = (one for one in self.of(institution, office) if one.interval.contains(on))
        return next(held, None)


def office_title(setting: Setting, institution: int, office: str, on: date) -> str:
    """What the holder of an office is called on a day."""
    spec = setting.spec(institution)
    is_new = on >= RENAMED_ON
    if office == "chief":
        return "kommunedirektør" if is_new else "rådmann"
    if spec.kind is InstitutionKind.COUNTY and office == "head":
        return "fylkeskommunedirektør" if is_new else "fylkesrådmann"
    if office == "representative":
        return REPRESENTATIVE.get(spec.short_name, "regiondirektør")
    return OWN_TITLES.get(spec.short_name, _TITLES)[office]


_TITLES = {
    "mayor": "ordfører",
    "opposition": "opposisjonsleder",
    "section": "kommunalsjef",
    "business": "næringssjef",
    "adviser": "næringsrådgiver",
}

OWN_TITLES = {
    "NiT": {"head": "administrerende direktør", "second": "utviklingsdirektør"},
    "NTNU": {"head": "prorektor for nyskaping", "second": "innovasjonsdirektør"},
    "SINTEF": {"head": "konserndirektør", "second": "forskningsdirektør"},
    "Innovasjon Norge": {"head": "direktør", "second": "avdelingsleder"},
    "Sør-Trøndelag": {"second": "næringsdirektør"},
    "Trøndelag": {"second": "næringsdirektør"},
    "NAT": {"head": "daglig leder", "second": "rådgiver", "third": "prosjektleder"},
    "Sekretariatet": {
        "head": "daglig leder",
        "project": "prosjektleder SNP",
        "adviser": "rådgiver",
    },
}
"""Titles in the institutions that are no municipalities."""

REPRESENTATIVE = {"Bondelaget": "organisasjonssjef"}
"""What the one in seat 10 is at home, where it is not regiondirektør."""


class Names:
    """Hands out names, each once, until the combinations are used up."""

    def __init__(self, chance: Random) -> None:
        known = _known_names()
        first = [*known["women"], *known["men"]]
        family = list(known["family"])
        chance.shuffle(family)
        made: list[str] = []
        for _ in range(4):
            chance.shuffle(first)
            made += [f"{first[at % len(first)]} {last}" for at, last in enumerate(family)]
            family = [*family[7:], *family[:7]]
        self._names = list(dict.fromkeys(_mixed(made, list(known["whole"]), chance)))
        self._next = 0

    def take(self) -> str:
        """The next name; after the last ones, with a middle initial."""
        round_, at = divmod(self._next, len(self._names))
        self._next += 1
        name = self._names[at]
        if round_ == 0:
            return name
        first, _, rest = name.partition(" ")
        return f"{first} {'ABEHJKLMORST'[round_ % 12]}. {rest}"


def careers(frame: Frame, setting: Setting, terms: tuple[SeatTerm, ...]) -> Careers:
    """Everyone's offices from before the first year until after today."""
    return _Staffing(frame, setting, terms).run()


class _Staffing:
    """Fills every office from the first day to the last."""

    def __init__(self, frame: Frame, setting: Setting, terms: tuple[SeatTerm, ...]) -> None:
        self._frame, self._setting = frame, setting
        self._names = Names(frame.dice.of("names"))
        self._careers = Careers()
        self._last_on = frame.today + timedelta(days=1)
        self._forced = dict(_mid_term_departures(frame, terms))

    def run(self) -> Careers:
        for number, spec in enumerate(self._setting.institutions, start=1):
            if spec.kind is InstitutionKind.MUNICIPALITY:
                self._municipality(number)
            else:
                self._other(number)
        self._move_between()
        for person in self._careers.people:
            person.email = self._email(person)
        return self._careers

    def _person(self) -> Person:
        person = Person(len(self._careers.people) + 1, self._names.take())
        self._careers.people.append(person)
        return person

    def _municipality(self, number: int) -> None:
        name = self._setting.short(number)
        offices = ["mayor", "opposition", "chief", "section", "business"]
        if name in WITH_ADVISER:
            offices.append("adviser")
        for office in offices:
            if office in ("mayor", "opposition"):
                self._elected(number, office)
            else:
                self._appointed(number, office)

    def _other(self, number: int) -> None:
        name = self._setting.short(number)
        if name in OWN_TITLES:
            offices = ["head", *[one for one in OWN_TITLES[name] if one != "head"]]
        else:
            offices = ["representative"]
        for office in offices:
            self._appointed(number, office)

    def _span(self, number: int, chance: Random) -> tuple[date, date]:
        """From when the first holder was there, and the day after the last needed day."""
        spec = self._setting.spec(number)
        start_on = self._frame.start_on
        if spec.valid_from <= start_on:
            year = start_on.year - chance.randint(1, _BEGINNING)
            begins = date(year, *chance.choice(_STARTS))
        else:
            begins = spec.valid_from
        return begins, min(self._last_on, spec.valid_to or self._last_on)

    def _appointed(self, number: int, office: str) -> None:
        chance = self._frame.dice.of("office", self._setting.spec(number).name, office)
        spec = self._setting.spec(number)
        if spec.valid_to is not None and spec.valid_to <= self._frame.start_on:
            return
        on, end = self._span(number, chance)
        person = self._heir(number, office) or self._person()
        while on < end:
            left_on = self._leaving(number, office, on, chance)
            self._hold(person, number, office, on, min(left_on, end), spec.valid_to)
            on, person = left_on, self._person() if left_on < end else person

    def _leaving(self, number: int, office: str, on: date, chance: Random) -> date:
        least, most = _TENURES.get(office, (4, 9))
        left_on = date(on.year + chance.randint(least, most), *chance.choice(_STARTS))
        while left_on <= self._frame.start_on:
            left_on = add_years(left_on, 1)
        forced_on = self._forced.get(number) if office == "chief" else None
        if forced_on is not None and on < forced_on < left_on:
            return forced_on
        return left_on

    def _heir(self, number: int, office: str) -> Person | None:
        """Whoever held the office before the merger goes on in the new municipality."""
        before = HEIRS_OF_OFFICE.get((self._setting.short(number), office))
        if before is None:
            return None
        day_before = self._setting.spec(number).valid_from - timedelta(days=1)
        held = self._careers.holder(self._setting.called(before), office, day_before)
        return held.person if held else None

    def _hold(
        self,
        person: Person,
        number: int,
        office: str,
        on: date,
        until: date,
        end: date | None,
    ) -> None:
        """Until the last needed day an office is held without an end."""
        is_open = until >= self._last_on and end is None
        interval = Interval(on, None if is_open else until)
        self._careers.tenures.append(Tenure(person, number, office, interval))

    def _elected(self, number: int, office: str) -> None:
        """A mayor or leader of the opposition sits until an election; some sit on."""
        spec = self._setting.spec(number)
        if spec.valid_to is not None and spec.valid_to <= self._frame.start_on:
            return
        chance = self._frame.dice.of("elected", spec.name, office)
        begins = max(spec.valid_from, election_before(self._frame.start_on))
        person = self._heir(number, office) or self._person()
        on = begins
        while on <= self._frame.today:
            until = election_after(on)
            end = min(until, spec.valid_to or until)
            self._careers.tenures.append(Tenure(person, number, office, Interval(on, end)))
            if end != until:
                return
            on = until
            if on <= self._frame.today and chance.random() < 0.45:
                person = self._after_election(number, office, on)

    def _after_election(self, number: int, office: str, on: date) -> Person:
        """The one who led the opposition becomes mayor now and then, and the mayor steps down."""
        chance = self._frame.dice.of("winner", self._setting.spec(number).name, office, on)
        if office == "opposition" and chance.random() < 0.5:
            mayors = self._careers.of(number, "mayor")
            before = [one for one in mayors if one.interval.to_on == on]
            after = [one for one in mayors if one.interval.from_on == on]
            if before and after and before[0].person is not after[0].person:
                return before[0].person
        return self._person()

    def _move_between(self) -> None:
        """Some chief executives come from another municipality, and one acts while it waits."""
        vacancies = sorted(
            (
                one
                for one in self._careers.tenures
                if one.office == "chief"
                and self._frame.start_on < one.interval.from_on
                and one.interval.from_on <= self._frame.today
                and one.interval.from_on != self._setting.spec(one.institution).valid_from
            ),
            key=lambda one: (one.interval.from_on, one.institution),
        )
        for count, tenure in enumerate(vacancies):
            if count % 2 == 0:
                self._act_first(tenure)
            else:
                self._promote(tenure)

    def _act_first(self, tenure: Tenure) -> None:
        """The second in command acts for five months before the new one begins (R4)."""
        on = tenure.interval.from_on
        begins = _months_later(on, 5)
        second = self._careers.holder(tenure.institution, "section", on)
        stays = second is not None and second.interval.contains(begins - timedelta(days=1))
        if second is None or not stays or not tenure.interval.contains(begins):
            return
        at = self._careers.tenures.index(tenure)
        later = Interval(begins, tenure.interval.to_on)
        self._careers.tenures[at] = Tenure(tenure.person, tenure.institution, "chief", later)
        acting = Interval(on, begins)
        self._careers.tenures.append(
            Tenure(second.person, tenure.institution, "chief", acting, is_acting=True)
        )

    def _promote(self, tenure: Tenure) -> None:
        """A second in command of another municipality gets the post, and somebody follows there."""
        on = tenure.interval.from_on
        for number in self._setting.municipalities(on):
            held = self._careers.holder(number, "section", on - timedelta(days=1))
            if number == tenure.institution or held is None or not held.interval.contains(on):
                continue
            if self._acts_later(held.person, on) or held.interval.from_on >= add_years(on, -2):
                continue
            self._swap(tenure, held, on)
            return

    def _acts_later(self, person: Person, on: date) -> bool:
        return any(
            one.person is person and one.office == "chief" and (one.interval.to_on or on) >= on
            for one in self._careers.tenures
        )

    def _swap(self, tenure: Tenure, held: Tenure, on: date) -> None:
        tenures = self._careers.tenures
        newcomer = tenure.person
        tenures[tenures.index(tenure)] = Tenure(
            held.person, tenure.institution, "chief", tenure.interval
        )
        tenures[tenures.index(held)] = Tenure(
            held.person, held.institution, "section", Interval(held.interval.from_on, on)
        )
        tenures.append(
            Tenure(newcomer, held.institution, "section", Interval(on, held.interval.to_on))
        )

    def _email(self, person: Person) -> str:
        own = [one for one in self._careers.tenures if one.person is person]
        last = max(own, key=lambda one: (one.interval.from_on, one.institution), default=None)
        place = self._setting.short(last.institution) if last else "trondheimsregionen"
        return address(person.name, place)


def address(name: str, place: str) -> str:
    """A work address in a domain that cannot exist."""
    host = "trondheimsregionen" if place == "Sekretariatet" else slug(place, "")
    return f"{slug(name, '.')}@{host}.example"


def slug(text: str, joint: str) -> str:
    """`text` in plain lower-case letters, its words joined by `joint`."""
    plain = text.lower().replace("ø", "o").replace("æ", "ae").replace("å", "a").replace("đ", "d")
    letters = unicodedata.normalize("NFD", plain).encode("ascii", "ignore").decode()
    return joint.join("".join(c for c in word if c.isalnum()) for word in letters.split())


def election_before(on: date) -> date:
    """The day that the councils sitting on `on` first met."""
    year = on.year - (on.year - 2003) % 4
    held_on = date(year, *ELECTED_ON)
    return held_on if held_on <= on else date(year - 4, *ELECTED_ON)


def election_after(on: date) -> date:
    """The day that the next councils meet."""
    return add_years(election_before(on), 4)


def _months_later(on: date, months: int) -> date:
    year, month = divmod(on.month - 1 + months, 12)
    return date(on.year + year, month + 1, 1)


def _mid_term_departures(frame: Frame, terms: tuple[SeatTerm, ...]) -> Iterator[tuple[int, date]]:
    """A few who leave in the middle of a term in the council, so that another takes the seat."""
    for back in (2, 5, 8, 12, 16):
        on = date(frame.today.year - back, 3, 1)
        sitting = [one for one in terms if one.interval.contains(on) and on > frame.start_on]
        if sitting:
            yield sitting[back % len(sitting)].institution, on


def _mixed(made: list[str], whole: list[str], chance: Random) -> list[str]:
    """One whole name after every four that were put together."""
    chance.shuffle(whole)
    mixed: list[str] = []
    for at, name in enumerate(made):
        mixed.append(name)
        if at % 5 == 3 and whole:
            mixed.append(whole.pop())
    return mixed


@cache
def _known_names() -> dict[str, list[str]]:
    with (FOLDER / "people.toml").open("rb") as file:
        found: dict[str, list[str]] = tomllib.load(file)
    return found
