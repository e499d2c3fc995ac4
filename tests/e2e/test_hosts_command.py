"""`rundgang hosts` as scripts use it (R18)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import run
from app.services.house import House
from tests.helpers.commands import TODAY, answer
from tests.helpers.council import a_council
from tests.helpers.hosting import arrange_round


@pytest.fixture
def council(tmp_path: Path) -> Path:
    path = tmp_path / "råd.rundgang"
    with a_council(path) as desk:
        arrange_round(House(desk))
    return path


def refusal(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    capsys.readouterr()
    assert run([*map(str, arguments), *TODAY]) == 1
    return capsys.readouterr().err


def test_hosts_has_the_keys_that_scripts_rely_on(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = answer(capsys, "hosts", council, "--next", 3)
    assert [(row["turn"], row["date"], row["host"]) for row in rows] == [
        (1, "2027-04-26", "Orkland kommune"),
        (2, "2027-10-25", "Trondheim kommune"),
        (3, "2028-04-24", "Midtre Gauldal kommune"),
    ]
    assert rows[0]["reasons"][0].startswith("Det er lengst siden Orkland kommune hadde tur")
    assert [row["state"] for row in rows] == ["proposed", "proposed", "ahead"]
    assert rows[0]["candidates"][1]["institution"] == "Trondheim kommune"


def test_hosts_on_another_day_are_those_of_that_day(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = answer(capsys, "hosts", council, "--on", "2025-06-01", "--next", 1)
    assert [(row["date"], row["host"], row["state"]) for row in rows] == [
        ("2025-10-27", "Indre Fosen kommune", "agreed")
    ]


def test_hosts_are_read_by_people_too(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["hosts", str(council), *TODAY]) == 0
    text = capsys.readouterr().out
    assert "Vår 2027" in text
    assert "26. apr. 2027" in text
    assert "Orkland kommune" in text


@pytest.mark.parametrize("count", [0, -3, 61])
def test_a_number_of_turns_out_of_range_is_told(
    council: Path, capsys: pytest.CaptureFixture[str], count: int
) -> None:
    assert "fra 1 til 60 turer" in refusal(capsys, "hosts", council, "--next", count)


def test_a_body_that_is_not_in_turns_is_told(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "som NA" in refusal(capsys, "hosts", council, "--body", "NR")
