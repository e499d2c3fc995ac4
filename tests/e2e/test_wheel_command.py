"""`rundgang wheel` as scripts use it (R19)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import run
from tests.helpers.council import a_council, a_meeting, writing


@pytest.fixture
def council(tmp_path: Path) -> Path:
    path = tmp_path / "råd.rundgang"
    with a_council(path) as desk, writing(desk) as work:
        a_meeting(work.session, number=1, held_on=date(2026, 3, 6))
    return path


def test_a_wheel_is_drawn_and_never_over_another_file(
    council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "hjul.svg"
    arguments = ["wheel", str(council), "--year", "2026", "--out", str(out)]
    assert run([*arguments, "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert [file["path"] for file in made["files"]] == [str(out)]
    assert made["problems"] == []
    first = out.read_bytes()
    assert run(arguments) == 1
    assert "hjul.svg" in capsys.readouterr().err
    assert out.read_bytes() == first
    assert run([*arguments, "--force"]) == 0
    assert capsys.readouterr().out.strip() == str(out)


def test_a_wrong_ending_and_a_wrong_year_are_told_in_words(
    council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "hjul.docx"
    assert run(["wheel", str(council), "--year", "2026", "--out", str(out)]) == 1
    assert capsys.readouterr().err.strip() == (
        "«hjul.docx» er ikke et bilde som kan lages. Ingenting er skrevet. La navnet slutte på "
        ".pdf, .svg eller .png."
    )
    out = tmp_path / "hjul.png"
    assert run(["wheel", str(council), "--year", "26", "--out", str(out)]) == 1
    assert capsys.readouterr().err.startswith("Året 26 kan ikke tegnes.")
    assert run(["wheel", str(council), "--out", str(out)]) == 2
    assert not out.exists()
