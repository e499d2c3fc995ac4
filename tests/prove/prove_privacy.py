"""Promise 16: who is erased is gone, but for the name in approved minutes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from app.domain.approval_chain import verify
from app.services.house import House
from app.services.upkeep import Upkeep
from app.store.backup import back_up
from app.store.check import check
from app.store.queries.approvals import chain
from tests.helpers.council import a_council, clock
from tests.helpers.leaving import REASON, TITLE, Leaver, leave_traces, traces_in
from tests.prove.harness import Outcome, proves

_FIRST = ("Åse", "Bjørn", "Kari", "Øyvind", "Anne-Grete", "Per", "Ánte", "Siv", "Nadia", "O'Hara")
_LAST = ("Lie", "Sæther", "Dahl Moe", "Åsen", "Berg", "Fjellvatn", "Rahimpour", "D'Angelo")


@proves(16, "erased, then an older copy restored", count=50)
def erased_persons(count: int, seed: int) -> Outcome:
    """Each in a council of their own: no trace in file, log or restored copy; the chain holds."""
    chance = random.Random(seed)
    breaches: list[str] = []
    for number in range(count):
        who = _somebody(chance, number)
        with TemporaryDirectory() as folder:
            breaches += [f"{who.name}: {found}" for found in _breaches(Path(folder), who)]
    return Outcome(count, tuple(breaches))


def _somebody(chance: random.Random, number: int) -> Leaver:
    first, last, older = chance.choice(_FIRST), chance.choice(_LAST), chance.choice(_LAST)
    digits = f"{chance.randrange(20_000_000, 99_999_999)}"
    phone = chance.choice(
        (digits, f"+47 {digits}", " ".join(digits[at : at + 2] for at in range(0, 8, 2)))
    )
    return Leaver(
        name=f"{first} {last}",
        old_name=f"{first} {older} {number}",
        email=f"person{number}.{chance.randrange(1_000)}@kommune.example",
        phone=phone,
    )


def _breaches(folder: Path, who: Leaver) -> Iterator[str]:
    path, copy = folder / "råd.rundgang", folder / "kopi.rundgang"
    needles = (who.name, who.old_name, who.email, who.phone, REASON, TITLE)
    with a_council(path) as desk:
        house = House(desk)
        person = leave_traces(house, who)
        back_up(desk.file, copy)
        result = house.privacy.erase(person, house.privacy.plan(person).version)
        if not result.is_swept:
            yield "the write-ahead log was not emptied"
        yield from _left(path, needles, who)
        with desk.reading() as session:
            yield from (reason.code for reason in verify(chain(session)))
        yield from (found.what.code for found in check(desk.file, full=True))
    Upkeep(clock).restore(copy, path, replace=True)
    yield from _left(path, needles, who)


def _left(path: Path, needles: tuple[str, ...], who: Leaver) -> Iterator[str]:
    """What is left beside the name in the one approved record."""
    found = traces_in(path, needles)
    if found.pop(who.name, 0) != 1:
        yield "the name is not once in the approved minutes"
    yield from (f"{needle!r} {times} times" for needle, times in found.items())
