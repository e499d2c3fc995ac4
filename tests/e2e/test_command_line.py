from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import run
from app.domain.vocabulary import MeetingStatus
from tests.helpers.council import (
    a_case,
    a_council,
    a_meeting,
    a_member,
    an_attachment,
    an_observer,
    the_basis,
    writing,
)

TODAY = ["--today", "2026-11-23"]


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """A council with one coming meeting, two cases and an exempt attachment."""
    path = tmp_path / "råd.rundgang"
    with a_council(path) as desk, writing(desk) as work:
        meeting = a_meeting(work.session)
        a_member(work.session, 1, "Marit Moe", "NiT", title="administrerende direktør")
        an_observer(work.session, "Ola Obs", "Skaun")
        case = a_case(work.session, meeting)
        an_attachment(
            work,
            case,
            b"Kanarifugl",
            title="Kanarifugl",
            file_name="kanarifugl.txt",
            is_exempt=True,
            neutral_title="Avtaleutkast",
            legal_basis_id=the_basis(work.session).id,
        )
    return path


def answer(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    """What a command prints as JSON, after it ended well."""
    capsys.readouterr()
    assert run([*map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def complaint(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """The one sentence of a command that the user can mend."""
    capsys.readouterr()
    assert run([*map(str, arguments)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


def test_members_have_the_keys_that_scripts_rely_on(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = answer(capsys, "list", council, "members", "--on", "2026-12-04")
    assert len(rows) == 10
    first = rows[0]
    assert (first["person"], first["role"], first["sector"], first["state"]) == (
        "Marit Moe",
        "chair",
        "business",
        "filled",
    )
    assert {
        "seat",
        "kind",
        "appointed_by",
        "institution",
        "email",
        "from",
        "to",
        "deputies",
    } <= set(first)
    assert rows[9]["state"] == "vacant"
    assert rows[9]["person"] is None


@pytest.mark.parametrize(
    ("what", "keys"),
    [
        ("bodies", {"code", "name", "level"}),
        ("observers", {"person", "institution", "email"}),
        ("institutions", {"name", "kind", "sector", "from", "to", "successor"}),
        (
            "meetings",
            {
                "id",
                "label",
                "body",
                "number",
                "date",
                "start",
                "end",
                "place",
                "host",
                "status",
                "items",
            },
        ),
        (
            "cases",
            {"id", "number", "title", "body", "status", "level", "amount", "exempt", "meeting"},
        ),
    ],
)
def test_every_list_has_its_keys(
    council: Path, capsys: pytest.CaptureFixture[str], what: str, keys: set[str]
) -> None:
    rows = answer(capsys, "list", council, what)
    assert rows
    assert all(keys <= set(row) for row in rows)


@pytest.mark.parametrize(
    ("options", "level", "body"),
    [
        (["--amount", "200000", "--urgent"], "administrative", "ADM"),
        (["--amount", "200000"], "council", "NR"),
        (["--amount", "500000"], "council", "NR"),
        (["--amount", "500001"], "regional", "RR"),
        (["--amount", "10", "--strategic"], "regional", "RR"),
        (["--amount", "10", "--new-area"], "regional", "RR"),
    ],
)
def test_level_names_the_body_and_why(
    council: Path, capsys: pytest.CaptureFixture[str], options: list[str], level: str, body: str
) -> None:
    ruling = answer(capsys, "level", council, *options, "--on", "2026-12-04")
    assert (ruling["level"], ruling["body"]) == (level, body)
    assert ruling["reasons"]
    assert isinstance(ruling["to_record"], list)


def test_publish_gives_numbers_and_calls(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    published = answer(capsys, "publish", council, "next", *TODAY)
    assert published["cases"] == [{"number": "NR 1/26", "title": "Testarena for havteknologi"}]
    [meeting] = answer(capsys, "list", council, "meetings", "--body", "nr")
    assert meeting["status"] == MeetingStatus.CALLED


def test_papers_of_every_audience_hold_what_it_may_see(
    council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for audience in ("members", "observers", "public"):
        out = tmp_path / audience
        made = answer(
            capsys, "papers", council, "NR-6-2026", "--out", out, "--audience", audience, *TODAY
        )
        kinds = {(file["kind"], file["format"]) for file in made["files"]}
        assert {("papers", "pdf"), ("papers", "docx"), ("package", "pdf")} <= kinds
        for file in made["files"]:
            data = Path(file["path"]).read_bytes()
            assert hashlib.sha256(data).hexdigest() == file["sha256"]
            assert file["audience"] == audience
        leaked = [path for path in out.iterdir() if "kanarifugl" in path.name.casefold()]
        assert bool(leaked) is (audience == "members")


def test_files_are_not_overwritten_without_force(
    council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = ["papers", council, "next", "--out", tmp_path / "ut", "--format", "docx", *TODAY]
    made = answer(capsys, *order)
    before = Path(made["files"][0]["path"]).stat().st_mtime_ns
    assert "finnes" in complaint(capsys, *order)
    assert Path(made["files"][0]["path"]).stat().st_mtime_ns == before
    answer(capsys, *order, "--force")


def test_workbooks_are_written(
    council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for what in ("roster", "decisions"):
        out = tmp_path / f"{what}.xlsx"
        made = answer(capsys, "export", council, what, "--out", out, *TODAY)
        assert [file["path"] for file in made["files"]] == [str(out)]
        assert out.read_bytes().startswith(b"PK")


def test_backup_comes_back_the_same(
    council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy, back = tmp_path / "kopi.rundgang", tmp_path / "tilbake.rundgang"
    assert run(["backup", str(council), "--out", str(copy)]) == 0
    assert run(["restore", str(copy), "--out", str(back)]) == 0
    assert answer(capsys, "check", back, "--full") == {"ok": True, "findings": []}
    assert answer(capsys, "list", back, "cases") == answer(capsys, "list", council, "cases")
    assert "finnes" in complaint(capsys, "restore", copy, "--out", back)


def test_a_new_council_comes_from_a_profile(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "nytt.rundgang"
    assert run(["new", str(path), "--profile", "enkelt-rad"]) == 0
    assert len(answer(capsys, "list", path, "members")) == 7
    assert "finnes" in complaint(capsys, "new", path)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["list", "{file}", "members", "--body", "XX"], "XX"),
        (["papers", "{file}", "NR-99-2026", "--out", "{folder}"], "NR-99-2026"),
        (["papers", "{file}", "9" * 30, "--out", "{folder}"], "Finner ikke møtet"),
        (["papers", "{file}", "tull", "--out", "{folder}"], "tull"),
        (["minutes", "{file}", "NR-6-2026", "--out", "{folder}"], "ikke avholdt"),
        (["papers", "{file}", "next", "--out", "{folder}", "--format", "odt"], "odt"),
        (["export", "{file}", "roster", "--out", "{folder}/liste.csv"], ".xlsx"),
        (["import-plan", "{file}", "{folder}/borte.txt"], "borte.txt"),
        (["list", "{folder}/borte.rundgang", "members"], "borte.rundgang"),
        (["check", "{folder}"], "mappe"),
    ],
)
def test_the_users_error_is_one_sentence_in_bokmål(
    council: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    words: str,
) -> None:
    folder = tmp_path / "ut"
    folder.mkdir()
    said = complaint(capsys, *(text.format(file=council, folder=folder) for text in arguments))
    assert words in said
    assert len(said.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [["finnes-ikke"], ["list"], ["level", "{file}", "--amount", "mye"], ["papers", "{file}"]],
)
def test_wrong_usage_is_status_two(
    council: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert run([text.format(file=council) for text in arguments]) == 2
    capsys.readouterr()


def test_reading_works_while_another_holds_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "råd.rundgang"
    with a_council(path) as desk:
        with writing(desk) as work:
            a_case(work.session, a_meeting(work.session))
        assert len(answer(capsys, "list", path, "meetings")) == 1
        assert "åpen" in complaint(capsys, "publish", path, "next", *TODAY)
