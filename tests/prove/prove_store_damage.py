"""Promises 5, 6, 7 and 13: copies restore, damage and forged approvals are seen, keys hold."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import select

from app.domain.errors import UserError
from app.domain.vocabulary import CaseKind
from app.models import Base, Case, Person
from app.store.backup import back_up
from app.store.check import check
from app.store.connection import connect
from app.store.council_file import CouncilFile
from app.store.fingerprint import logical_hash_of
from app.store.restore import restore
from tests.helpers.store import KEY, Outsider, SlowClock, a_council_on_disk, beside
from tests.prove import Outcome, proves

LINKS = 6
"""Approvals in the file whose chain is attacked."""


@contextmanager
def a_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@proves(5, "copies restored are equal by logical hash", count=200)
def restores(count: int, seed: int) -> Outcome:
    """After each of many edits: copy, restore elsewhere or over an older one, compare."""
    chance = random.Random(seed)
    found = []
    with a_folder() as folder:
        path = a_council_on_disk(folder / "råd.rundgang")
        again = folder / "tilbake.rundgang"
        for number in range(count):
            with CouncilFile.open(path, clock=SlowClock()) as file:
                _some_edit(file, chance, number)
                copy = folder / "kopi.rundgang"
                back_up(file, copy, replace=True)
            kept = restore(copy, again, clock=SlowClock(), replace=again.exists())
            if logical_hash_of(again) != logical_hash_of(path):
                found.append(f"restore {number} differs")
            if kept is not None:
                kept.unlink()
    return Outcome(count, tuple(found))


def _some_edit(file: CouncilFile, chance: random.Random, number: int) -> None:
    with file.unit_of_work() as work:
        work.describe("edit", "test", number)
        if chance.random() < 0.3:
            work.add_blob(chance.randbytes(chance.randint(1, 30_000)))
        if chance.random() < 0.5:
            work.session.add(Person(name=f"Person {number} æøå"))
        else:
            case = work.session.scalars(select(Case).order_by(Case.id.desc())).first()
            if case is not None and chance.random() < 0.5:
                case.title = f"Sak endret {number}"
            else:
                day = file.now().date()
                fresh = Case(body_id=1, title="Sak", kind=CaseKind.DECISION, created_on=day)
                work.session.add(fresh)
        work.commit()


def _flip_a_bit(content: bytearray, chance: random.Random) -> str:
    place, bit = chance.randrange(len(content)), chance.randrange(8)
    content[place] ^= 1 << bit
    return f"bit {bit} of byte {place}"


def _cut_short(content: bytearray, chance: random.Random) -> str:
    left = chance.randrange(len(content))
    del content[left:]
    return f"cut to {left} bytes"


def _cut_pages(content: bytearray, chance: random.Random) -> str:
    left = chance.randrange(len(content) // 4096) * 4096
    del content[left:]
    return f"cut to {left // 4096} pages"


def _blank_a_page(content: bytearray, chance: random.Random) -> str:
    page = chance.randrange(len(content) // 4096)
    content[page * 4096 : (page + 1) * 4096] = bytes(4096)
    return f"page {page + 1} blank"


DAMAGES = (_flip_a_bit, _flip_a_bit, _flip_a_bit, _cut_short, _cut_pages, _blank_a_page)


def _damaged(path: Path, whole: bytes, chance: random.Random) -> str:
    content = bytearray(whole)
    how = chance.choice(DAMAGES)(content, chance)
    path.write_bytes(content)
    return how


def _is_told(path: Path, key: bytes | None) -> bool:
    """Whether opening, checking or reading all of a file says that something is wrong with it."""
    try:
        with CouncilFile.open(path, clock=SlowClock(), key=key) as file:
            if check(file, full=True):
                return True
            for mapper in Base.registry.mappers:
                with file.reading() as session:
                    session.scalars(select(mapper.class_)).all()
    except UserError:
        return True
    return False


@proves(6, "bit flips and cuts of encrypted files are told", count=2_000)
def damage_of_encrypted_files(count: int, seed: int) -> Outcome:
    """Every damage, wherever it fell, except where the byte before was the same."""
    chance = random.Random(seed)
    found = []
    with a_folder() as folder:
        path = a_council_on_disk(folder / "råd.rundgang", key=KEY)
        whole = path.read_bytes()
        for _ in range(count):
            how = _damaged(path, whole, chance)
            try:
                if not _is_told(path, KEY):
                    found.append(f"{how} was not told")
            except Exception as error:
                found.append(f"{how}: {error!r}")
    return Outcome(count, tuple(found))


@proves(6, "bit flips and cuts of plain files never a traceback", count=2_000)
def damage_of_plain_files(count: int, seed: int) -> Outcome:
    """Told as far as SQLite can; what goes unseen is counted; an unexpected error is a breach."""
    chance = random.Random(seed)
    found = []
    unseen = harmless = 0
    with a_folder() as folder:
        path = a_council_on_disk(folder / "råd.rundgang")
        whole, before = path.read_bytes(), logical_hash_of(path)
        for _ in range(count):
            how = _damaged(path, whole, chance)
            try:
                if not _is_told(path, None):
                    same = logical_hash_of(path) == before
                    harmless += same
                    unseen += not same
                    if how.startswith(("cut", "page")) and not same:
                        found.append(f"{how} was not told")
            except Exception as error:
                found.append(f"{how}: {error!r}")
    return Outcome(count, tuple(found), f"{harmless} in unused space, {unseen} in text unseen")


Attack = Callable[[random.Random], tuple[str, ...]]


def _change_a_column(chance: random.Random) -> tuple[str, ...]:
    column, value = chance.choice(
        (
            ("approved_on", "'2026-03-0{n}'"),
            ("approved_in_id", "{n}"),
            ("changes", "'med endring {n}'"),
            ("form", "'with_changes'"),
            ("content_sha256", "hex(randomblob(32))"),
            ("previous_hash", "lower(hex(randomblob(32)))"),
            ("hash", "lower(hex(randomblob(32)))"),
            ("sequence", "sequence + 100"),
        )
    )
    value = value.format(n=chance.randint(2, 9) if column == "approved_on" else 1)
    return (f"UPDATE approval SET {column} = {value} WHERE sequence = {_link(chance)}",)


def _change_the_content(chance: random.Random) -> tuple[str, ...]:
    change = chance.choice(
        (
            "content = content || ' '",
            "content = replace(content, 'Protokoll', 'Protokol')",
            "content = upper(content)",
            "content = ''",
            "number = number + 7",
            "content = 'Ny', content_sha256 = 'x'",
        )
    )
    return (f"UPDATE minutes_version SET {change} WHERE id = {_link(chance)}",)


def _take_one_out(chance: random.Random) -> tuple[str, ...]:
    return (f"DELETE FROM approval WHERE sequence = {_link(chance)}",)


def _cut_the_end(chance: random.Random) -> tuple[str, ...]:
    return (f"DELETE FROM approval WHERE sequence >= {_link(chance)}",)


def _swap_two(chance: random.Random) -> tuple[str, ...]:
    one, other = chance.sample(range(1, LINKS + 1), 2)
    return (
        f"UPDATE approval SET sequence = -{one} WHERE sequence = {one}",
        f"UPDATE approval SET sequence = {one} WHERE sequence = {other}",
        f"UPDATE approval SET sequence = {other} WHERE sequence = -{one}",
    )


def _swap_what_two_approve(chance: random.Random) -> tuple[str, ...]:
    one, other = chance.sample(range(1, LINKS + 1), 2)
    return (
        f"UPDATE approval SET minutes_version_id = -1 WHERE sequence = {one}",
        f"UPDATE approval SET minutes_version_id = {one} WHERE sequence = {other}",
        f"UPDATE approval SET minutes_version_id = {other} WHERE sequence = {one}",
    )


def _renumber_after_taking_out(chance: random.Random) -> tuple[str, ...]:
    link = chance.randint(1, LINKS - 1)
    return (
        f"DELETE FROM approval WHERE sequence = {link}",
        *(
            f"UPDATE approval SET sequence = {later - 1} WHERE sequence = {later}"
            for later in range(link + 1, LINKS + 1)
        ),
    )


def _link(chance: random.Random) -> int:
    return chance.randint(1, LINKS)


ATTACKS: tuple[Attack, ...] = (
    _change_a_column,
    _change_a_column,
    _change_the_content,
    _change_the_content,
    _take_one_out,
    _cut_the_end,
    _swap_two,
    _swap_what_two_approve,
    _renumber_after_taking_out,
)


@proves(7, "forged, cut, reordered and rolled back approvals are named", count=200)
def forged_approvals(count: int, seed: int) -> Outcome:
    """By someone with a database tool, who takes the triggers away and puts them back."""
    chance = random.Random(seed)
    found = []
    with a_folder() as folder:
        path = a_council_on_disk(folder / "råd.rundgang", approvals=LINKS)
        whole, anchor = path.read_bytes(), _last_hash(path)
        older = a_council_on_disk(folder / "eldre.rundgang", approvals=LINKS - 1).read_bytes()
        for number in range(count):
            path.write_bytes(whole)
            attack: tuple[str, ...] = ()
            if number % 20 == 0:
                path.write_bytes(older)
            else:
                attack = chance.choice(ATTACKS)(chance)
                Outsider(path).run(*attack)
            if not _is_named(path, anchor):
                found.append(f"{attack or 'an older file'} was not named")
    return Outcome(count, tuple(found))


def _is_named(path: Path, anchor: str) -> bool:
    with CouncilFile.open(path, clock=SlowClock(), read_only=True) as file:
        return any(finding.what.code.startswith("chain_") for finding in check(file, anchor=anchor))


def _last_hash(path: Path) -> str:
    with closing(connect(path)) as connection:
        row = connection.execute("SELECT hash FROM approval ORDER BY sequence DESC").fetchone()
    return str(row[0])


@proves(13, "wrong and lost keys are told, nothing shows through", count=10)
def wrong_keys(count: int, seed: int) -> Outcome:
    """Keys with one bit wrong, none at all, and a search for what the file holds in plain sight."""
    chance = random.Random(seed)
    found = []
    with a_folder() as folder:
        path = a_council_on_disk(folder / "råd.rundgang", key=KEY)
        before = path.read_bytes()
        for _ in range(count):
            wrong = bytearray(KEY)
            wrong[chance.randrange(32)] ^= 1 << chance.randrange(8)
            for key, code in ((bytes(wrong), "wrong_key"), (None, "key_needed")):
                try:
                    CouncilFile.open(path, clock=SlowClock(), key=key).close()
                    found.append(f"{code}: the file opened")
                except UserError as error:
                    if error.code != code:
                        found.append(f"{error.code} instead of {code}")
        seen = b"".join(entry.read_bytes() for entry in folder.iterdir())
        found += [
            f"{canary} shows"
            for canary in ("Testarena", "Åse Lund", "%PDF", "CREATE TABLE")
            if canary.encode() in seen
        ]
        if path.read_bytes() != before or beside(path) != {path.name}:
            found.append("the file or its folder changed")
    return Outcome(count, tuple(found))
