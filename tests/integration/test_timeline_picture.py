"""The timeline as shapes, and the shapes as files: one picture for window, printer and disk."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import fromstring  # our own file, just written

import pytest
from pikepdf import Pdf
from PIL import Image

from app.documents.drawings.ink import PAPER
from app.documents.drawings.svg import to_svg
from app.documents.drawings.type import cut, width
from app.documents.jobs import FileKind, Format, JobResult, Work
from app.domain.drawing import Box, Drawing, Shape, Stroke, Words, hatched, moved
from app.i18n.voice import Voice
from app.services.house import House
from app.services.pictures.page import A4_HEIGHT, A4_WIDTH
from app.services.timeline.facts import SpanKind, TimelineFacts
from app.services.timeline.layout import Layout, lay_out
from app.services.timeline.paper import between, pages, whole
from app.tasks.in_process import InProcess
from app.views.theme.tokens import LIGHT
from tests.helpers.council import a_council
from tests.helpers.store import refused
from tests.helpers.timelines import a_line, a_span, many_seats, some_facts
from tests.helpers.turns import arrange_turns

VOICE = Voice()
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang", renderer=InProcess()) as desk:
        house = House(desk)
        arrange_turns(house)
        yield house


def laid_out(facts: TimelineFacts, scale: float = 60.0) -> Layout:
    return lay_out(facts, scale, VOICE, 220)


def finished(work: Work) -> JobResult:
    while True:
        try:
            next(work)
        except StopIteration as done:
            result: JobResult = done.value
            return result


def texts(shapes: Iterable[Shape]) -> list[str]:
    return [shape.text for shape in shapes if isinstance(shape, Words)]


def test_bars_stand_where_their_days_are() -> None:
    facts = some_facts(a_line(1, a_span(date(2019, 1, 1), date(2021, 1, 1))))
    layout = laid_out(facts, 100)
    (bar,) = layout.bars
    assert (bar.x, bar.x + bar.width) == (200, 398)
    assert layout.width == pytest.approx(1_200, abs=2)
    assert layout.grid[0] == 0


def test_an_open_end_goes_on_to_the_last_day_of_the_picture() -> None:
    layout = laid_out(some_facts(a_line(1, a_span(date(2019, 1, 1), None))))
    (bar,) = layout.bars
    assert bar.x + bar.width == layout.width - 2


def test_what_began_before_the_picture_begins_at_its_edge() -> None:
    facts = between(some_facts(a_line(1, a_span(date(2017, 1, 1), date(2024, 1, 1)))), 2020, 2022)
    (bar,) = laid_out(facts).bars
    assert (bar.x, bar.x + bar.width) == (0, laid_out(facts).width - 2)


def test_words_are_cut_where_a_bar_is_short_and_left_out_where_it_is_tiny() -> None:
    name = "Midtre Gauldal"
    spans = [
        a_span(date(2019, 1, 1), date(2020, 1, 1), name),
        a_span(date(2020, 1, 1), date(2020, 3, 1), "Skaun"),
        a_span(date(2020, 3, 1), date(2022, 3, 1), "Malvik"),
    ]
    layout = laid_out(some_facts(a_line(1, *spans)))
    said = [label.words.text for label in layout.labels(0)]
    assert said == ["Midtr…", "Malvik"]


def test_words_stand_beside_a_short_bar_where_there_is_room() -> None:
    layout = laid_out(some_facts(a_line(1, a_span(date(2019, 1, 1), date(2019, 3, 1)))))
    (label,) = layout.labels(0)
    (bar,) = layout.bars
    assert label.words.text == "Skaun"
    assert label.words.x > bar.x + bar.width


def test_one_name_is_enough_for_terms_that_go_on() -> None:
    spans = [
        a_span(date(2019, 1, 1), date(2019, 6, 1), "Midtre Gauldal"),
        a_span(date(2019, 6, 1), date(2021, 1, 1), "Midtre Gauldal"),
    ]
    layout = laid_out(some_facts(a_line(1, *spans)))
    assert len(layout.bars) == 2
    assert [label.words.text for label in layout.labels(0)] == ["Midtre Gauldal"]


def test_words_move_along_a_bar_whose_beginning_is_not_seen() -> None:
    layout = laid_out(some_facts(a_line(1, a_span(date(2017, 1, 1), date(2021, 1, 1)))))
    (label,) = layout.labels(0)
    assert label.seen_from(0) == label.words
    assert label.seen_from(100).x == 107
    furthest = label.seen_from(1_000)
    assert furthest.x + furthest.width <= label.end


def test_few_units_to_a_year_mark_fewer_years() -> None:
    facts = many_seats(1, 40)
    assert len(laid_out(facts, 60).grid) == 40
    assert len(laid_out(facts, 20).grid) == 20
    assert len(laid_out(facts, 5).grid) == 4


@pytest.mark.parametrize("kind", list(SpanKind))
def test_every_kind_looks_different(kind: SpanKind) -> None:
    span = a_span(date(2019, 1, 1), date(2023, 1, 1), kind=kind)
    layout = laid_out(some_facts(a_line(1, span)))
    boxes = [shape for shape in layout.ground(0) if isinstance(shape, Box)]
    dashed = any(box.dashed for box in boxes)
    hatch = any(isinstance(shape, Stroke) for shape in layout.ground(0))
    assert (dashed, hatch, layout.labels(0)[0].words.text) == {
        SpanKind.TERM: (False, False, "Skaun"),
        SpanKind.PROPOSAL: (True, False, "Skaun?"),
        SpanKind.VACANT: (True, False, "ledig"),
        SpanKind.CARRIED_OVER: (False, True, "Skaun, inntil videre"),
    }[kind]


def test_few_seats_fit_on_a_page_and_many_break_over_pages() -> None:
    (page,) = pages(many_seats(10, 12), VOICE)
    assert (page.width, page.height) == (A4_WIDTH, A4_HEIGHT)
    found = pages(many_seats(40, 12), VOICE)
    assert len(found) == 3
    said = [texts(page.shapes) for page in found]
    assert "Side 2 av 3" in said[1]
    for seat in range(1, 41):
        assert sum(f"Kommunedirektør {seat}" in page for page in said) == 1


def test_many_years_go_on_over_the_next_pages() -> None:
    found = pages(many_seats(5, 40), VOICE)
    assert len(found) == 2
    assert "1989" in texts(found[0].shapes)
    assert "2028" in texts(found[1].shapes)


def test_nothing_stands_outside_the_paper() -> None:
    for facts in (many_seats(40, 40), some_facts()):
        for page in (*pages(facts, VOICE), whole(facts, VOICE)):
            for shape in page.shapes:
                if isinstance(shape, Words):
                    assert 0 <= shape.x <= shape.x + shape.width <= page.width
                    assert 0 <= shape.y <= page.height


def test_the_printed_picture_has_title_date_and_legend() -> None:
    facts = some_facts(
        a_line(1, a_span(date(2019, 1, 1), date(2021, 1, 1))),
        a_line(2, a_span(date(2020, 1, 1), None, kind=SpanKind.VACANT)),
        a_line(3, a_span(date(2020, 1, 1), None, kind=SpanKind.CARRIED_OVER)),
        a_line(4, a_span(date(2020, 1, 1), None, kind=SpanKind.PROPOSAL)),
    )
    said = texts(whole(facts, VOICE).shapes)
    assert said[:2] == [
        "Plasser og perioder i Næringsrådet",
        "Næringsrådet for Trondheimsregionen · Per 23. november 2026 · Oppdiktede data",
    ]
    assert said[-7:] == [
        "Næringsliv 2",
        "FoU 2",
        "Offentlig 6",
        "forslag fra rotasjonen",
        "ledig plass",
        "sitter inntil videre",
        "i dag",
    ]
    plain = replace(facts, is_fictitious=False, seats=facts.seats[:1])
    assert "Oppdiktede data" not in texts(whole(plain, VOICE).shapes)[1]


def test_paper_is_the_light_theme() -> None:
    assert {name: getattr(LIGHT, name) for name in PAPER} == PAPER


def test_letters_are_measured_and_cut() -> None:
    assert width("Melhus", 12) == pytest.approx(2 * width("Melhus", 6))
    assert width("1111", 12) == width("0000", 12)
    assert width("\N{SNOWMAN}", 12) > 0
    assert cut("Melhus", 12, 100) == "Melhus"
    shorter = cut("Midtre Gauldal", 12, 60)
    assert shorter.endswith("…")
    assert width(shorter, 12) <= 60
    assert cut("Midtre Gauldal", 12, 12) == ""


def test_shapes_are_moved_and_hatched_within_their_box() -> None:
    shapes = (Box(1, 2, 3, 4, "text"), Stroke(0, 0, 1, 1, "text"), Words(5, 6, "a"))
    box, stroke, words = moved(shapes, 10, 20)
    assert (box, stroke) == (Box(11, 22, 3, 4, "text"), Stroke(10, 20, 11, 21, "text"))
    assert words == Words(15, 26, "a")
    area = Box(10, 10, 50, 20)
    lines = list(hatched(area, "text"))
    assert lines
    for line in lines:
        assert 10 <= line.x1 <= line.x2 <= 60
        assert 10 <= line.y2 <= line.y1 <= 30


def test_svg_holds_real_text_and_nothing_of_it_is_markup() -> None:
    nasty = 'A & B <script>"x"</script>\x00\ud800'
    facts = some_facts(a_line(1, a_span(date(2018, 1, 1), date(2027, 1, 1), nasty), title=nasty))
    data = to_svg(whole(facts, VOICE), "nb-NO")
    root = fromstring(data)
    said = [element.text for element in root.iter(f"{SVG}text")]
    assert any(text and text.startswith("A & B <script>") for text in said)
    assert list(root.iter(f"{SVG}script")) == []
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert (title.text, desc.text) == (
        "Plasser og perioder i Næringsrådet",
        "Tidslinje for Næringsrådet, 2017–2028, med 1 plass.",
    )


def test_svg_of_every_shape() -> None:
    drawing = Drawing(
        10,
        10,
        "Bilde",
        "Et bilde",
        (
            Box(0, 0, 5, 5, "bad_soft", share=0.5, edge="bad", dashed=True, radius=2),
            Box(0, 0, 5, 5),
            Stroke(0, 0, 5, 5, "bad", 2, dashed=True, share=0.5),
            Words(1, 1, "ord", weight=600, width=12.345),
            Words(1, 1, ""),
        ),
    )
    text = to_svg(drawing, "nb-NO").decode()
    assert 'stroke-dasharray="4 3"' in text
    assert 'textLength="12.35"' in text or 'textLength="12.34"' in text
    assert text.count("<text") == 1


def test_files_are_written_in_three_formats(house: House, tmp_path: Path) -> None:
    svg, png, pdf = (tmp_path / f"tidslinje.{ending}" for ending in ("svg", "png", "pdf"))
    for out in (svg, png, pdf):
        made = finished(house.timeline.make(out))
        assert [(one.path, one.kind) for one in made.files] == [(out, FileKind.PICTURE)]
        assert made.problems == ()
    assert fromstring(svg.read_bytes()).tag == f"{SVG}svg"
    with Image.open(png) as picture:
        assert picture.width > 1_500
        assert picture.convert("L").getpixel((2, 2)) == 255
    with Pdf.open(pdf) as book:
        assert len(book.pages) == 1
        _left, _bottom, right, top = map(float, book.pages[0].MediaBox)
        assert (round(right), round(top)) == (842, 595)
        assert str(book.docinfo["/Title"]) == "Plasser og perioder i Næringsrådet"


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_the_same_picture_is_the_same_bytes(house: House, tmp_path: Path, ending: str) -> None:
    first, second = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
    for out in (first, second):
        finished(house.timeline.make(out))
    assert first.read_bytes() == second.read_bytes()


def test_a_file_in_the_way_is_kept_unless_it_may_be_replaced(house: House, tmp_path: Path) -> None:
    out = tmp_path / "tidslinje.svg"
    out.write_text("mitt", encoding="utf-8")
    with refused("output_exists"):
        finished(house.timeline.make(out))
    assert out.read_text(encoding="utf-8") == "mitt"
    finished(house.timeline.make(out, overwrite=True))
    assert out.read_bytes().startswith(b"<?xml")


def test_other_kinds_of_file_are_refused(house: House, tmp_path: Path) -> None:
    with refused("picture_format_unknown"):
        house.timeline.make(tmp_path / "tidslinje.docx")


def test_many_seats_are_many_pages_in_the_file(house: House, tmp_path: Path) -> None:
    from app.documents.drawings.typeset import to_pdf

    meta = house.timeline.book().meta
    made = to_pdf(pages(many_seats(40, 40), VOICE), meta)
    with Pdf.open(io.BytesIO(made.data)) as book:
        assert len(book.pages) == 6
    assert Format.PDF.value == "pdf"
