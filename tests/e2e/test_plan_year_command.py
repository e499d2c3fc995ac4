"""`rundgang plan-year` as scripts use it (R22)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import run
from app.services.house import House
from tests.helpers.commands import TODAY, answer, printed
from tests.helpers.council import a_council
from tests.helpers.year_plans import arrange_last_year


@pytest.fixture
def council(tmp_path: Path) -> Path:
    path = tmp_path / "råd.rundgang"
    with a_council(path) as desk:
        arrange_last_year(House(desk))
    return path


def test_plan_has_the_keys_that_scripts_rely_on(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = answer(capsys, "plan-year", council, 2027)
    keys = {"body", "date", "start", "end", "host", "entries", "deadlines", "moved_because"}
    assert all(keys <= row.keys() for row in rows)
    by_key = {row["key"]: row for row in rows}
    june, december = by_key["RR-2027-06-18"], by_key["RR-2027-12-17"]
    assert june["date"] == "2027-06-25"
    assert june["moved_because"].startswith("Flyttet fra fredag 18. juni: protokollen fra")
    assert (december["start"], december["end"], december["host"]) == ("10:00", "13:00", None)
    assert december["moved_because"] is None
    assert december["deadlines"]["papers"] == "2027-12-10"
    assert "Utviklingsplan med budsjettrammer" in december["entries"]
    assert by_key["NA-2027-04-26"]["host"]


def test_plan_is_looked_at_before_it_is_stored(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = printed(capsys, "plan-year", council, 2027)
    assert "Fredag 25. juni" in said
    assert "Flyttet fra fredag 18. juni" in said
    assert "9 møter er foreslått. Bruk --accept for å legge dem inn." in said
    assert len(answer(capsys, "plan-year", council, 2027)) == 9


def test_accepted_plan_is_in_the_file(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    taken = answer(capsys, "plan-year", council, 2027, "--accept")
    meetings = answer(capsys, "list", council, "meetings")
    stored = {(row["body"], row["date"]) for row in meetings if row["date"] >= "2027"}
    assert stored == {(row["body"], row["date"]) for row in taken}
    assert "Ingen nye møter å foreslå i 2027." in printed(capsys, "plan-year", council, 2027)
    assert answer(capsys, "plan-year", council, 2027, "--accept") == []


def test_fixed_point_without_a_meeting_is_told(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with a_council(council.with_name("tomt.rundgang")):
        pass
    said = printed(capsys, "plan-year", council.with_name("tomt.rundgang"), 2027)
    assert "Ingen nye møter å foreslå i 2027." in said
    assert "har ikke noe møte i Regionrådet i desember 2027." in said


@pytest.mark.parametrize("year", ["27", "1899", "3000", "2020", "2500", "neste", "-5", "²027"])
def test_year_that_nobody_plans_is_told_in_words(
    council: Path, capsys: pytest.CaptureFixture[str], year: str
) -> None:
    capsys.readouterr()
    assert run(["plan-year", str(council), *TODAY, "--", year]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert year in told.err
    assert told.err.count(". ") >= 2
