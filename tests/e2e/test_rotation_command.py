"""`rundgang rotation` as scripts use it (R8)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import run
from app.services.house import House
from tests.helpers.commands import answer, printed
from tests.helpers.council import a_council
from tests.helpers.turns import arrange_turns


@pytest.fixture
def council(tmp_path: Path) -> Path:
    path = tmp_path / "råd.rundgang"
    with a_council(path) as desk:
        arrange_turns(House(desk))
    return path


def test_rotation_has_the_keys_that_scripts_rely_on(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = answer(capsys, "rotation", council)
    assert [(row["number"], row["proposed"]) for row in rows] == [
        (10, None),
        (6, "Trondheim kommune"),
        (7, "Midtre Gauldal kommune"),
    ]
    row = rows[1]
    assert {"seat", "from", "to", "proposed", "reasons", "candidates"} <= row.keys()
    assert (row["seat"], row["from"], row["to"]) == (
        "Kommunedirektør",
        "2027-01-01",
        "2028-12-31",
    )
    assert row["reasons"][0].startswith("Det er lengst siden Trondheim kommune hadde tur")
    first = row["candidates"][0]
    assert {"institution", "sits_now", "last_sat", "years", "inherited_from"} <= first.keys()
    assert (first["institution"], first["sits_now"], first["last_sat"], first["years"]) == (
        "Trondheim kommune",
        False,
        "2022-12-31",
        4.0,
    )
    assert first["inherited_from"] == ["Klæbu kommune"]


def test_rotation_on_another_day_and_for_another_body(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer(capsys, "rotation", council, "--body", "RR") == []
    later = answer(capsys, "rotation", council, "--on", "2027-08-01")
    assert [row["number"] for row in later] == [6, 7, 10, 8, 9]


def test_rotation_is_read_by_people_too(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "rotation", council)
    assert "6 Kommunedirektør" in text
    assert "NAT velger hvem som skal overta." in text


def test_rotation_of_an_unknown_body_is_told(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["rotation", str(council), "--body", "XX"]) == 1
    assert "XX" in capsys.readouterr().err
