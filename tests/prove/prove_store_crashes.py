"""Promises 1, 2, 4 and 14: kills and power cuts lose nothing that was acknowledged."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.store.migrate import migrate
from tests.helpers.deeds import BY_NAME, DEEDS, Acknowledge, Deed, breaches, the_file
from tests.helpers.powercut import Journal, Recording, cut, play, recorded
from tests.helpers.victims import Blow, Report, Victims, a_blow, victims
from tests.prove import Outcome, proves

PER_PATH_KILLS = 200
PER_PATH_CUTS = 2_000
MIGRATION_PLACES = 90


@contextmanager
def a_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def _blown(deed: Deed, crowd: Victims, blow: Blow) -> tuple[Report, list[str]]:
    """A deed in a fresh folder with a blow, and what it broke."""
    with a_folder() as folder:
        deed.prepare(folder)
        report = crowd.run(deed.name, folder, blow)
        found = breaches(deed, folder, report.acknowledged)
    return report, [f"{deed.name}, {blow}: {breach}" for breach in found]


@proves(1, "kill -9 in every write path", count=PER_PATH_KILLS * len(DEEDS))
def kills(count: int, seed: int) -> Outcome:
    """As many kills in each path, half of them at named places, half at any moment."""
    chance = random.Random(seed)
    found: list[str] = []
    tried = killed = 0
    with victims() as crowd:
        for deed in DEEDS:
            whole, broken = _blown(deed, crowd, Blow())
            found += broken
            for _ in range(-(-count // len(DEEDS))):
                report, broken = _blown(deed, crowd, a_blow(chance, whole))
                found += broken
                tried += 1
                killed += report.was_killed
    return Outcome(tried, tuple(found), f"{killed} died in the act")


@proves(4, "kill after each statement of each migration", count=MIGRATION_PLACES)
def kills_of_upgrades(count: int, seed: int) -> Outcome:
    """At every named place of an upgrade; with a smaller count at places spread over all of it."""
    deed = BY_NAME["upgrade"]
    found: list[str] = []
    with victims() as crowd:
        whole, broken = _blown(deed, crowd, Blow())
        found += broken
        step = max(whole.places // count, 1)
        places = range(1 + seed % step, whole.places + 1, step)
        for place in places:
            report, broken = _blown(deed, crowd, Blow(place=place))
            found += broken
            if not report.was_killed:
                found.append(f"place {place} of {whole.places} was not reached")
    return Outcome(len(places), tuple(found), f"{whole.places} places")


def _upgrade_alone(folder: Path, acknowledge: Acknowledge) -> None:
    migrate(the_file(folder), None)
    acknowledge(1)


POWER_CUT_DEEDS = (
    *(deed for deed in DEEDS if deed.name not in ("create", "back up", "restore", "upgrade")),
    Deed("upgrade", _upgrade_alone, BY_NAME["upgrade"].verify, BY_NAME["upgrade"].prepare),
)
"""Paths that write through SQLite alone; the others make files whole by sync and rename."""


def _played(deed: Deed, change: Callable[[str], str] = str) -> tuple[Journal, dict[str, bytes]]:
    """What a deed sends to the disk, and the files as they were before it."""
    with a_folder() as folder:
        deed.prepare(folder)
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        with recorded() as recording:
            deed.run(folder, recording.acknowledge)
    return _replayed(recording, before, change), before


def _replayed(
    recording: Recording, before: dict[str, bytes], change: Callable[[str], str]
) -> Journal:
    with a_folder() as folder:
        for name, content in before.items():
            (folder / name).write_bytes(content)
        return play(recording, folder, change)


def _cut_and_look(
    deed: Deed, journal: Journal, before: dict[str, bytes], chance: random.Random
) -> list[str]:
    files, acknowledged = cut(journal, before, chance)
    with a_folder() as folder:
        for name, content in files.items():
            (folder / name).write_bytes(content)
        return [f"{deed.name}: {breach}" for breach in breaches(deed, folder, acknowledged)]


@proves(2, "simulated power cuts in every path", count=PER_PATH_CUTS * len(POWER_CUT_DEEDS))
def power_cuts(count: int, seed: int) -> Outcome:
    """Images of the disk after a cut, as many for each path."""
    chance = random.Random(seed)
    found: list[str] = []
    tried = 0
    for deed in POWER_CUT_DEEDS:
        journal, before = _played(deed)
        for _ in range(-(-count // len(POWER_CUT_DEEDS))):
            found += _cut_and_look(deed, journal, before, chance)
            tried += 1
    return Outcome(tried, tuple(found))


@proves(2, "the same with synchronous=NORMAL must lose", count=PER_PATH_CUTS)
def weaker_power_cuts(count: int, seed: int) -> Outcome:
    """A breach here means that the simulation would not notice what it is there to notice."""
    chance = random.Random(seed)
    deed = BY_NAME["edit"]
    journal, before = _played(
        deed, lambda said: said.replace("synchronous = FULL", "synchronous = NORMAL")
    )
    lost = sum(bool(_cut_and_look(deed, journal, before, chance)) for _ in range(count))
    blind = () if lost else ("no edit was lost",)
    return Outcome(count, blind, f"{lost} of {count} images lost an edit")
