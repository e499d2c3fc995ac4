from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from sqlalchemy import select

from app.domain.errors import UserError
from app.models import Plan, Strategy
from app.services.desk import Desk
from app.services.plan_import import PlanImport
from tests.helpers.council import a_council

REAL = Path(__file__).parents[3] / "shared" / "real" / "strategisk-naeringsplan-2017-2020.txt"
SMALL = """Overordnet mål: Regionen skal vokse.
Målområde Kobling
1. Delmål: Flere bedrifter i samspill.
Strategier:
1.1. Regionen skal koble.
1.2. Regionen skal støtte.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield desk


def wordings(desk: Desk) -> dict[str, tuple[str, str | None]]:
    with desk.reading() as session:
        rows = session.scalars(select(Strategy).order_by(Strategy.id))
        return {row.number: (row.short_title, row.wording) for row in rows}


@pytest.mark.skipif(not REAL.exists(), reason="the official plan is not beside the project")
def test_the_official_plan_fills_every_wording(desk: Desk) -> None:
    plan = PlanImport(desk)
    text = plan.read(REAL)
    assert [len(goal.strategies) for goal in text.goals] == [5, 6, 4, 4, 5]
    assert plan.store(text).wordings_changed == 30
    stored = wordings(desk)
    assert len(stored) == 24
    short, wording = stored["5.5"]
    assert short == "Omdømme for innovasjon"
    assert wording == (
        "Styrke Trondheimsregionens omdømme som innovasjonstyngdepunkt nasjonalt og internasjonalt."
    )
    assert plan.store(text).wordings_changed == 0


def test_strategies_that_the_text_lacks_stay(desk: Desk, tmp_path: Path) -> None:
    source = tmp_path / "plan.txt"
    source.write_text(SMALL, encoding="utf-8")
    plan = PlanImport(desk)
    plan.store(plan.read(source))
    stored = wordings(desk)
    assert len(stored) == 24
    assert stored["1.2"][1] == "Regionen skal støtte."
    assert stored["1.3"] == ("Samspill mellom tre parter", None)


def test_a_council_without_a_plan_gets_one(tmp_path: Path) -> None:
    source = tmp_path / "plan.txt"
    source.write_bytes(SMALL.encode("cp1252"))
    with a_council(tmp_path / "lite.rundgang", "enkelt-rad") as desk:
        with desk.reading() as session:
            before = session.scalars(select(Plan)).all()
        plan = PlanImport(desk)
        plan.store(plan.read(source))
        with desk.reading() as session:
            after = session.scalars(select(Plan)).all()
        assert len(after) == max(1, len(before))
        assert wordings(desk)["1.1"][1] == "Regionen skal koble."


def test_word_is_read_by_its_content(desk: Desk, tmp_path: Path) -> None:
    document = Document()
    for line in SMALL.splitlines():
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    source = tmp_path / "plan.txt"
    source.write_bytes(buffer.getvalue())
    assert PlanImport(desk).read(source).overall_goal == "Regionen skal vokse."


def numbered(document: Any, *levels: tuple[str, str]) -> int:
    """A list in Word that numbers by itself, a pattern and a format for each level."""
    numbering = document.part.numbering_part.element
    forms = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for level, (pattern, form) in enumerate(levels)
    )
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {space} w:abstractNumId="90">{forms}</w:abstractNum>')
    )
    numbering.append(
        parse_xml(f'<w:num {space} w:numId="90"><w:abstractNumId w:val="90"/></w:num>')
    )
    return 90


def test_numbers_that_word_writes_itself_are_read(desk: Desk, tmp_path: Path) -> None:
    document = Document()
    number = numbered(document, ("%1.", "decimal"), ("%1.%2.", "decimal"))

    def add(text: str, level: int | None = None) -> None:
        paragraph = document.add_paragraph(text)
        if level is not None:
            own: Any = paragraph._p.get_or_add_pPr()
            properties = own.get_or_add_numPr()
            properties.get_or_add_numId().val = number
            properties.get_or_add_ilvl().val = level

    add("Overordnet mål: Regionen skal vokse.")
    add("Målområde Kobling")
    add("Delmål: Flere bedrifter i samspill.", 0)
    add("Regionen skal koble.", 1)
    add("Regionen skal støtte.", 1)
    add("Målområde Areal")
    add("Delmål: Mer areal.", 0)
    add("Regionen skal regulere.", 1)
    source = tmp_path / "plan.docx"
    document.save(str(source))
    text = PlanImport(desk).read(source)
    assert [goal.number for goal in text.goals] == ["1", "2"]
    assert [(one.number, one.text) for one in text.strategies] == [
        ("1.1", "Regionen skal koble."),
        ("1.2", "Regionen skal støtte."),
        ("2.1", "Regionen skal regulere."),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "plan_not_found"),
        ("Møtereferat uten plan.".encode(), "plan_not_found"),
        (b"\x00\x01\x02" * 50, "file_is_no_text"),
        (b"PK\x03\x04 not a zip", "file_broken"),
    ],
)
def test_a_file_without_a_plan_is_told_and_nothing_is_stored(
    desk: Desk, tmp_path: Path, data: bytes, code: str
) -> None:
    source = tmp_path / "plan.txt"
    source.write_bytes(data)
    with pytest.raises(UserError, match=code):
        PlanImport(desk).read(source)
    assert all(wording is None for _short, wording in wordings(desk).values())


def test_a_missing_file_is_told(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="source_missing"):
        PlanImport(desk).read(tmp_path / "finnes-ikke.txt")
