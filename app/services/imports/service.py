"""Reading lists in: the file, its columns, a look at every row, and storing it all or nothing."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.documents.jobs import DocumentJob, Format, Work
from app.documents.limits import check_size
from app.documents.tables.content import TableJob, TableRow
from app.domain.errors import UserError
from app.domain.imports.deciding import Decision, decide
from app.domain.imports.entries import Entry, Outcome
from app.domain.imports.fields import Field, Subject, missing
from app.domain.imports.known import Known
from app.domain.progress import Progress
from app.domain.reasons import Reason
from app.models import Body
from app.services.changes import Changes, Kind
from app.services.desk import Desk
from app.services.editing.done import NOTHING
from app.services.imports.cells import entry_of
from app.services.imports.facts import known_of
from app.services.imports.listing import Columns, Listing, columns_of
from app.services.imports.preview import Preview, shown
from app.services.imports.storing import Storer, kinds_of
from app.services.imports.template import HEADINGS, template_workbook
from app.store.queries.council import body_by_code, main_body

ROWS_AT_A_TIME = 500

_SUBJECTS = {
    Subject.MEMBERS: Kind.TERM,
    Subject.PERSONS: Kind.PERSON,
    Subject.OBSERVERS: Kind.PERSON,
    Subject.INSTITUTIONS: Kind.INSTITUTION,
}


@dataclass(frozen=True, slots=True)
class Stored:
    """What was stored, and the log entry that undoes all of it; None when nothing had to change."""

    new: int
    changed: int
    left_out: int
    entry: int | None
    changes: Changes


class ImportService:
    """Lists from outside; what takes time yields how far it has come, and can be closed."""

    def __init__(self, desk: Desk, origin: str = "") -> None:
        self._desk = desk
        self._origin = origin

    def read(self, path: Path, sheet: str | None = None) -> Generator[Progress, None, Listing]:
        """Read a file, or one of its sheets; `UserError` says why it cannot be read."""
        job = TableJob(path.name, _bytes(path), sheet)
        content = yield from self._desk.renderer.read_table(job)
        return Listing(content)

    def columns(self, listing: Listing, subject: Subject) -> Columns:
        """What each column is taken to be; `UserError` when there is nothing under the headings."""
        return columns_of(listing, subject)

    def weigh(
        self,
        listing: Listing,
        subject: Subject,
        match: Mapping[Field, int] | None = None,
        body: str | None = None,
    ) -> Generator[Progress, None, Preview]:
        """What the list would do; `match` is the user's own, else what the headings say.

        Nothing is stored. `UserError` when a column is missing that the list cannot do without.
        """
        columns = columns_of(listing, subject)
        if match is not None:
            columns = columns.matched(match)
        _check_columns(listing, subject, columns)
        with self._desk.reading() as session:
            today = self._desk.today(session)
        entries = yield from _entries(listing, subject, columns, today)
        with self._desk.reading() as session:
            chosen = _body(session, body)
            start_on = None if _gives_days(subject, columns) else today
            known = known_of(session, subject, chosen, today, start_on)
            decision = decide(subject, entries, known)
            return Preview(
                file=listing.file,
                subject=subject,
                body=chosen.code,
                body_name=chosen.short_name,
                rows=tuple(shown(verdict, columns) for verdict in decision.verdicts),
                counts=decision.counts,
                known=known,
                begins_on=_begins_on(decision, entries, known),
                entries=entries,
                decision=decision,
            )

    def store(
        self, preview: Preview, *, leave_out_wrong: bool = False
    ) -> Generator[Progress, None, Stored]:
        """Store the whole list as one deed with one undo, or nothing of it.

        `UserError` when rows are wrong that are not to be left out, and when the file has changed
        so that the rows would do something else than was seen.
        """
        wrong = preview.counts[Outcome.WRONG]
        if wrong and not leave_out_wrong:
            total = len(preview.rows)
            raise UserError("import_rows_wrong", wrong=wrong, total=total, file=preview.file)
        with self._desk.writing() as work:
            yield Progress(0, 1, Reason("weighing_rows"))
            body = _body(work.session, preview.body)
            before = preview.known
            known = known_of(work.session, preview.subject, body, before.today, before.start_on)
            decision = preview.decision
            if known != before:
                decision = decide(preview.subject, preview.entries, known)
            if decision.verdicts != preview.decision.verdicts:
                raise UserError("import_changed_since")
            entry, changes = None, NOTHING
            if len(decision.writes):
                yield from Storer(work.session, decision.writes, body.id, known.terms).store()
                verb = {
                    Subject.MEMBERS: "import_members",
                    Subject.PERSONS: "import_persons",
                    Subject.OBSERVERS: "import_observers",
                    Subject.INSTITUTIONS: "import_institutions",
                }[preview.subject]
                work.describe(verb, _SUBJECTS[preview.subject].value)
                entry = work.commit()
                changes = Changes(kinds_of(decision.writes), frozenset(), self._origin)
        counts = preview.counts
        return Stored(counts[Outcome.NEW], counts[Outcome.CHANGED], wrong, entry, changes)

    def template(self, subject: Subject, out: Path, *, overwrite: bool = False) -> Work:
        """Write an empty workbook with the right headings as the file `out`."""
        with self._desk.reading() as session:
            content = template_workbook(session, subject, self._desk)
        job = DocumentJob(
            content=content,
            folder=out.parent,
            stem=out.stem,
            formats=(Format.XLSX,),
            overwrite=overwrite,
        )
        return self._desk.renderer.run(job, self._desk.file.blobs)


def _bytes(path: Path) -> bytes:
    """The file's bytes, once it is known that they are not too many."""
    try:
        check_size(path.stat().st_size, path.name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError("source_missing", file=path.name) from error
    except OSError as error:
        raise UserError("source_unreadable", file=path.name) from error


def _body(session: Session, code: str | None) -> Body:
    return main_body(session) if code is None else body_by_code(session, code)


def _check_columns(listing: Listing, subject: Subject, columns: Columns) -> None:
    lacking = missing(subject, frozenset(columns.match))
    if lacking:
        raise UserError(
            "import_columns_missing",
            file=listing.file,
            fields=tuple(field.value for field in lacking),
            known=tuple(HEADINGS[field] for field in lacking),
        )


def _entries(
    listing: Listing, subject: Subject, columns: Columns, today: date
) -> Generator[Progress, None, tuple[Entry, ...]]:
    rows: list[TableRow] = [row for row in listing.content.rows if row.number > columns.below]
    entries: list[Entry] = []
    for place, row in enumerate(rows):
        if place % ROWS_AT_A_TIME == 0:
            yield Progress(place, len(rows), Reason("weighing_rows"))
        entry = entry_of(row, columns.match, subject, today)
        if entry is not None:
            entries.append(entry)
    if not entries:
        raise UserError("table_without_rows", file=listing.file)
    return tuple(entries)


def _gives_days(subject: Subject, columns: Columns) -> bool:
    """Whether each member's row must say when it begins: when there is a column for it."""
    return subject is Subject.MEMBERS and Field.FROM_ON in columns.match


def _begins_on(decision: Decision, entries: tuple[Entry, ...], known: Known) -> date | None:
    """The first day of new rows that give none themselves; None when there is no such row."""
    silent = {entry.row for entry in entries if entry.from_on is None}
    new = {verdict.row for verdict in decision.verdicts if verdict.outcome is Outcome.NEW}
    return known.start_on if silent & new else None
