"""Making a case, writing its brief, and what the rules say while one writes (R10–R16, R28–R31)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.rich_text import Paragraph, Picture, RichText, Run, from_plain, to_plain
from app.domain.vocabulary import CaseKind, CaseStatus, Level
from app.models import Case, DecisionLimit, LegalBasis
from app.services.briefs import BriefView
from app.services.house import House
from tests.helpers.council import (
    a_case,
    a_council,
    a_meeting,
    an_attachment,
    the_basis,
    writing,
)
from tests.helpers.store import refused


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


@pytest.fixture
def case(house: House) -> int:
    return house.edit.cases.create("NR", "  Testarena for\nhavteknologi ").id


def brief(house: House, case: int) -> BriefView:
    return house.briefs.view(case)


def version(house: House, case: int) -> int:
    return brief(house, case).version


def text_of(view: BriefView, key: str) -> str:
    return to_plain(next(section.text for section in view.sections if section.key == key))


def test_new_case_is_a_draft_in_the_queue(house: House, case: int) -> None:
    view = brief(house, case)
    assert (view.title, view.status, view.number, view.body) == (
        "Testarena for havteknologi",
        CaseStatus.DRAFT,
        None,
        "NR",
    )
    assert [row.id for row in house.agendas.queue("NR")] == [case]


def test_case_needs_a_title(house: House, case: int) -> None:
    with refused("case_title_missing"):
        house.edit.cases.create("NR", " \t ")
    with refused("case_title_missing"):
        house.edit.cases.set_title(case, "", version(house, case))


def test_title_has_a_limit(house: House, case: int) -> None:
    house.edit.cases.set_title(case, "x" * 400, version(house, case))
    with refused("line_too_long"):
        house.edit.cases.set_title(case, "x" * 401, version(house, case))


def test_fields_are_kept_as_they_are_written(house: House, case: int) -> None:
    edit = house.edit.cases
    seen = edit.set_kind(case, CaseKind.RECOMMENDATION, version(house, case)).version
    seen = edit.set_officer(case, " Ola  Moe ", seen).version
    seen = edit.set_amount(case, 480_000, seen).version
    seen = edit.set_total(case, 1_450_000, seen).version
    seen = edit.set_archive_reference(case, "26/123", seen).version
    edit.set_status(case, CaseStatus.READY, seen)
    view = brief(house, case)
    assert (view.kind, view.officer, view.amount, view.total) == (
        CaseKind.RECOMMENDATION,
        "Ola Moe",
        480_000,
        1_450_000,
    )
    assert (view.archive_reference, view.status) == ("26/123", CaseStatus.READY)


@pytest.mark.parametrize(
    ("amount", "code"), [(-1, "amount_negative"), (10**12, "amount_too_large")]
)
def test_impossible_amount_is_refused(house: House, case: int, amount: int, code: str) -> None:
    with refused(code):
        house.edit.cases.set_amount(case, amount, version(house, case))


def test_status_that_follows_from_meetings_is_not_set_by_hand(house: House, case: int) -> None:
    with refused("case_status_follows"):
        house.edit.cases.set_status(case, CaseStatus.DECIDED, version(house, case))


def test_level_follows_the_amount_with_its_reason(house: House, case: int) -> None:
    house.edit.cases.set_amount(case, 1_200_000, version(house, case))
    ruling = brief(house, case).ruling
    assert (ruling.level, ruling.reasons[0].code) == (Level.REGIONAL, "above_council_limit")


def test_level_is_raised_freely_and_taken_back(house: House, case: int) -> None:
    house.edit.cases.set_amount(case, 300_000, version(house, case))
    house.edit.cases.set_level(case, Level.REGIONAL, version(house, case))
    assert brief(house, case).ruling.level is Level.REGIONAL
    house.edit.cases.set_level(case, None, version(house, case))
    assert brief(house, case).ruling.level is Level.COUNCIL


def test_level_is_never_lowered_below_the_rules(house: House, case: int) -> None:
    house.edit.cases.set_amount(case, 1_200_000, version(house, case))
    with refused("level_cannot_be_lowered"):
        house.edit.cases.set_level(case, Level.COUNCIL, version(house, case), "Haster.")


def test_what_controversy_raised_is_lowered_only_with_a_reason(house: House, case: int) -> None:
    edit = house.edit.cases
    seen = edit.set_nature(case, version(house, case), is_controversial=True).version
    seen = edit.set_level(case, Level.REGIONAL, seen).version
    with refused("lowering_needs_reason"):
        edit.set_level(case, None, seen)
    edit.set_level(case, None, seen, "Partene er enige.")
    assert brief(house, case).ruling.level is Level.COUNCIL


def test_override_is_forgotten_when_the_amount_rises_above_it(house: House, case: int) -> None:
    edit = house.edit.cases
    seen = edit.set_amount(case, 300_000, version(house, case)).version
    seen = edit.set_level(case, Level.REGIONAL, seen).version
    seen = edit.set_amount(case, 2_000_000, seen).version
    assert brief(house, case).level_override is None
    edit.set_amount(case, 300_000, seen)
    assert brief(house, case).ruling.level is Level.COUNCIL


def test_override_below_later_limits_does_not_stop_the_brief(house: House, case: int) -> None:
    with writing(house.desk) as work:
        row = work.session.get_one(Case, case)
        row.amount, row.is_urgent, row.level_override = 100_000, True, Level.COUNCIL
        limits = work.session.query(DecisionLimit).one()
        limits.administrative, limits.council = 10_000, 20_000
    assert brief(house, case).ruling.level is Level.REGIONAL


def test_sections_come_in_the_bodys_order_with_what_we_write_ourselves(
    house: House, case: int
) -> None:
    house.edit.cases.set_amount(case, 480_000, version(house, case))
    view = brief(house, case)
    assert [section.key for section in view.sections] == [
        "proposal",
        "summary",
        "background",
        "assessment",
        "plan_assessment",
        "finances",
        "decision_level",
        "attachments",
    ]
    computed = {section.key: to_plain(section.computed) for section in view.sections}
    assert "480\xa0000\xa0kr" in computed["finances"]
    assert computed["decision_level"].startswith("Avgjøres i Næringsrådet")
    assert [section.key for section in view.sections if not section.takes_text] == [
        "decision_level",
        "attachments",
    ]


def test_recommendation_has_its_own_heading(house: House, case: int) -> None:
    house.edit.cases.set_kind(case, CaseKind.RECOMMENDATION, version(house, case))
    assert brief(house, case).sections[0].heading == "Forslag til innstilling"


def test_section_is_written_again_and_again_as_one_line_of_history(house: House, case: int) -> None:
    seen = 0
    for text in ("Arenaen", "Arenaen har vært", "Arenaen har vært i drift."):
        seen = house.edit.texts.write_section(case, "background", from_plain(text), seen).version
    assert text_of(brief(house, case), "background") == "Arenaen har vært i drift."
    from app.store.log import history

    verbs = [line.verb for line in history(house.desk.file, "case", case)]
    assert verbs.count("write_section") <= 2


def test_section_written_on_an_older_sight_is_refused(house: House, case: int) -> None:
    house.edit.texts.write_section(case, "background", from_plain("En."), 0)
    with refused("stale_version"):
        house.edit.texts.write_section(case, "background", from_plain("To."), 0)


def test_section_that_the_body_does_not_have_is_refused(house: House, case: int) -> None:
    for key in ("nothing", "decision_level"):
        with refused("section_unknown"):
            house.edit.texts.write_section(case, key, from_plain("Tekst."), 0)


def test_control_characters_and_empty_runs_are_gone_when_stored(house: House, case: int) -> None:
    text = RichText((Paragraph((Run("a\x00b"), Run(""), Run("c\ufffe"))),))
    house.edit.texts.write_section(case, "summary", text, 0)
    section = next(one for one in brief(house, case).sections if one.key == "summary")
    assert section.text == RichText((Paragraph((Run("abc"),)),))


def test_twenty_thousand_words_are_stored(house: House, case: int) -> None:
    text = from_plain("ord " * 20_000)
    house.edit.texts.write_section(case, "assessment", text, 0)
    assert len(text_of(brief(house, case), "assessment").split()) == 20_000


def test_more_than_any_brief_is_refused(house: House, case: int) -> None:
    with refused("text_too_long"):
        house.edit.texts.write_section(case, "assessment", from_plain("x" * 2_000_001), 0)


def test_picture_is_kept_before_it_is_used(house: House, case: int) -> None:
    from io import BytesIO

    from PIL import Image

    with refused("picture_not_kept"):
        house.edit.texts.write_section(case, "summary", RichText((Picture("0" * 64, "Kart"),)), 0)
    drawn = BytesIO()
    Image.new("RGB", (4, 4), "red").save(drawn, "PNG")
    sha256 = house.edit.texts.keep_picture(drawn.getvalue())
    house.edit.texts.write_section(case, "summary", RichText((Picture(sha256, "Kart"),)), 0)
    assert house.edit.texts.picture(sha256).startswith(b"\x89PNG")
    with refused("picture_broken"):
        house.edit.texts.keep_picture(b"no picture")


def test_brief_says_what_it_lacks(house: House, case: int) -> None:
    view = brief(house, case)
    assert [finding.reason.code for finding in view.findings] == [
        "proposal_missing",
        "brief_missing",
        "plan_assessment_missing",
    ]
    lacking = ("proposal", "background", "assessment", "plan_assessment")
    assert view.lacking_sections == lacking


def test_strategies_are_chosen_from_the_plan(house: House, case: int) -> None:
    choices = house.briefs.strategy_choices()
    assert len(choices) == 24
    wanted = [choices[0].id, choices[9].id]
    house.edit.texts.set_strategies(case, wanted, version(house, case))
    assert [one.id for one in brief(house, case).strategies] == wanted
    house.edit.texts.set_strategies(case, wanted[:1], version(house, case))
    assert [one.id for one in brief(house, case).strategies] == wanted[:1]
    with refused("strategy_unknown"):
        house.edit.texts.set_strategies(case, [10_000], version(house, case))


def test_others_shares_are_kept_and_added_up(house: House, case: int) -> None:
    row = house.edit.texts.add_financing(case, "Fylkeskommunen", 500_000)
    house.edit.texts.add_financing(case, "SINTEF", 470_000)
    house.edit.texts.set_financing(row.id, "Trøndelag fylkeskommune", 400_000, is_confirmed=True)
    view = brief(house, case)
    assert [(one.source, one.amount, one.is_confirmed) for one in view.financing] == [
        ("Trøndelag fylkeskommune", 400_000, True),
        ("SINTEF", 470_000, False),
    ]
    assert view.external_share == 870_000
    house.edit.texts.remove_financing(row.id)
    assert len(brief(house, case).financing) == 1
    with refused("financing_source_missing"):
        house.edit.texts.add_financing(case, "", 1)


def test_exempt_case_takes_a_basis_for_documents_alone(house: House, case: int) -> None:
    basis = house.briefs.basis_choices()[0]
    house.edit.cases.set_exempt(case, True, basis.id, version(house, case))
    house.edit.cases.set_neutral_title(case, "Avtale", version(house, case))
    view = brief(house, case)
    assert (view.is_exempt, view.basis_id, view.neutral_title) == (True, basis.id, "Avtale")
    with house.desk.reading() as session:
        closing = session.query(LegalBasis).filter(LegalBasis.purpose == "meeting").first()
        assert closing is not None
        other = closing.id
    with refused("basis_unusable"):
        house.edit.cases.set_exempt(case, True, other, view.version)


def test_deleted_case_leaves_its_agenda_and_comes_back_to_its_place(house: House) -> None:
    with writing(house.desk) as work:
        meeting = a_meeting(work.session)
        meeting_id = meeting.id
        case = a_case(work.session, meeting, title="Testarena").id
        a_case(work.session, meeting, title="Gründerprogram")
    house.edit.cases.delete(case)
    assert [line.title for line in house.agendas.view(meeting_id).lines] == ["Gründerprogram"]
    with refused("case_unknown"):
        brief(house, case)
    house.edit.cases.restore(case)
    lines = house.agendas.view(meeting_id).lines
    assert [line.title for line in lines] == ["Testarena", "Gründerprogram"]
    assert house.agendas.queue("NR") == ()
    with refused("not_in_bin"):
        house.edit.cases.restore(case)


def test_numbered_case_is_never_deleted(house: House) -> None:
    with writing(house.desk) as work:
        case = a_case(work.session, number=1, number_year=2026).id
    with refused("numbered_case_stays"):
        house.edit.cases.delete(case)


def test_treated_case_stands_as_it_was(house: House) -> None:
    with writing(house.desk) as work:
        case = a_case(work.session, status=CaseStatus.DECIDED, number=1, number_year=2026)
        attachment = an_attachment(work, case).id
        case_id = case.id
    view = brief(house, case_id)
    assert view.is_closed
    with refused("brief_is_closed"):
        house.edit.cases.set_title(case_id, "Noe annet", view.version)
    with refused("brief_is_closed"):
        house.edit.texts.write_section(case_id, "summary", from_plain("Nytt."), 0)
    with refused("brief_is_closed"):
        house.edit.attachments.remove(attachment)
    house.edit.cases.set_archive_reference(case_id, "26/9", view.version)


def test_edit_on_an_older_sight_is_refused_and_changes_nothing(house: House, case: int) -> None:
    seen = version(house, case)
    house.edit.cases.set_title(case, "Ny tittel", seen)
    with refused("stale_version"):
        house.edit.cases.set_officer(case, "Ola Moe", seen)
    assert brief(house, case).officer == ""


def test_withdrawn_case_with_attachment_can_still_be_read(house: House) -> None:
    with writing(house.desk) as work:
        meeting = a_meeting(work.session)
        case = a_case(work.session, meeting)
        an_attachment(work, case, is_exempt=True, legal_basis_id=the_basis(work.session).id)
        meeting.items[0].is_withdrawn = True
        case.status = CaseStatus.WITHDRAWN
        case_id = case.id
    assert [one.number for one in brief(house, case_id).attachments] == [None]
