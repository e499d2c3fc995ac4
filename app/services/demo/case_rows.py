"""Writes the cases of the story with their briefs, money, files and tasks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from app import models
from app.domain.rich_text import to_json
from app.domain.vocabulary import CaseKind, CaseStatus, Level
from app.domain.wheel import year_meant
from app.services.demo.docket import CasePlan
from app.services.demo.files import MEDIA_TYPES, AttachedFile, files_of
from app.services.demo.library import Stage
from app.services.demo.markup import rich
from app.services.demo.own_files import Drawer, own_files
from app.services.demo.people import Person
from app.services.demo.people_rows import Places
from app.services.demo.shelf import Shelf
from app.services.demo.story import Story
from app.services.demo.wording import total_of
from app.store.unit_of_work import UnitOfWork

OFFICERS = ("project", "adviser", "head")
STATES = {"ready": CaseStatus.READY, "half": CaseStatus.DRAFT, "draft": CaseStatus.DRAFT}
EXEMPT_BY = "offl-23-1"
CLOSED_BY = ("koml-11-5-3b", "koml92-31-5")
"""Provisions to close a meeting by, the one that was valid that day first."""

WHEEL_TITLES = {
    "februar": "Årsrapport",
    "utviklingsplan": "Utviklingsplan",
    "handlingsplan": "Toårig",
}
"""How the year wheel's entries begin, by the word that the texts use for them."""

WHEEL_REASON = "Saken er en fast sak i årshjulet for Regionrådet."
INFORMED = "E-post"
_WITHOUT_FILES = 0.4
"""How many of the ordinary cases of the past have lost their attachments to an older archive."""


class CaseWriter:
    """Writes every case; pictures and files go into the file by their SHA-256."""

    def __init__(
        self,
        shelf: Shelf,
        story: Story,
        where: Places,
        work: UnitOfWork,
        bases: dict[tuple[str, date], int],
        strategies: dict[str, int],
        wheel: dict[str, models.WheelEntry],
    ) -> None:
        self._shelf, self._story, self._where, self._work = shelf, story, where, work
        self._bases, self._strategies, self._wheel = bases, strategies, wheel

    def write(self) -> None:
        """Every case, and then the tasks that follow from them."""
        for case in self._story.docket.cases:
            self._write(case)
        self._write_tasks()

    def basis(self, codes: tuple[str, ...], on: date) -> int:
        """The first of `codes` that was valid on a day, else the first that ever was."""
        every = [
            basis
            for code in codes
            for basis in self._story.setting.profile.legal_bases
            if basis.code == code
        ]
        best = min(every, key=lambda basis: not basis.holds_on(on))
        return self._bases[best.code, best.valid_from]

    def _write(self, case: CasePlan) -> None:
        stage, meta = case.stage, case.stage.meta
        year, number = case.case_number or (None, None)
        informed_on = self._informed_on(case) if case.kind is CaseKind.REPORTED else None
        is_wheel = "wheel" in meta
        is_lifted = is_wheel and "strategic" not in stage.flags
        is_exempt = "exempt" in stage.flags
        entry = self._wheel[meta["wheel"]] if is_wheel and case.body == "RR" else None
        origin = case.escalated_from
        self._shelf.put(
            models.Case,
            id=case.number,
            body_id=self._where.bodies[case.body],
            number_year=year,
            number=number,
            title=self._story.wording.title(case),
            kind=case.kind,
            status=status_of(case),
            officer=self._officer(case).name,
            created_on=case.created_on,
            amount=stage.amount,
            total=total_of(case),
            **_flags(stage),
            controversy_assessment=meta.get("controversy", ""),
            level_override=Level.REGIONAL if is_lifted else None,
            level_override_reason=WHEEL_REASON if is_lifted else "",
            chair_informed_on=informed_on,
            chair_informed_how=INFORMED if informed_on else "",
            concerns_business=meta.get("concerns") != "no",
            is_exempt=is_exempt,
            legal_basis_id=self.basis((EXEMPT_BY,), case.created_on) if is_exempt else None,
            neutral_title=meta.get("neutral", ""),
            escalated_from_id=origin.number if origin else None,
            wheel_entry_id=entry.id if entry is not None else None,
            archive_reference=_archive(case),
        )
        if entry is not None:
            self._write_turn(case, entry)
        self._write_texts(case)
        self._write_money(case)
        self._write_files(case)

    def _write_turn(self, case: CasePlan, entry: models.WheelEntry) -> None:
        self._shelf.put(
            models.WheelTurn,
            entry_id=entry.id,
            year=year_meant(case.created_on, entry.month),
            is_dropped=False,
            reason="",
            case_id=case.number,
            case_made_on=case.created_on,
            version=1,
        )

    def _informed_on(self, case: CasePlan) -> date:
        return min(case.created_on + timedelta(days=2), self._story.frame.today)

    def _officer(self, case: CasePlan) -> Person:
        chance = self._story.frame.dice.of("officer", case.matter.key)
        office = case.stage.meta.get("officer") or chance.choice(OFFICERS[:2])
        secretariat = self._story.setting.called("Sekretariatet")
        held = self._story.everyone.holder(secretariat, office, case.created_on)
        if held is None:
            held = self._story.everyone.of(secretariat, office)[0]
        return held.person

    def _write_texts(self, case: CasePlan) -> None:
        draw = Drawer()
        for key, text in self._story.wording.brief(case).items():
            stored = to_json(rich(text, draw))
            self._shelf.put(models.CaseText, case_id=case.number, key=key, text=stored)
        for data in draw.kept.values():
            self._work.add_blob(data)
        for number in case.stage.strategies:
            self._shelf.put(
                models.CaseStrategy, case_id=case.number, strategy_id=self._strategies[number]
            )

    def _write_money(self, case: CasePlan) -> None:
        for share in case.stage.shares:
            self._shelf.put(
                models.Financing,
                case_id=case.number,
                source=share.source,
                amount=share.amount,
                is_confirmed=share.is_confirmed,
            )

    def _write_files(self, case: CasePlan) -> None:
        for sort, file in enumerate(self._files(case), start=1):
            self._shelf.put(
                models.Attachment,
                case_id=case.number,
                sort=sort,
                title=file.title,
                file_name=file.file_name,
                media_type=MEDIA_TYPES[file.extension],
                size=len(file.data),
                sha256=self._work.add_blob(file.data),
                is_exempt=file.is_exempt,
                legal_basis_id=self.basis((EXEMPT_BY,), case.created_on)
                if file.is_exempt
                else None,
                neutral_title=file.neutral_title,
            )

    def _files(self, case: CasePlan) -> Iterator[AttachedFile]:
        """Files are there for cases that are on an agenda that was or is being prepared."""
        if not case.items:
            return
        meeting = case.items[-1].meeting
        if not meeting.is_past and not meeting.day.is_coming:
            return
        may_lack = meeting.is_past and case.matter.is_free and "exempt" not in case.stage.flags
        chance = self._story.frame.dice.of("files", case.number)
        if may_lack and chance.random() < _WITHOUT_FILES:
            return
        yield from chain(own_files(self._story, case), files_of(self._story, case))

    def _write_tasks(self) -> None:
        for plan in self._story.tasks:
            person, institution = self._responsible(plan.task.responsible)
            wording = self._story.wording
            self._shelf.put(
                models.ActionItem,
                case_id=plan.case.number,
                task=wording.fill(plan.case, plan.task.text, "task"),
                responsible=plan.task.responsible,
                responsible_person_id=person,
                responsible_institution_id=institution,
                due_on=plan.due_on,
                status=plan.status,
                closed_on=plan.closed_on,
            )

    def _responsible(self, name: str) -> tuple[int | None, int | None]:
        """The person or institution that a task's own words name, when there is one."""
        setting, today = self._story.setting, self._story.frame.today
        offices = {"Prosjektleder SNP": "project", "Rådgiver": "adviser", "Daglig leder": "head"}
        secretariat = setting.called("Sekretariatet")
        if name in offices:
            held = self._story.everyone.holder(secretariat, offices[name], today)
            return (held.person.number if held else None), self._where.institutions[secretariat]
        known = {spec.short_name: number for number, spec in enumerate(setting.institutions, 1)}
        number = known.get(name.removesuffix(" kommune"))
        return None, self._where.institutions[number] if number is not None else None


def status_of(case: CasePlan) -> CaseStatus:
    """Where a case stands; one for a later meeting that nothing is written of is an idea."""
    if "state" in case.matter.meta:
        return STATES[case.matter.meta["state"]]
    if case.outcome is None and case.items and not case.items[-1].meeting.is_past:
        origin = case.escalated_from
        is_far = "yearly" in case.matter.meta and (origin is None or origin.outcome is None)
        return CaseStatus.IDEA if is_far else CaseStatus.DRAFT
    return case.status


def _flags(stage: Stage) -> dict[str, bool]:
    """What the level of decision depends on beside the amount (R10–R14)."""
    return {
        "is_urgent": "urgent" in stage.flags,
        "is_strategic": "strategic" in stage.flags,
        "opens_new_area": "new_area" in stage.flags,
        "is_controversial": "controversial" in stage.flags,
    }


def _archive(case: CasePlan) -> str:
    """The archive's reference of a case that has been published (R54)."""
    if case.case_number is None:
        return ""
    year, number = case.case_number
    first = 100 if case.body == "NR" else 400
    return f"{year}/{first + number * 7}"
