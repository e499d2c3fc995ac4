"""Every way in which the store writes, each with how to tell whether a kill lost or halved it.

A deed says aloud what is stored by acknowledging a number after it; a breach is an acknowledged
number that is not there, or a state that no deed leaves behind.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sqlalchemy import func, select

from app.domain.errors import UserError
from app.models import Approval, Blob, LogEntry, Person
from app.store.backup import BackupFolder, back_up, is_intact
from app.store.check import check
from app.store.council_file import CouncilFile
from app.store.drafts import read_drafts, save_draft
from app.store.fingerprint import logical_hash_of
from app.store.log import last_undoable, undo
from app.store.restore import restore
from app.store.schema import VERSION
from tests.helpers.first_version import a_file_of_version_1
from tests.helpers.store import (
    SlowClock,
    a_council_on_disk,
    a_held_meeting,
    approve,
    edit_name,
    name_of_first,
)

Acknowledge = Callable[[int], None]

TIMES = 8
"""How often a deed is done before it ends by itself."""

CROWD = 40
"""People who come in one unit of work; never some of them."""


@dataclass(frozen=True)
class Deed:
    """How to set the scene in a folder, what to do there, and what may be found afterwards."""

    name: str
    run: Callable[[Path, Acknowledge], None]
    verify: Callable[[Path, int], Iterator[str]]
    prepare: Callable[[Path], None] = lambda folder: None


def the_file(folder: Path) -> Path:
    return folder / "råd.rundgang"


def opened(folder: Path) -> CouncilFile:
    return CouncilFile.open(the_file(folder), clock=SlowClock())


def with_a_council(folder: Path) -> None:
    a_council_on_disk(the_file(folder))


def sound(file: CouncilFile) -> Iterator[str]:
    """Nothing if the file is whole."""
    yield from (f"damage: {finding.what.code}" for finding in check(file, full=True))


def at_least(stored: int, acknowledged: int) -> Iterator[str]:
    """What was acknowledged is stored; one more may be, that could not be acknowledged in time."""
    if not acknowledged <= stored <= acknowledged + 1:
        yield f"acknowledged {acknowledged}, stored {stored}"


def number_in(text: str) -> int:
    return int(text.rpartition(" ")[2]) if text.startswith("Navn ") else 0


def edit(folder: Path, acknowledge: Acknowledge) -> None:
    with opened(folder) as file:
        for number in range(1, TIMES + 1):
            with file.unit_of_work("Kari") as work:
                person, other = work.session.get(Person, 1), work.session.get(Person, 2)
                assert person is not None
                assert other is not None
                person.name = f"Navn {number}"
                work.session.flush()
                other.name = f"Navn {number}"
                work.describe("rename", "person", 1)
                work.commit()
            acknowledge(number)


def verify_edit(folder: Path, acknowledged: int) -> Iterator[str]:
    with opened(folder) as file:
        yield from sound(file)
        with file.reading() as session:
            first, second = session.scalars(select(Person.name).order_by(Person.id).limit(2))
            lines = session.scalar(
                select(func.count()).select_from(LogEntry).where(LogEntry.verb == "rename")
            )
    stored = number_in(first)
    yield from at_least(stored, acknowledged)
    if number_in(second) != stored:
        yield f"half a unit of work: {first!r} and {second!r}"
    if lines != stored:
        yield f"{stored} edits and {lines} lines in the log"
    with opened(folder) as file:  # life goes on
        edit_name(file, "Etterpå")


def type_on(folder: Path, acknowledge: Acknowledge) -> None:
    with opened(folder) as file:
        for number in range(1, TIMES + 1):
            save_draft(file, "case", 1, "background", f"Navn {number}", 1)
            acknowledge(number)


def verify_type_on(folder: Path, acknowledged: int) -> Iterator[str]:
    with opened(folder) as file:
        yield from sound(file)
        drafts = read_drafts(file, "case", 1)
    yield from at_least(number_in(drafts[0].text) if drafts else 0, acknowledged)


def join(folder: Path, acknowledge: Acknowledge) -> None:
    with opened(folder) as file:
        for number in range(1, TIMES + 1):
            edit_name(file, f"Navn {number}", goes_on=True)
            acknowledge(number)


def verify_join(folder: Path, acknowledged: int) -> Iterator[str]:
    with opened(folder) as file:
        yield from sound(file)
        yield from at_least(number_in(name_of_first(file)), acknowledged)
        line = last_undoable(file)
        if line is not None:
            undo(file, line.id)
        if name_of_first(file) != "Åse Lund":
            yield "the one entry of the typing does not lead back"


def attach(folder: Path, acknowledge: Acknowledge) -> None:
    with opened(folder) as file:
        for number in range(1, TIMES + 1):
            with file.unit_of_work() as work:
                work.add_blob(blob(number))
                work.describe("attach", "case", 1)
                work.commit()
            acknowledge(number)


def blob(number: int) -> bytes:
    return f"vedlegg {number} ".encode() * 20_000


def verify_attach(folder: Path, acknowledged: int) -> Iterator[str]:
    with opened(folder) as file:
        yield from sound(file)
        with file.reading() as session:
            names = set(session.scalars(select(Blob.sha256)))
    stored = [sha256(blob(number)).hexdigest() in names for number in range(1, TIMES + 1)]
    yield from at_least(sum(stored), acknowledged)
    if stored != sorted(stored, reverse=True):
        yield "an attachment in the middle is missing"


def take_back(folder: Path, acknowledge: Acknowledge) -> None:
    with opened(folder) as file:
        for number in range(1, TIMES + 1):
            entry = edit_name(file, f"Navn {number}")
            assert entry is not None
            undo(file, entry)
            acknowledge(number)


def verify_take_back(folder: Path, acknowledged: int) -> Iterator[str]:
    with opened(folder) as file:
        yield from sound(file)
        with file.reading() as session:
            undone = select(func.count()).select_from(LogEntry).where(LogEntry.verb == "undo")
            stored = session.scalar(undone) or 0
        name = name_of_first(file)
    yield from at_least(stored, acknowledged)
    if name not in ("Åse Lund", f"Navn {stored + 1}"):
        yield f"{stored} undone, yet the name is {name!r}"


def come_in_a_crowd(folder: Path, acknowledge: Acknowledge) -> None:
    with opened(folder) as file:
        for number in range(1, TIMES + 1):
            with file.unit_of_work() as work:
                work.describe("make", "person", capture=False)
                work.session.add_all(Person(name=f"Navn {number}") for _ in range(CROWD))
                work.commit()
            acknowledge(number)


def verify_crowd(folder: Path, acknowledged: int) -> Iterator[str]:
    with opened(folder) as file:
        yield from sound(file)
        with file.reading() as session:
            people = session.scalar(select(func.count()).select_from(Person)) or 0
    crowds, rest = divmod(people - 2, CROWD)
    yield from at_least(crowds, acknowledged)
    if rest:
        yield f"{rest} of a crowd of {CROWD}"


def hold_and_approve(folder: Path, acknowledge: Acknowledge) -> None:
    with opened(folder) as file:
        for number in range(2, TIMES + 2):
            with file.unit_of_work() as work:
                work.describe("approve", "meeting", number, final=True)
                approve(work.session, a_held_meeting(work.session, number), f"Protokoll {number}")
                work.commit()
            acknowledge(number - 1)


def verify_approvals(folder: Path, acknowledged: int) -> Iterator[str]:
    with opened(folder) as file:
        yield from sound(file)
        with file.reading() as session:
            links = session.scalar(select(func.count()).select_from(Approval)) or 0
    yield from at_least(links - 1, acknowledged)


def open_and_close(folder: Path, acknowledge: Acknowledge) -> None:
    for number in range(1, TIMES // 2 + 1):
        with opened(folder) as file:
            edit_name(file, f"Navn {number}")
            acknowledge(number)


def verify_open_and_close(folder: Path, acknowledged: int) -> Iterator[str]:
    with opened(folder) as file:
        yield from sound(file)
        yield from at_least(number_in(name_of_first(file)), acknowledged)


def create(folder: Path, acknowledge: Acknowledge) -> None:
    for number in range(1, TIMES // 2 + 1):
        CouncilFile.create(folder / f"råd {number}.rundgang", clock=SlowClock()).close()
        acknowledge(number)


def verify_create(folder: Path, acknowledged: int) -> Iterator[str]:
    made = sorted(folder.glob("*.rundgang"))
    yield from at_least(len(made), acknowledged)
    for path in made:
        with CouncilFile.open(path, clock=SlowClock()) as file:
            yield from sound(file)
    after = folder / f"råd {acknowledged + 1}.rundgang"
    if not after.exists():  # life goes on, and what was left halfway is cleared away
        CouncilFile.create(after, clock=SlowClock()).close()
    if left := [
        path.name for path in folder.iterdir() if "new-" in path.name and after.name in path.name
    ]:
        yield f"left behind: {left}"


def copy(folder: Path, acknowledge: Acknowledge) -> None:
    copies = BackupFolder(folder / "kopier", SlowClock())
    with opened(folder) as file:
        for number in range(1, TIMES // 2 + 1):
            edit_name(file, f"Navn {number}")
            copies.take(file, at_exit=True)
            acknowledge(number)


def verify_copy(folder: Path, acknowledged: int) -> Iterator[str]:
    copies = BackupFolder(folder / "kopier", SlowClock()).copies()
    yield from at_least(len(copies), acknowledged)
    yield from (
        f"a bad copy: {found.path.name}" for found in copies if not is_intact(found.path, None)
    )
    with opened(folder) as file:
        yield from sound(file)


def prepare_restore(folder: Path) -> None:
    with_a_council(folder)
    with opened(folder) as file:
        edit_name(file, "Navn 1")
        back_up(file, folder / "kopi")
        edit_name(file, "Navn 2")


def put_back(folder: Path, acknowledge: Acknowledge) -> None:
    restore(folder / "kopi", the_file(folder), clock=SlowClock(), replace=True)
    acknowledge(1)


def verify_put_back(folder: Path, acknowledged: int) -> Iterator[str]:
    with opened(folder) as file:
        yield from sound(file)
        name = name_of_first(file)
    if name != "Navn 1" and (acknowledged or name != "Navn 2"):
        yield f"restored is {name!r}"
    kept = [path for path in folder.glob("*før gjenoppretting*") if path.suffix == ".rundgang"]
    names = {name}
    for path in kept:
        with CouncilFile.open(path, clock=SlowClock()) as file:
            names.add(name_of_first(file))
    if "Navn 2" not in names:
        yield "what was replaced is gone"
    shutil.copy(the_file(folder), folder / "som den ble")
    again = restore(folder / "kopi", the_file(folder), clock=SlowClock(), replace=True)
    if again is None or logical_hash_of(the_file(folder)) != logical_hash_of(folder / "kopi"):
        yield "a second restore did not work"


def prepare_upgrade(folder: Path) -> None:
    a_file_of_version_1(the_file(folder))


def upgrade(folder: Path, acknowledge: Acknowledge) -> None:
    opened(folder).close()
    acknowledge(1)


def verify_upgrade(folder: Path, acknowledged: int) -> Iterator[str]:
    from app.store.opening import version_of

    version = version_of(the_file(folder), None)
    if version not in (1, VERSION) or (acknowledged and version != VERSION):
        yield f"the file has version {version}"
    with opened(folder) as file:  # the rerun
        yield from sound(file)
        if name_of_first(file) != "Åse Lund":
            yield "the upgrade lost a name"
        edit_name(file, "Etterpå")


DEEDS = (
    Deed("edit", edit, verify_edit, with_a_council),
    Deed("type", type_on, verify_type_on, with_a_council),
    Deed("type in one entry", join, verify_join, with_a_council),
    Deed("attach", attach, verify_attach, with_a_council),
    Deed("undo", take_back, verify_take_back, with_a_council),
    Deed("make in bulk", come_in_a_crowd, verify_crowd, with_a_council),
    Deed("approve", hold_and_approve, verify_approvals, with_a_council),
    Deed("open and close", open_and_close, verify_open_and_close, with_a_council),
    Deed("create", create, verify_create),
    Deed("back up", copy, verify_copy, with_a_council),
    Deed("restore", put_back, verify_put_back, prepare_restore),
    Deed("upgrade", upgrade, verify_upgrade, prepare_upgrade),
)
BY_NAME = {deed.name: deed for deed in DEEDS}


def breaches(deed: Deed, folder: Path, acknowledged: int) -> list[str]:
    """What the deed's killed run broke; a `UserError` on the way is a breach too."""
    try:
        return list(deed.verify(folder, acknowledged))
    except UserError as error:
        return [f"the file does not open: {error.code}"]
