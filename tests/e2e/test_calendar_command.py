"""`rundgang calendar` and `rundgang export … calendar` as scripts use them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.bootstrap import run
from tests.helpers.calendar_files import READERS
from tests.helpers.council import a_council, a_meeting, the_body, writing

TODAY = ["--today", "2026-11-23"]


@pytest.fixture
def council(tmp_path: Path) -> Path:
    path = tmp_path / "råd.rundgang"
    with a_council(path) as desk, writing(desk) as work:
        a_meeting(work.session)
        a_meeting(work.session, body_id=the_body(work.session, "RR").id, number=4)
        a_meeting(work.session, year=2027, number=1, held_on=date(2027, 2, 5))
    return path


def succeeds(*arguments: object) -> None:
    assert run([*map(str, arguments), *TODAY]) == 0


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    capsys.readouterr()
    assert run([*map(str, arguments), *TODAY]) == 1
    return capsys.readouterr().err


def titles(path: Path) -> set[str]:
    first, second = ({one.title for one in read(path.read_bytes()).events} for read in READERS)
    assert first == second
    return first


def test_a_year_a_body_and_all_years(council: Path, tmp_path: Path) -> None:
    out = tmp_path / "kalender.ics"
    succeeds("calendar", council, "--year", 2026, "--out", out)
    assert titles(out) == {"Næringsrådet 6/2026", "Regionrådet 4/2026"}
    succeeds("calendar", council, "--year", 2026, "--body", "RR", "--out", out, "--force")
    assert titles(out) == {"Regionrådet 4/2026"}
    succeeds("calendar", council, "--out", out, "--force")
    assert len(titles(out)) == 3
    succeeds("calendar", council, "--out", out, "--force", "--deadlines")
    assert "Sakspapirer ut, Næringsrådet 6/2026" in titles(out)


def test_what_was_made_is_told_as_json(
    council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "kalender.ics"
    succeeds("calendar", council, "--out", out, "--json")
    answer = json.loads(capsys.readouterr().out)
    (made,) = answer["files"]
    assert (made["path"], made["kind"], made["audience"], made["format"]) == (
        str(out),
        "calendar",
        "public",
        "ics",
    )
    assert answer["problems"] == []


def test_a_file_is_never_overwritten_unasked(
    council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "kalender.ics"
    out.write_text("min egen", encoding="utf-8")
    assert "Det finnes allerede en fil" in told(capsys, "calendar", council, "--out", out)
    assert out.read_text(encoding="utf-8") == "min egen"


def test_bad_input_is_told_in_words(
    council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "kalender.ics"
    year = ["calendar", council, "--out", out, "--year"]
    assert told(capsys, *year, 20_261).startswith("20261 kan ikke være et år")
    assert told(capsys, *year, 2031).startswith("Det er ingen møter i 2031.")
    assert told(capsys, *year, 2027, "--body", "RR").startswith("Regionrådet har ingen møter i")
    assert "ABC" in told(capsys, "calendar", council, "--out", out, "--body", "ABC")
    wrong = tmp_path / "kalender.txt"
    assert ".ics" in told(capsys, "calendar", council, "--out", wrong)
    assert not out.exists()
    assert not wrong.exists()


def test_the_calendar_goes_to_excel_too(
    council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "kalender.xlsx"
    succeeds("export", council, "calendar", "--year", 2026, "--out", out)
    book = load_workbook(out)
    assert book.sheetnames == ["Møter", "Frister", "Faste punkter"]
    words = [str(cell.value) for row in book["Møter"].iter_rows() for cell in row]
    assert "Næringsrådet 6/2026" in words
    assert "Næringsrådet 1/2027" not in words
    year_of_roster = ["export", council, "roster", "--year", 2026, "--out", tmp_path / "x.xlsx"]
    assert "--year gjelder bare for kalenderen" in told(capsys, *year_of_roster)
