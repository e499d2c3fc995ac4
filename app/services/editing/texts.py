"""Writing a brief: its sections, the strategies it serves, and who pays (R28, R29)."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.limits import check_size
from app.documents.pictures import ready_picture
from app.domain.errors import UserError
from app.domain.rich_text import RichText, pictures, to_json
from app.models import Blob, BriefSection, Case, CaseText, Financing, Strategy
from app.services.changes import Kind
from app.services.editing.cases import checked_amount, open_case
from app.services.editing.done import Done, Editor, needed
from app.services.editing.tidy_text import tidy
from app.store.unit_of_work import UnitOfWork, expect_version


class TextEditor(Editor):
    """Writes what stands in a brief."""

    def write_section(self, case_id: int, key: str, text: RichText, expected_version: int) -> Done:
        """The text of one section, which has a version of its own; 0 before it was ever written.

        `UserError` when the body has no such section, or when a picture is not in the file.
        """
        with self._desk.writing() as work:
            case = open_case(work.session, case_id)
            _must_have_section(work.session, case, key)
            ready = tidy(text)
            _must_hold_pictures(work.session, ready)
            row = next((one for one in case.texts if one.key == key), None)
            if row is None:
                if expected_version:
                    raise UserError("stale_version")
                row = CaseText(case_id=case.id, key=key, text=to_json(ready))
                work.session.add(row)
            else:
                expect_version(row, expected_version)
                row.text = to_json(ready)
            return self._end(
                work,
                "write_section",
                row,
                Kind.CASE,
                case_id,
                also=(Kind.MEETING,),
                goes_on=True,
            )

    def keep_picture(self, data: bytes, name: str = "") -> str:
        """Keep a picture for use in a text and return its SHA-256; `UserError` for what is none.

        It is kept upright and without its metadata, as documents show it.
        """
        check_size(len(data), name)
        picture = ready_picture(data)
        with self._desk.writing() as work:
            digest = work.add_blob(picture.data)
            work.commit()
        return digest

    def picture(self, sha256: str) -> bytes:
        """The bytes of a kept picture."""
        return self._desk.file.blobs.read(sha256)

    def set_strategies(
        self, case_id: int, strategies: Iterable[int], expected_version: int
    ) -> Done:
        """Which strategies of the plan the case serves (R28)."""
        wanted = set(strategies)
        with self._desk.writing() as work:
            case = open_case(work.session, case_id, expected_version)
            found = work.session.scalars(select(Strategy).where(Strategy.id.in_(wanted))).all()
            if len(found) != len(wanted):
                raise UserError("strategy_unknown")
            if {one.id for one in case.strategies} != wanted:
                case.strategies = list(found)
            return self._end(work, "set_strategies", case, Kind.CASE, also=(Kind.MEETING,))

    def add_financing(self, case_id: int, source: str, amount: int) -> Done:
        """A share of the budget that somebody else pays."""
        with self._desk.writing() as work:
            case = open_case(work.session, case_id)
            row = Financing(
                case_id=case.id,
                source=needed(source, "financing_source_missing"),
                amount=checked_amount(amount),
                is_confirmed=False,
            )
            work.session.add(row)
            return self._end_financing(work, "add_financing", row)

    def set_financing(
        self, financing_id: int, source: str, amount: int, *, is_confirmed: bool
    ) -> Done:
        """Who pays, how much, and whether it is certain."""
        with self._desk.writing() as work:
            row = _financing(work.session, financing_id)
            row.source = needed(source, "financing_source_missing")
            row.amount = checked_amount(amount) or 0
            row.is_confirmed = is_confirmed
            return self._end_financing(work, "set_financing", row, goes_on=True)

    def remove_financing(self, financing_id: int) -> Done:
        """Take a share out; it comes back by undoing."""
        with self._desk.writing() as work:
            row = _financing(work.session, financing_id)
            work.session.delete(row)
            return self._end_financing(work, "remove_financing", row)

    def _end_financing(
        self, work: UnitOfWork, verb: str, row: Financing, *, goes_on: bool = False
    ) -> Done:
        return self._end(
            work, verb, row, Kind.CASE, row.case_id, also=(Kind.MEETING,), goes_on=goes_on
        )


def _financing(session: Session, financing_id: int) -> Financing:
    row = session.get(Financing, financing_id)
    if row is None:
        raise UserError("financing_gone")
    open_case(session, row.case_id)
    return row


def _must_have_section(session: Session, case: Case, key: str) -> None:
    found = session.scalar(
        select(BriefSection.id).where(
            BriefSection.body_id == case.body_id,
            BriefSection.key == key,
            BriefSection.computed.is_(False),
        )
    )
    if found is None:
        raise UserError("section_unknown")


def _must_hold_pictures(session: Session, text: RichText) -> None:
    for picture in pictures(text):
        if session.scalar(select(Blob.sha256).where(Blob.sha256 == picture.sha256)) is None:
            raise UserError("picture_not_kept")
