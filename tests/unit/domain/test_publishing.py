"""What stands between an agenda and its publication (R14, R28, R31)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import UserError
from app.domain.publishing import (
    AttachmentFacts,
    Finding,
    ItemFacts,
    MeetingFacts,
    SectionFacts,
    preflight,
    require_publishable,
)
from app.domain.vocabulary import CaseKind, Level, Severity

CASE = ItemFacts(item=7, title="Testarena", kind=CaseKind.DECISION, level=Level.COUNCIL)
EXEMPT = replace(CASE, is_exempt=True, neutral_title="Avtale", has_basis=True)
MEETING = MeetingFacts(
    held_on=date(2026, 12, 4),
    notice_on=date(2026, 11, 27),
    papers_due_on=date(2026, 11, 27),
    level=Level.COUNCIL,
    place="Skaun rådhus",
    minutes=150,
    planned_minutes=115,
    items=(CASE,),
)


def found(meeting: MeetingFacts) -> list[tuple[Severity, str, int | None]]:
    return [(one.severity, one.reason.code, one.item) for one in preflight(meeting)]


def of(item: ItemFacts, *, level: Level | None = Level.COUNCIL) -> list[tuple[Severity, str]]:
    meeting = replace(MEETING, items=(item,), level=level)
    assert all(one.item == item.item for one in preflight(meeting))
    return [(severity, code) for severity, code, _item in found(meeting)]


def test_text_that_waits_to_be_stored_is_told_whatever_the_kind() -> None:
    waits = replace(CASE, has_waiting_text=True)
    assert of(waits) == [(Severity.WARN, "text_waits")]
    assert of(replace(waits, kind=CaseKind.REPORTED)) == [(Severity.WARN, "text_waits")]


def test_a_meeting_with_everything_in_place_has_no_findings() -> None:
    assert found(MEETING) == []
    assert of(EXEMPT) == []


@pytest.mark.parametrize(
    ("changes", "severity", "code"),
    [
        ({"notice_on": date(2026, 12, 5)}, Severity.BLOCK, "notice_after_meeting"),
        ({"notice_on": date(2026, 11, 28)}, Severity.WARN, "papers_late"),
        ({"items": ()}, Severity.WARN, "agenda_without_cases"),
        ({"place": " "}, Severity.WARN, "place_missing"),
        ({"planned_minutes": 151}, Severity.WARN, "agenda_too_long"),
    ],
)
def test_the_meeting_itself_is_looked_over(
    changes: dict[str, object], severity: Severity, code: str
) -> None:
    assert found(replace(MEETING, **changes)) == [(severity, code, None)]  # type: ignore[arg-type]


def test_a_remote_meeting_needs_no_place_and_an_open_one_no_length() -> None:
    open_ended = replace(MEETING, place="", needs_place=False, minutes=None, planned_minutes=999)
    assert found(replace(open_ended, papers_due_on=None, notice_on=MEETING.held_on)) == []


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (replace(EXEMPT, neutral_title="  "), "neutral_title_missing"),
        (replace(EXEMPT, has_basis=False), "basis_missing"),
        (
            replace(CASE, attachments=(AttachmentFacts(3, is_exempt=True, has_basis=True),)),
            "attachment_title_missing",
        ),
        (
            replace(
                CASE, attachments=(AttachmentFacts(3, is_exempt=True, has_neutral_title=True),)
            ),
            "attachment_basis_missing",
        ),
        (replace(CASE, level=Level.REGIONAL), "authority_missing"),
    ],
)
def test_leaks_and_missing_authority_block(item: ItemFacts, code: str) -> None:
    assert of(item) == [(Severity.BLOCK, code)]


def test_open_attachments_need_nothing() -> None:
    assert of(replace(CASE, attachments=(AttachmentFacts(3),))) == []


@pytest.mark.parametrize(
    ("kind", "level", "body_level", "codes"),
    [
        (CaseKind.DECISION, Level.ADMINISTRATIVE, Level.COUNCIL, []),
        (CaseKind.DECISION, Level.REGIONAL, Level.REGIONAL, []),
        (CaseKind.DECISION, None, None, []),
        (CaseKind.DECISION, Level.COUNCIL, None, ["body_decides_nothing"]),
        (CaseKind.RECOMMENDATION, Level.REGIONAL, Level.COUNCIL, []),
        (CaseKind.INFORMATION, Level.REGIONAL, None, []),
        (CaseKind.REPORTED, Level.REGIONAL, Level.COUNCIL, []),
    ],
)
def test_only_a_decision_needs_authority(
    kind: CaseKind, level: Level | None, body_level: Level | None, codes: list[str]
) -> None:
    item = replace(CASE, kind=kind, level=level)
    assert [code for _severity, code in of(item, level=body_level)] == codes


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (replace(EXEMPT, neutral_title=" testARENA "), "neutral_title_tells"),
        (replace(CASE, is_controversial=True), "case_consideration_missing"),
        (replace(CASE, has_proposal=False), "proposal_missing"),
        (replace(CASE, has_brief=False), "brief_missing"),
        (replace(CASE, has_plan_assessment=False), "plan_assessment_missing"),
    ],
)
def test_all_else_warns(item: ItemFacts, code: str) -> None:
    assert of(item) == [(Severity.WARN, code)]


def test_a_case_for_information_needs_no_proposal() -> None:
    bare = replace(
        CASE,
        kind=CaseKind.INFORMATION,
        has_proposal=False,
        has_brief=False,
        has_plan_assessment=False,
    )
    assert of(bare) == []


BACKGROUND = SectionFacts("background", "Bakgrunn")
CLIMATE = SectionFacts("own_climate", "Følger for klimaet")
PROPOSAL = SectionFacts("proposal", "Forslag til vedtak")


def sections(item: ItemFacts) -> list[tuple[str, object]]:
    """The codes, and the sections where each is mended."""
    found = preflight(replace(MEETING, items=(item,)))
    return [(one.reason.code, one.reason.params.get("sections")) for one in found]


@pytest.mark.parametrize("kind", [CaseKind.DECISION, CaseKind.INFORMATION, CaseKind.ELECTION])
def test_what_the_body_requires_is_told_of_every_kind_of_case(kind: CaseKind) -> None:
    item = replace(CASE, kind=kind, empty_sections=(BACKGROUND, CLIMATE))
    assert sections(item) == [
        ("section_missing", ("background",)),
        ("section_missing", ("own_climate",)),
    ]


def test_a_brief_that_is_not_begun_is_one_thing_that_is_missing() -> None:
    item = replace(CASE, has_brief=False, empty_sections=(BACKGROUND, CLIMATE))
    expected = [("brief_missing", ("background",)), ("section_missing", ("own_climate",))]
    assert sections(item) == expected
    assert sections(replace(item, kind=CaseKind.INFORMATION)) == expected


def test_a_case_for_information_needs_no_proposal_though_the_body_requires_one() -> None:
    item = replace(CASE, has_proposal=False, empty_sections=(PROPOSAL,))
    assert sections(item) == [("proposal_missing", ("proposal",))]
    assert sections(replace(item, kind=CaseKind.INFORMATION)) == []


@pytest.mark.parametrize(
    "item", [replace(CASE, kind=CaseKind.REPORTED), replace(CASE, is_standing=True)]
)
def test_a_reported_case_and_a_standing_item_need_no_brief(item: ItemFacts) -> None:
    assert sections(replace(item, has_brief=False, empty_sections=(BACKGROUND, PROPOSAL))) == []


def test_what_does_not_concern_business_needs_no_assessment_and_what_is_considered_no_warning() -> (
    None
):
    item = replace(
        CASE,
        is_relevant_to_business=False,
        has_plan_assessment=False,
        is_controversial=True,
        has_consideration=True,
    )
    assert of(item) == []


def test_what_blocks_comes_first() -> None:
    findings = preflight(replace(MEETING, place="", items=(replace(EXEMPT, has_basis=False),)))
    assert [one.severity for one in findings] == [Severity.BLOCK, Severity.WARN]


def test_nothing_that_blocks_is_published_and_warnings_take_one_reason() -> None:
    warning = preflight(replace(MEETING, place=""))
    blocking = preflight(replace(MEETING, notice_on=date(2027, 1, 1)))
    require_publishable([])
    require_publishable(warning, "Stedet meldes senere.")
    with pytest.raises(UserError, match="publishing_needs_reason"):
        require_publishable(warning, "  ")
    mixed: list[Finding] = [*warning, *blocking]
    with pytest.raises(UserError) as refused:
        require_publishable(mixed, "Det haster.")
    assert (refused.value.code, refused.value.params) == ("publishing_blocked", {"count": 1})
