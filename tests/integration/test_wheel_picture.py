"""The wheel as shapes and as files: one picture for window, printer and disk (R19)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import fromstring  # our own file, just written

import pytest
from pikepdf import Pdf
from PIL import Image
from sqlalchemy import select

from app.documents.drawings.svg import to_svg
from app.documents.jobs import FileKind, JobResult, Work
from app.domain.drawing import A4_LANDSCAPE, Drawing, Paper, RingPart, Shape, Words
from app.domain.vocabulary import MeetingStatus
from app.i18n.voice import Voice
from app.models import Case
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.services.wheel.facts import WheelFacts, wheel_facts
from app.services.wheel.layout import lay_out
from app.services.wheel.paper import pages, whole
from app.tasks.in_process import InProcess
from tests.helpers.council import a_council, a_meeting, writing
from tests.helpers.store import refused
from tests.helpers.wheels import TODAY, a_full_year, a_year_meeting, a_year_point, a_year_view

VOICE = Voice()
SVG = "{http://www.w3.org/2000/svg}"
UPRIGHT = Paper(is_upright=True)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang", renderer=InProcess()) as desk:
        house = House(desk)
        with writing(desk) as work:
            a_meeting(work.session, number=1, held_on=date(2026, 3, 6))
        yield house


def finished(work: Work) -> JobResult:
    while True:
        try:
            next(work)
        except StopIteration as done:
            result: JobResult = done.value
            return result


def texts(shapes: tuple[Shape, ...]) -> list[str]:
    return [shape.text for shape in shapes if isinstance(shape, Words)]


def a_year_of_everything() -> WheelFacts:
    """Every kind of mark once."""
    budget = a_year_meeting(1, date(2026, 12, 18), "RR")
    off = a_year_meeting(2, date(2026, 5, 12), "NR", MeetingStatus.CANCELLED)
    host = a_year_meeting(3, date(2026, 10, 26), "NA", host="Skaun")
    later = a_year_meeting(4, date(2027, 1, 20), "RR")
    points = [
        a_year_point(1, date(2026, 12, 1), budget, "Utviklingsplan og budsjettrammer 2027"),
        a_year_point(2, date(2026, 8, 1), title="Handlingsplan"),
        a_year_point(3, date(2026, 2, 1), later, "Årsrapport"),
    ]
    return wheel_facts(a_year_view([budget, off, host], points), "Næringsrådet", is_fictitious=True)


def parts(facts: WheelFacts) -> dict[str, RingPart]:
    """How each mark is drawn, by its key."""
    layout = lay_out(facts, 700, VOICE)
    found = {}
    for placed in layout.marks:
        middle = placed.part.start + placed.part.sweep / 2
        found[placed.mark.key] = next(
            shape
            for shape in layout.shapes
            if isinstance(shape, RingPart)
            and abs(shape.start + shape.sweep / 2 - middle) < 0.001
            and placed.part.inner <= shape.inner < shape.outer <= placed.part.outer
        )
    return found


def test_every_kind_of_mark_looks_different() -> None:
    looks = {
        key: (part.fill, part.edge, part.dashed)
        for key, part in parts(a_year_of_everything()).items()
    }
    assert looks == {
        "meeting-1": ("business", "", False),
        "meeting-2": ("surface", "public", True),
        "meeting-3": ("research", "", False),
        "point-2-2026": ("surface", "warn", True),
        "point-3-2026": ("surface", "business", False),
    }


def test_marks_say_their_day_and_what_they_are_about() -> None:
    said = texts(lay_out(a_year_of_everything(), 700, VOICE).shapes)
    for text in ("18/12", "Utviklingsplan", "26/10", "Skaun", "12/5", "!", "Årsrapport"):
        assert text in said
    assert {"jan", "mai", "des", "2026", "2 møter", "1 fast punkt uten møte"} <= set(said)
    assert {"NR", "RR", "NA"} <= set(said)


def test_today_and_its_month_are_marked_in_the_present_year_alone() -> None:
    def marked(facts: WheelFacts) -> list[str]:
        shapes = lay_out(facts, 700, VOICE).shapes
        return [s.fill for s in shapes if isinstance(s, RingPart) and s.fill in ("accent", "bad")]

    meeting = a_year_meeting(1, date(2026, 3, 3))
    assert marked(wheel_facts(a_year_view([meeting]))) == ["accent", "bad"]
    assert marked(wheel_facts(a_year_view([meeting], today=date(2027, 1, 1)))) == []


def test_a_small_wheel_says_what_is_missing_in_fewer_words() -> None:
    said = texts(lay_out(a_year_of_everything(), 400, VOICE).shapes)
    assert "1 uten møte" in said
    said = texts(lay_out(a_year_of_everything(), 280, VOICE).shapes)
    assert not [text for text in said if "uten" in text]
    assert "ingen møter" in texts(lay_out(wheel_facts(a_year_view()), 300, VOICE).shapes)


def test_the_printed_wheel_has_title_date_legend_and_list() -> None:
    said = texts(whole(a_year_of_everything(), TODAY, VOICE).shapes)
    assert said[:2] == ["Årshjul 2026", "Næringsrådet · Per 23. november 2026 · Oppdiktede data"]
    for text in (
        "NR  Næringsrådet, ingen møter",
        "RR  Regionrådet, 1 møte",
        "NA  Næringsapparatet, 1 møte",
        "møte med fast punkt",
        "avlyst møte",
        "fast punkt uten møte",
        "fast punkt som tas opp et annet år",
        "i dag",
        "18. des.",
        "Regionrådet 1/2026",
        "mangler møte",
    ):
        assert text in said


def test_a_legend_explains_only_what_is_there() -> None:
    facts = wheel_facts(a_year_view([a_year_meeting(1, date(2025, 3, 3))], year=2025))
    said = texts(whole(facts, TODAY, VOICE).shapes)
    assert not {"avlyst møte", "fast punkt uten møte", "i dag", "møte med fast punkt"} & set(said)


@pytest.mark.parametrize("paper", [A4_LANDSCAPE, UPRIGHT])
@pytest.mark.parametrize("marks", [0, 4, 60, 200])
def test_every_meeting_is_listed_once_however_many_pages(paper: Paper, marks: int) -> None:
    facts = wheel_facts(a_full_year(marks, 5))
    found = pages(facts, TODAY, VOICE, paper)
    assert {page.width > page.height for page in found} == {not paper.is_upright}
    listed = [text for page in found for text in texts(page.shapes) if text.endswith("/2026")]
    assert len(listed) == marks
    if len(found) > 1:
        assert f"Side 2 av {len(found)}" in texts(found[1].shapes)


def test_nothing_stands_outside_the_paper() -> None:
    for marks in (0, 60, 200):
        facts = wheel_facts(a_full_year(marks, 7))
        drawn: list[Drawing] = [whole(facts, TODAY, VOICE)]
        for paper in (A4_LANDSCAPE, UPRIGHT):
            drawn += pages(facts, TODAY, VOICE, paper)
        for page in drawn:
            for shape in page.shapes:
                if isinstance(shape, Words):
                    half = shape.width / 2 if shape.is_centred else 0
                    assert half <= shape.x <= page.width - shape.width + half
                    assert 0 <= shape.y <= page.height


def test_svg_has_as_many_sectors_as_the_picture_and_its_words() -> None:
    drawing = whole(a_year_of_everything(), TODAY, VOICE)
    root = fromstring(to_svg(drawing, "nb-NO"))
    paths = root.findall(f".//{SVG}path")
    assert len(paths) == sum(isinstance(shape, RingPart) for shape in drawing.shapes)
    assert [element.text for element in root.iter(f"{SVG}text")] == texts(drawing.shapes)
    turned = [text for text in root.iter(f"{SVG}text") if "transform" in text.attrib]
    assert all(text.get("text-anchor") == "middle" for text in turned)
    assert turned
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text == "Årshjul 2026"
    assert desc is not None
    assert "Fredag 18. desember 2026: Regionrådet 1/2026, Utviklingsplan" in (desc.text or "")


def test_files_are_written_in_three_formats(house: House, tmp_path: Path) -> None:
    svg, png, pdf = (tmp_path / f"årshjul.{ending}" for ending in ("svg", "png", "pdf"))
    for out in (svg, png, pdf):
        made = finished(house.wheel.make(out, 2026))
        assert [(one.path, one.kind) for one in made.files] == [(out, FileKind.PICTURE)]
        assert made.problems == ()
    assert fromstring(svg.read_bytes()).tag == f"{SVG}svg"
    with Image.open(png) as picture:
        assert picture.width > 1_500
        colours = {colour for _count, colour in picture.convert("RGB").getcolors(1 << 20) or ()}
        assert {(11, 92, 107), (255, 255, 255)} <= colours


@pytest.mark.parametrize(
    ("paper", "size"),
    [
        (A4_LANDSCAPE, (842, 595)),
        (UPRIGHT, (595, 842)),
        (Paper(is_large=True), (1191, 842)),
        (Paper(is_large=True, is_upright=True), (842, 1191)),
    ],
)
def test_pdf_is_as_large_as_its_paper(
    house: House, tmp_path: Path, paper: Paper, size: tuple[int, int]
) -> None:
    out = tmp_path / "årshjul.pdf"
    finished(house.wheel.make(out, 2026, paper))
    with Pdf.open(out) as book:
        _left, _bottom, right, top = map(float, book.pages[0].MediaBox)
        assert (right, top) == pytest.approx(size, abs=1)
        assert str(book.docinfo["/Title"]) == "Årshjul 2026"


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_the_same_wheel_is_the_same_bytes(house: House, tmp_path: Path, ending: str) -> None:
    first, second = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
    for out in (first, second):
        finished(house.wheel.make(out, 2026))
    assert first.read_bytes() == second.read_bytes()


def test_hidden_rings_are_not_written(house: House) -> None:
    assert "NR" in texts(house.wheel.book(2026).whole.shapes)
    assert "NR" not in texts(house.wheel.book(2026, without={"NR"}).whole.shapes)


def test_an_exempt_case_is_on_the_wheel_by_the_name_of_its_fixed_point(
    house: House, tmp_path: Path
) -> None:
    meeting = house.edit.meetings.create(NewMeeting(body="RR", held_on=date(2026, 12, 18)))
    with writing(house.desk) as work:
        for case in work.session.scalars(select(Case).where(Case.wheel_entry_id.is_not(None))):
            case.title, case.is_exempt = "Hemmelig kjøp", True
    out = tmp_path / "årshjul.svg"
    finished(house.wheel.make(out, 2026))
    written = out.read_text(encoding="utf-8")
    assert "Hemmelig" not in written
    assert "Toårig handlingsplan for strategisk" in written
    assert meeting.id in {point.meeting_id for point in house.year.view(2026).points}


def test_a_file_in_the_way_is_kept_unless_it_may_be_replaced(house: House, tmp_path: Path) -> None:
    out = tmp_path / "årshjul.svg"
    out.write_text("mitt", encoding="utf-8")
    with refused("output_exists"):
        finished(house.wheel.make(out, 2026))
    assert out.read_text(encoding="utf-8") == "mitt"
    finished(house.wheel.make(out, 2026, overwrite=True))
    assert out.read_bytes().startswith(b"<?xml")


def test_other_kinds_of_file_and_years_that_nobody_means_are_refused(
    house: House, tmp_path: Path
) -> None:
    with refused("picture_format_unknown"):
        house.wheel.make(tmp_path / "årshjul.docx", 2026)
    for year in (-1, 26, 20_266):
        with refused("wheel_year_unknown"):
            house.wheel.make(tmp_path / "årshjul.svg", year)


def test_facts_of_a_year_that_was_read_are_its_rings(house: House) -> None:
    facts = house.wheel.facts(house.year.view(2026))
    assert [ring.body.code for ring in facts.rings] == ["NR", "RR"]
