"""Taking a person out of the file for good: rows, texts, log and drafts, and the bytes they had.

What is approved or was sent stays as it is; everything else goes, also from free pages and from
the write-ahead log (R52).
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from app.store.connection import connect, raw_of
from app.store.council_file import CouncilFile
from app.store.faults import told_in_words
from app.store.mentions import Needles, Scrubber, scrub
from app.store.opening import looking
from app.store.triggers import trigger_statements
from app.store.unit_of_work import UnitOfWork

_CONTACT = ("name", "email", "phone")
_REFERRING = ("person_id", "responsible_person_id", "presided_by_id")


@dataclass(frozen=True, slots=True)
class KnownErasure:
    """One line of the file's list of erasures, to know the same person by in another copy."""

    person_id: int
    erased_at: str
    salt: str
    marks: str


@dataclass(slots=True)
class Erased:
    """What an erasure took out, by kind of row, and where the person stays because it is locked."""

    rows: dict[str, int] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)
    locked: dict[str, int] = field(default_factory=dict)
    log_lines: int = 0


@dataclass(frozen=True, slots=True)
class _Traces:
    """The keys by which the person's rows are found in the log."""

    person: int
    positions: frozenset[int]
    attendances: frozenset[int]


def erase(work: UnitOfWork, person_id: int, stand_in: str) -> Erased:
    """Erase a person within `work`, which must have said what it does without keeping the rows.

    The person's key stays, so that it never comes to mean another, under the name `stand_in`.
    """
    raw = raw_of(work.session.connection())
    traces = _traces(raw, person_id)
    needles = known_by(raw, person_id)
    made, at = Erased(), work.instant()
    _remember(raw, person_id, needles.names, at)
    _take_rows_out(raw, traces, stand_in, at, made)
    scrubber = Scrubber(needles.without(_of_others(raw, person_id)), stand_in)
    texts = scrub(raw, scrubber)
    made.texts, made.locked = texts.cleaned, texts.locked
    with _lifted(raw, "log_entry_kept_update"):
        made.log_lines = _clean_log(raw, traces, scrubber, stand_in)
    work.session.expire_all()
    return made


def known_by(raw: Any, person_id: int) -> Needles:
    """Every name, address and number that the person has or had, as the log remembers them."""
    found: dict[str, dict[str, None]] = {column: {} for column in _CONTACT}
    now = raw.execute("SELECT name, email, phone FROM person WHERE id = ?", (person_id,))
    for values in (*now.fetchall(), *_earlier(raw, person_id)):
        for column, value in zip(_CONTACT, values, strict=True):
            if value and str(value).strip():
                found[column][str(value)] = None
    return Needles(*(tuple(found[column]) for column in _CONTACT))


def sweep(file: CouncilFile) -> bool:
    """Write the file anew without what was freed, and empty its write-ahead log.

    False when somebody read meanwhile, so that the log could not be emptied yet.
    """
    with (
        file.writer.turn(),
        told_in_words(file.path),
        closing(connect(file.path, "rw", key=file.key)) as connection,
    ):
        connection.execute("VACUUM")
        busy, *_frames = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy


def erasures_of(path: Path, key: bytes | None = None) -> tuple[KnownErasure, ...]:
    """Who was erased from a file that nobody has open; none where that cannot be read."""
    try:
        with looking(path, key) as connection:
            rows = connection.execute(
                "SELECT person_id, erased_at, salt, marks FROM erasure ORDER BY id"
            ).fetchall()
    except driver.Error:
        return ()
    return tuple(KnownErasure(*row) for row in rows)


def still_there(raw: Any, known: Iterable[KnownErasure]) -> list[KnownErasure]:
    """Those of the erased whom this file has, by key and by name."""
    return [
        one
        for one in known
        if any(_mark(name, one.salt) in one.marks.split() for name in _names(raw, one.person_id))
    ]


def note_erasures(raw: Any, known: Iterable[KnownErasure], *, is_here: bool = False) -> None:
    """Let this file know of erasures that were made in another copy of it, or in it itself."""
    for one in known:
        raw.execute(
            "INSERT INTO erasure (person_id, erased_at, salt, marks, is_here)"
            " SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM erasure WHERE salt = ?)",
            (one.person_id, one.erased_at, one.salt, one.marks, is_here, one.salt),
        )


def _names(raw: Any, person_id: int) -> list[str]:
    rows = raw.execute("SELECT name FROM person WHERE id = ?", (person_id,)).fetchall()
    return [str(row[0]) for row in rows]


def _mark(name: str, salt: str) -> str:
    plain = " ".join(name.split()).casefold().encode()
    return hashlib.scrypt(plain, salt=bytes.fromhex(salt), n=2**14, r=8, p=1).hex()


def _remember(raw: Any, person_id: int, names: Sequence[str], at: str) -> None:
    salt = secrets.token_hex(16)
    marks = " ".join(_mark(name, salt) for name in names)
    note_erasures(raw, [KnownErasure(person_id, at, salt, marks)], is_here=True)


def _traces(raw: Any, person_id: int) -> _Traces:
    def keys(query: str) -> frozenset[int]:
        return frozenset(int(row[0]) for row in raw.execute(query, (person_id,)).fetchall())

    # A deputy's line gives the reason of the member for whom they came.
    attendances = keys("SELECT id FROM attendance WHERE person_id = ?") | keys(
        "SELECT deputy.id FROM attendance AS deputy JOIN attendance AS member"
        " ON member.meeting_id = deputy.meeting_id AND member.seat_id = deputy.seat_id"
        " WHERE deputy.role = 'deputy' AND member.role = 'member' AND member.person_id = ?"
    )
    return _Traces(
        person_id, keys("SELECT id FROM position WHERE person_id = ?"), frozenset(attendances)
    )


def _earlier(raw: Any, person_id: int) -> Iterator[tuple[Any, ...]]:
    """What the log says that the person was called and reached by."""
    lines = raw.execute(
        "SELECT before, after FROM log_entry WHERE before LIKE ? OR after LIKE ?",
        ('%"table":"person"%',) * 2,
    )
    for sides in lines.fetchall():
        for row in (row for side in sides for row in json.loads(side)):
            if row["table"] == "person" and row["key"] == {"id": person_id}:
                yield tuple(row["values"].get(column) for column in _CONTACT)


def _of_others(raw: Any, person_id: int) -> list[str]:
    """Names, addresses and numbers of everyone else, and those of the council itself."""
    people = raw.execute("SELECT name, email, phone FROM person WHERE id <> ?", (person_id,))
    council = raw.execute(
        "SELECT officer_name, officer_email, officer_phone, contact, organisation FROM council"
    )
    rows = [*people.fetchall(), *council.fetchall()]
    return [str(value) for row in rows for value in row if value]


def _take_rows_out(raw: Any, traces: _Traces, stand_in: str, at: str, made: Erased) -> None:
    person = (traces.person,)
    for table in ("position", "term_deputy", "observer"):
        gone = raw.execute(f"DELETE FROM {table} WHERE person_id = ?", person)
        made.rows[table] = gone.rowcount
    tasks = raw.execute(
        "UPDATE action_item SET responsible_person_id = NULL, version = version + 1"
        " WHERE responsible_person_id = ?",
        person,
    )
    made.rows["action_item"] = tasks.rowcount
    with _lifted(raw, "attendance_approved_update"):
        made.rows["attendance"] = sum(
            raw.execute(
                "UPDATE attendance SET reason = '' WHERE id = ? AND reason <> ''", (key,)
            ).rowcount
            for key in traces.attendances
        )
    typed = raw.execute("DELETE FROM draft WHERE subject = 'person' AND subject_id = ?", person)
    made.rows["draft"] = typed.rowcount
    raw.execute(
        "UPDATE person SET name = ?, email = '', phone = '', deleted_at = ?, version = version + 1"
        " WHERE id = ?",
        (stand_in, at, traces.person),
    )


def _clean_log(raw: Any, traces: _Traces, scrubber: Scrubber, stand_in: str) -> int:
    """Take the person out of the log; what told of them can no longer be undone."""
    changed = 0
    lines = raw.execute("SELECT id, who, verb, before, after, is_final FROM log_entry").fetchall()
    for key, who, verb, *sides, was_final in lines:
        told = [_side(side, traces, scrubber, stand_in) for side in sides]
        cleaned = [scrubber.cleaned(who), scrubber.cleaned(verb), *(text for text, _ in told)]
        is_about = any(about for _, about in told)
        if cleaned == [who, verb, *sides] and not is_about:
            continue
        raw.execute(
            "UPDATE log_entry SET who = ?, verb = ?, before = ?, after = ?, is_final = ?"
            " WHERE id = ?",
            (*cleaned, int(was_final or cleaned[2:] != sides or is_about), key),
        )
        changed += 1
    return changed


def _side(side: str, traces: _Traces, scrubber: Scrubber, stand_in: str) -> tuple[str, bool]:
    """One side of an entry without the person, and whether it tells of them by key."""
    rows, is_about = json.loads(side), False
    for row in rows:
        row["values"], is_own = _cleaned_row(row, traces, scrubber, stand_in)
        is_about = is_about or is_own
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")), is_about


def _cleaned_row(
    row: dict[str, Any], traces: _Traces, scrubber: Scrubber, stand_in: str
) -> tuple[dict[str, Any], bool]:
    values, key = dict(row["values"]), row["key"].get("id")
    is_about = any(values.get(name) == traces.person for name in _REFERRING)
    own: Collection[str] = ()
    match row["table"]:
        case "person" if key == traces.person:
            own = _CONTACT
        case "position" if key in traces.positions or values.get("person_id") == traces.person:
            own = ("title",)
        case "attendance" if key in traces.attendances:
            own = ("reason",)
    for name, value in values.items():
        if isinstance(value, str):
            emptied = stand_in if name == "name" else ""
            values[name] = emptied if name in own else scrubber.cleaned(value)
    return values, is_about or bool(own)


@contextmanager
def _lifted(raw: Any, name: str) -> Iterator[None]:
    """Without one trigger for a moment; it is made anew within the same transaction."""
    statement = next(
        each for each in trigger_statements() if each.startswith(f"CREATE TRIGGER {name} ")
    )
    raw.execute(f"DROP TRIGGER {name}")
    yield
    raw.execute(statement)
