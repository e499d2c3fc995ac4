"""`import`: a list goes in by command, with the report that scripts rely on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import run
from tests.helpers.council import a_council
from tests.helpers.lists import HEAD, TEN_MEMBERS, a_file

TODAY = ("--today", "2026-11-23")
LIST: tuple[Any, ...] = (HEAD, *TEN_MEMBERS)


@pytest.fixture
def council(tmp_path: Path) -> Path:
    path = tmp_path / "råd.rundgang"
    with a_council(path):
        return path


def said(capsys: pytest.CaptureFixture[str], status: int, *arguments: object) -> tuple[str, str]:
    """What a command prints on its two channels, when it ends with `status`."""
    capsys.readouterr()
    assert run([*map(str, arguments), *TODAY]) == status
    found = capsys.readouterr()
    return found.out, found.err


def report(capsys: pytest.CaptureFixture[str], status: int, *arguments: object) -> Any:
    return json.loads(said(capsys, status, *arguments, "--json")[0])


def test_members_go_in_with_a_report(
    council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = a_file(tmp_path, LIST)
    looked = report(capsys, 0, "import", council, "members", table, "--dry-run")
    assert (looked["new"], looked["wrong"], looked["stored"]) == (10, [], False)
    assert looked["rows"][0]["who"] == "Marit Nordvik"
    stored = report(capsys, 0, "import", council, "members", table)
    assert (stored["new"], stored["changed"], stored["unchanged"]) == (10, 0, 0)
    assert stored["stored"] is True
    again = report(capsys, 0, "import", council, "members", table)
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 10)
    members = json.loads(said(capsys, 0, "list", council, "members", "--json")[0])
    assert [row["person"] for row in members][5] == "Siv Li"


def test_wrong_rows_are_told_and_nothing_is_stored(
    council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = (99, "NiT", "Kari", "kari", None, None, "01.01.2025", None)
    table = a_file(tmp_path, [*LIST, wrong], "liste.csv")
    found = report(capsys, 1, "import", council, "members", table)
    assert found["stored"] is False
    [row] = found["wrong"]
    assert (row["row"], "e-postadresse" in row["why"]) == (12, True)
    out, err = said(capsys, 1, "import", council, "members", table)
    assert "10 nye, 0 endret, 0 uendret, 1 feil." in out
    assert "Lagret." not in out
    assert err.startswith("1 rad av 11 i liste.csv er feil. Ingenting er lagret.")
    assert len(err.strip().splitlines()) == 1
    assert report(capsys, 0, "import", council, "members", table, "--dry-run")["new"] == 10
    left_out = report(capsys, 0, "import", council, "members", table, "--skip-wrong")
    assert (left_out["new"], left_out["stored"]) == (10, True)


def test_people_go_in_for_reading(
    council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = a_file(tmp_path, [("Navn", "Institusjon"), ("Ola Obs", "Skaun")])
    out, err = said(capsys, 0, "import", council, "observers", table, "--body", "RR")
    assert out.splitlines()[-2:] == ["1 ny, 0 endret, 0 uendret, 0 feil.", "Lagret."]
    assert err.strip() == "Rader uten første dag begynner 23. november 2026."
    rows = json.loads(said(capsys, 0, "list", council, "observers", "--body", "RR", "--json")[0])
    assert [row["person"] for row in rows] == ["Ola Obs"]


@pytest.mark.parametrize(
    ("rows", "more", "sentence"),
    [
        ([("Bil", "Båt"), ("x", "y")], (), "Finner ingen kolonne for plass i liste.xlsx."),
        ([HEAD], (), "liste.xlsx har bare overskrifter."),
        ([*LIST], ("--sheet", "To"), "liste.xlsx har ikke noe ark som heter «To»."),
        ([*LIST], ("--body", "XX"), "Rådsfilen har ikke noe organ med koden «XX»."),
    ],
)
def test_a_list_that_cannot_be_used_is_told_in_a_sentence(
    council: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    rows: Any,
    more: tuple[str, ...],
    sentence: str,
) -> None:
    table = a_file(tmp_path, rows)
    out, err = said(capsys, 1, "import", council, "members", table, *more)
    assert (out, err.startswith(sentence)) == ("", True), err


def test_what_is_no_list_is_wrong_usage(council: Path, tmp_path: Path) -> None:
    assert run(["import", str(council), "cars", str(tmp_path / "x.xlsx")]) == 2
