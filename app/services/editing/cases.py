"""Making a case and changing what is known of it (R10–R16, R26, R28, R31, R54)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.levels import decision_level, limits_on, override
from app.domain.vocabulary import BasisPurpose, CaseKind, CaseStatus, ItemKind, Level
from app.models import AgendaItem, Case, LegalBasis, Meeting
from app.services.changes import Kind
from app.services.editing.done import Done, Editor, existing, needed, one_line, several_lines
from app.services.editing.placing import place
from app.services.levels import case_facts, level_rules, ruling_for
from app.store.queries.cases import latest_meeting
from app.store.queries.council import body_by_code, the_council
from app.store.queries.log_lines import row_deleted_with
from app.store.queries.meetings import UPCOMING
from app.store.queries.queue import WAITING, place_on_agenda
from app.store.unit_of_work import UnitOfWork, expect_version

MOST = 999_999_999_999
"""The highest amount in whole kroner that a field takes."""

_TREATED = (CaseStatus.DECIDED, CaseStatus.RECOMMENDED, CaseStatus.NOTED)
_BY_HAND = (CaseStatus.IDEA, CaseStatus.DRAFT, CaseStatus.READY)


class CaseEditor(Editor):
    """Makes cases and changes them until they have been treated."""

    def create(self, body: str, title: str, kind: CaseKind = CaseKind.DECISION) -> Done:
        """A new case in the body's queue, with the officer at the desk."""
        with self._desk.writing() as work:
            session = work.session
            case = Case(
                body_id=body_by_code(session, body).id,
                title=needed(title, "case_title_missing"),
                kind=kind,
                status=CaseStatus.DRAFT,
                officer=the_council(session).officer_name,
                created_on=self._desk.today(session),
            )
            session.add(case)
            session.flush()
            return self._end_case(work, "create_case", case)

    def set_title(self, case_id: int, title: str, expected_version: int) -> Done:
        """What the case is called."""
        with self._desk.writing() as work:
            case = open_case(work.session, case_id, expected_version)
            case.title = needed(title, "case_title_missing")
            return self._end_case(work, "set_case_title", case, goes_on=True)

    def set_kind(self, case_id: int, kind: CaseKind, expected_version: int) -> Done:
        """What the meeting is asked to do with it."""
        with self._desk.writing() as work:
            case = open_case(work.session, case_id, expected_version)
            case.kind = kind
            return self._end_case(work, "set_case_kind", case)

    def set_status(self, case_id: int, status: CaseStatus, expected_version: int) -> Done:
        """How far the brief has come: idea, draft or ready; the rest follows from the meetings."""
        with self._desk.writing() as work:
            case = open_case(work.session, case_id, expected_version)
            if status not in _BY_HAND or case.status not in _BY_HAND:
                raise UserError("case_status_follows", status=case.status.value)
            case.status = status
            return self._end_case(work, "set_case_status", case)

    def set_officer(self, case_id: int, officer: str, expected_version: int) -> Done:
        """Who prepares the case."""
        with self._desk.writing() as work:
            case = open_case(work.session, case_id, expected_version)
            case.officer = one_line(officer)
            return self._end_case(work, "set_case_officer", case, goes_on=True)

    def set_amount(self, case_id: int, amount: int | None, expected_version: int) -> Done:
        """The council's own share in whole kroner; None when the case is not about money."""
        with self._desk.writing() as work:
            case = open_case(work.session, case_id, expected_version)
            case.amount = checked_amount(amount)
            self._settle_level(work.session, case)
            return self._end_case(work, "set_case_amount", case, goes_on=True)

    def set_total(self, case_id: int, total: int | None, expected_version: int) -> Done:
        """The whole budget in whole kroner, others' shares included."""
        with self._desk.writing() as work:
            case = open_case(work.session, case_id, expected_version)
            case.total = checked_amount(total)
            return self._end_case(work, "set_case_total", case, goes_on=True)

    def set_nature(
        self,
        case_id: int,
        expected_version: int,
        *,
        is_urgent: bool | None = None,
        is_strategic: bool | None = None,
        opens_new_area: bool | None = None,
        is_controversial: bool | None = None,
        concerns_business: bool | None = None,
    ) -> Done:
        """What the level and the papers depend on; None leaves a mark as it is (R10–R14, R28)."""
        given = {
            "is_urgent": is_urgent,
            "is_strategic": is_strategic,
            "opens_new_area": opens_new_area,
            "is_controversial": is_controversial,
            "concerns_business": concerns_business,
        }
        with self._desk.writing() as work:
            case = open_case(work.session, case_id, expected_version)
            for name, value in given.items():
                if value is not None:
                    setattr(case, name, value)
            self._settle_level(work.session, case)
            return self._end_case(work, "set_case_nature", case)

    def set_consideration(self, case_id: int, text: str, expected_version: int) -> Done:
        """What was considered about a higher level of a controversial case (R14)."""
        with self._desk.writing() as work:
            case = open_case(work.session, case_id, expected_version)
            case.controversy_assessment = several_lines(text)
            return self._end_case(work, "set_consideration", case, goes_on=True)

    def set_level(
        self, case_id: int, level: Level | None, expected_version: int, reason: str = ""
    ) -> Done:
        """Who decides, when the user wants another than the rules say; None for the rules' own.

        Upward is free; downward only what a controversy raised, with a reason: `UserError`
        otherwise (R16).
        """
        with self._desk.writing() as work:
            case = open_case(work.session, case_id, expected_version)
            rules = level_rules(work.session)
            on = _judged_on(work.session, case)
            if case.is_controversial:
                now = ruling_for(case, rules, on)
            else:
                now = decision_level(case_facts(case), limits_on(rules.limits, on), rules.names)
            override(now, level or now.floor, reason)
            is_own = level is not None and level is not now.floor
            case.level_override = level if is_own else None
            case.level_override_reason = several_lines(reason)
            return self._end_case(work, "set_case_level", case)

    def set_exempt(
        self, case_id: int, is_exempt: bool, basis_id: int | None, expected_version: int
    ) -> Done:
        """Whether the case is exempt from public access, and by which provision (R31)."""
        with self._desk.writing() as work:
            case = open_case(work.session, case_id, expected_version)
            case.is_exempt = is_exempt
            case.legal_basis_id = checked_basis(work.session, basis_id)
            return self._end_case(work, "set_case_exempt", case)

    def set_neutral_title(self, case_id: int, title: str, expected_version: int) -> Done:
        """What the case is called where its title may not be seen."""
        with self._desk.writing() as work:
            case = open_case(work.session, case_id, expected_version)
            case.neutral_title = one_line(title)
            return self._end_case(work, "set_neutral_title", case, goes_on=True)

    def set_archive_reference(self, case_id: int, reference: str, expected_version: int) -> Done:
        """The archive's own number for the case (R54); can be given also after it was treated."""
        with self._desk.writing() as work:
            case = existing(work.session, Case, case_id, "case_unknown")
            expect_version(case, expected_version)
            case.archive_reference = one_line(reference)
            return self._end_case(work, "set_archive_reference", case, goes_on=True)

    def delete(self, case_id: int, expected_version: int | None = None) -> Done:
        """Put a case in the bin and take it off its agenda; `UserError` when it has a number."""
        with self._desk.writing() as work:
            case = open_case(work.session, case_id, expected_version)
            if case.number is not None:
                raise UserError("numbered_case_stays", title=case.title)
            item = place_on_agenda(work.session, case_id)
            if item is not None:
                work.session.delete(item)
                others = [one for one in item.meeting.items if one.id != item.id]
                for sort, one in enumerate(others, start=1):
                    one.sort = sort
            case.deleted_at = self._desk.clock()
            return self._end_case(work, "delete_case", case)

    def restore(self, case_id: int) -> Done:
        """Take a case out of the bin, to where it stood on an agenda that is still open.

        It goes back to the queue where that meeting is called, held or gone.
        """
        with self._desk.writing() as work:
            case = work.session.get(Case, case_id)
            if case is None or case.deleted_at is None:
                raise UserError("not_in_bin")
            case.deleted_at = None
            _put_back_on_agenda(work.session, case)
            return self._end_case(work, "restore_case", case)

    def _settle_level(self, session: Session, case: Case) -> None:
        """Forget an override that the rules have caught up with."""
        if case.level_override is None or case.is_controversial:
            return
        rules, on = level_rules(session), _judged_on(session, case)
        own = decision_level(case_facts(case), limits_on(rules.limits, on), rules.names)
        if ruling_for(case, rules, on).level is own.level:
            case.level_override, case.level_override_reason = None, ""

    def _end_case(self, work: UnitOfWork, verb: str, case: Case, *, goes_on: bool = False) -> Done:
        return self._end(work, verb, case, Kind.CASE, also=(Kind.MEETING,), goes_on=goes_on)


def _put_back_on_agenda(session: Session, case: Case) -> None:
    """Where the case stood when it was deleted, with its minutes and who presents it."""
    was = row_deleted_with(
        session, "delete_case", Kind.CASE.value, case.id, AgendaItem.__tablename__
    )
    meeting = session.get(Meeting, was["meeting_id"]) if was is not None else None
    if was is None or meeting is None or meeting.deleted_at is not None:
        return
    if meeting.status not in UPCOMING or meeting.agenda_version or case.status not in WAITING:
        return
    item = AgendaItem(
        meeting_id=meeting.id,
        kind=ItemKind.CASE,
        case_id=case.id,
        minutes=was["minutes"],
        presenter=was["presenter"],
    )
    place(meeting, item, min(int(str(was["sort"])) - 1, len(meeting.items)))


def open_case(session: Session, case_id: int, expected_version: int | None = None) -> Case:
    """A case that can be edited; `UserError` when it is gone, treated, or seen too long ago."""
    case = existing(session, Case, case_id, "case_unknown")
    if is_closed(session, case):
        raise UserError("brief_is_closed", title=case.title)
    if expected_version is not None:
        expect_version(case, expected_version)
    return case


def is_closed(session: Session, case: Case) -> bool:
    """Whether the case has been treated, so that its brief stands as it was."""
    if case.status in _TREATED:
        return True
    if case.status is not CaseStatus.PUBLISHED:
        return False
    meeting = latest_meeting(session, case.id)
    return meeting is not None and meeting.status not in UPCOMING


def checked_amount(amount: int | None) -> int | None:
    """`amount`; `UserError` when it is below 0 or more than any field takes."""
    if amount is not None and amount < 0:
        raise UserError("amount_negative", amount=amount)
    if amount is not None and amount > MOST:
        raise UserError("amount_too_large", limit=MOST)
    return amount


def checked_basis(session: Session, basis_id: int | None) -> int | None:
    """`basis_id`; `UserError` unless it is a provision that documents are exempted by (R31)."""
    if basis_id is None:
        return None
    basis = session.get(LegalBasis, basis_id)
    if basis is None or basis.purpose is not BasisPurpose.DOCUMENT:
        raise UserError("basis_unusable")
    return basis_id


def _judged_on(session: Session, case: Case) -> date:
    meeting = latest_meeting(session, case.id)
    return meeting.held_on if meeting is not None else case.created_on
