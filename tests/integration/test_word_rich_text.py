"""Rich text in Word: real lists, tables, links and pictures."""

from __future__ import annotations

import io

import pytest
from lxml import etree
from PIL import Image

from app.documents.content import Section
from app.documents.word import write_docx
from app.documents.word.names import RELATIONS, WP, R, W
from app.domain.reasons import Reason
from app.domain.rich_text import (
    Cell,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    RichText,
    Run,
    Table,
)
from tests.helpers.content import (
    BlobShelf,
    a_case,
    a_list,
    a_table,
    every_block,
    papers,
    rich,
    runs,
)
from tests.helpers.word_files import RELATED, parts_of, style_of, styled, tree, words

NUMBERING = "word/numbering.xml"


def written(text: RichText, shelf: BlobShelf | None = None) -> tuple[bytes, tuple[Reason, ...]]:
    section = Section("background", "Bakgrunn", text)
    case = a_case(21, facts=(), sections=(section,))
    return write_docx(papers((case,)), shelf or BlobShelf())


def data_of(text: RichText) -> bytes:
    data, problems = written(text)
    assert problems == ()
    return data


def runs_of(data: bytes, text: str) -> list[etree._Element]:
    return [
        run
        for run in tree(data).iter(f"{W}r")
        if "".join(t.text or "" for t in run.iter(f"{W}t")) == text
    ]


def lists_of(data: bytes) -> list[tuple[str, str, str]]:
    """Words, level and list of every point."""
    found = []
    for paragraph in tree(data).iter(f"{W}p"):
        number = paragraph.find(f"{W}pPr/{W}numPr")
        if number is not None:
            level = number.find(f"{W}ilvl")
            own = number.find(f"{W}numId")
            assert level is not None
            assert own is not None
            text = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
            found.append((text, str(level.get(f"{W}val")), str(own.get(f"{W}val"))))
    return found


def a_png(width: int = 80, height: int = 40, mode: str = "RGB") -> bytes:
    target = io.BytesIO()
    Image.new(mode, (width, height), "teal" if mode == "RGB" else 120).save(target, "PNG")
    return target.getvalue()


def test_bold_italic_and_underline_are_kept() -> None:
    data = data_of(
        RichText((Paragraph((Run("fet", bold=True), Run("skrå", italic=True, underline=True))),))
    )
    (bold,) = runs_of(data, "fet")
    (slanted,) = runs_of(data, "skrå")
    assert bold.find(f"{W}rPr/{W}b") is not None
    assert slanted.find(f"{W}rPr/{W}i") is not None
    assert slanted.find(f"{W}rPr/{W}u") is not None


def test_headings_come_below_the_section_without_a_gap() -> None:
    data = data_of(
        rich(Heading(1, runs("En")), Heading(3, runs("To")), Heading(3, runs("Tre")), "Tekst")
    )
    assert styled(data, "Heading3") == ["En"]
    assert styled(data, "Heading4") == ["To"]
    assert styled(data, "Heading5") == ["Tre"]


def test_empty_headings_and_paragraphs_are_left_out() -> None:
    data = data_of(rich(Heading(1, ()), Heading(1, runs("  ")), "", "Tekst"))
    assert styled(data, "Heading3") == []
    assert styled(data, "BodyText") == ["Tekst"]


def test_each_numbered_list_starts_at_one() -> None:
    data = data_of(rich(a_list("a", "b", ordered=True), "Mellom", a_list("c", ordered=True)))
    points = lists_of(data)
    assert [text for text, _, _ in points] == ["a", "b", "c"]
    first, second = points[0][2], points[2][2]
    assert points[1][2] == first != second
    overrides = {
        str(number.get(f"{W}numId")): number.find(f"{W}lvlOverride/{W}startOverride")
        for number in tree(data, NUMBERING).iter(f"{W}num")
    }
    for number in (first, second):
        start = overrides[number]
        assert start is not None
        assert start.get(f"{W}val") == "1"


def test_nested_lists_keep_their_levels_and_the_outer_one_goes_on() -> None:
    inner = a_list("i", "ii", ordered=True)
    outer = ListBlock(
        True,
        (
            ListItem(runs("1"), (inner,)),
            ListItem(runs("2"), (a_list("punkt"),)),
            ListItem(runs("3")),
        ),
    )
    points = {text: (level, number) for text, level, number in lists_of(data_of(rich(outer)))}
    assert points["1"] == ("0", points["3"][1]) == points["2"]
    assert points["i"] == ("1", points["ii"][1])
    assert points["punkt"][0] == "1"
    assert len({points["1"][1], points["i"][1], points["punkt"][1]}) == 3


def test_lists_have_words_own_list_styles() -> None:
    data = data_of(rich(a_list("punkt"), a_list("nummer", ordered=True)))
    assert styled(data, "ListBullet") == ["punkt"]
    assert styled(data, "ListNumber") == ["nummer"]


def test_link_is_a_real_one() -> None:
    address = "https://example.org/a b?x=1&y=æ"
    data = data_of(RichText((Paragraph((Run("her", link=address),)),)))
    link = next(link for link in tree(data).iter(f"{W}hyperlink") if link.get(f"{R}id"))
    relation = next(
        relation for relation in tree(data, RELATED) if relation.get("Id") == link.get(f"{R}id")
    )
    assert relation.get("Target") == "https://example.org/a%20b?x=1&y=%C3%A6"
    assert relation.get("TargetMode") == "External"
    assert relation.get("Type") == f"{RELATIONS}/hyperlink"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///c:/a.exe", "\\\\host\\a", "", "https:/" + "/" * 3_000],
)
def test_address_of_another_kind_is_text_alone(address: str) -> None:
    data = data_of(RichText((Paragraph((Run("her", link=address),)),)))
    assert runs_of(data, "her")
    assert [link for link in tree(data).iter(f"{W}hyperlink") if link.get(f"{R}id")] == []


def test_numbers_stand_to_the_right_under_a_header_that_repeats() -> None:
    data = data_of(rich(a_table(("Kilde", "Sum"), ("NR", "480 000 kr"), numeric=(1,))))
    table = list(tree(data).iter(f"{W}tbl"))[-1]
    sides = [
        [
            None if cell.find(f"{W}p/{W}pPr/{W}jc") is None else "right"
            for cell in row.iter(f"{W}tc")
        ]
        for row in table.iter(f"{W}tr")
    ]
    assert sides == [[None, "right"], [None, "right"]]
    assert len(list(table.iter(f"{W}tblHeader"))) == 1


def test_table_without_header_has_none_and_two_tables_are_kept_apart() -> None:
    plain = Table(((Cell(runs("a")),),), header=False)
    data = data_of(rich(plain, plain))
    first = next(
        t for t in tree(data).iter(f"{W}tbl") if [e.text for e in t.iter(f"{W}t")] == ["a"]
    )
    assert first.find(f".//{W}tblHeader") is None
    following = first.getnext()
    assert following is not None
    assert following.tag == f"{W}p"


def test_cell_widths_follow_the_words() -> None:
    data = data_of(rich(a_table(("Nr", "Hva som skal gjøres i prosjektet"), ("1", "Alt"))))
    table = list(tree(data).iter(f"{W}tbl"))[-1]
    narrow, wide = (int(str(column.get(f"{W}w"))) for column in table.iter(f"{W}gridCol"))
    assert wide > 3 * narrow


def test_picture_is_scaled_told_in_words_and_kept_once() -> None:
    shelf = BlobShelf()
    sha256 = shelf.put(a_png(800, 400))
    data, problems = written(
        rich(Picture(sha256, 'Kart & "felt"', 50), Picture(sha256, "Igjen", 100)), shelf
    )
    assert problems == ()
    drawings = list(tree(data).iter(f"{WP}inline"))
    extents = [drawing.find(f"{WP}extent") for drawing in drawings]
    sizes = [(int(str(e.get("cx"))), int(str(e.get("cy")))) for e in extents if e is not None]
    assert sizes[1][0] == pytest.approx(2 * sizes[0][0], rel=0.01)
    assert sizes[0][0] == pytest.approx(2 * sizes[0][1], rel=0.01)
    described = [p.get("descr") for d in drawings for p in d.iter(f"{WP}docPr")]
    assert described == ['Kart & "felt"', "Igjen"]
    assert len([name for name in parts_of(data) if "/media/" in name]) == 1


def test_tall_picture_fits_the_page() -> None:
    shelf = BlobShelf()
    data, _ = written(rich(Picture(shelf.put(a_png(10, 400)), "Søyle", 100)), shelf)
    extent = next(tree(data).iter(f"{WP}extent"))
    assert int(str(extent.get("cy"))) < 24 * 360_000


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP", "JPEG"])
def test_other_formats_are_shown(kind: str) -> None:
    shelf = BlobShelf()
    target = io.BytesIO()
    Image.new("RGB", (40, 20), "teal").save(target, kind)
    data, problems = written(rich(Picture(shelf.put(target.getvalue()), "Bilde")), shelf)
    assert problems == ()
    (name,) = [name for name in parts_of(data) if "/media/" in name]
    assert name.endswith((".png", ".jpg"))


@pytest.mark.parametrize("broken", [b"", b"not a picture", a_png()[:60]])
def test_picture_that_cannot_be_read_is_noted_and_told(broken: bytes) -> None:
    shelf = BlobShelf()
    data, problems = written(rich("Før", Picture(shelf.put(broken), "Kartet"), "Etter"), shelf)
    assert "[Bildet «Kartet» kan ikke vises.]" in words(data)
    (problem,) = problems
    assert problem.code == "word_picture_left_out"
    assert problem.params["picture"] == "Kartet"


def test_picture_that_is_missing_is_noted_and_told() -> None:
    data, problems = written(rich(Picture("0" * 64, "Kartet")))
    assert "[Bildet «Kartet» kan ikke vises.]" in words(data)
    assert [problem.code for problem in problems] == ["word_picture_left_out"]


def test_numbers_of_lists_and_drawings_are_unique() -> None:
    shelf = BlobShelf()
    data, _ = written(
        RichText(every_block(shelf.put(a_png())).blocks + every_block(shelf.put(a_png())).blocks),
        shelf,
    )
    drawings = [p.get("id") for p in tree(data).iter(f"{WP}docPr")]
    lists = [number.get(f"{W}numId") for number in tree(data, NUMBERING).iter(f"{W}num")]
    assert len(drawings) == len(set(drawings)) == 2
    assert len(lists) == len(set(lists))


def test_paragraphs_stand_where_word_expects_them() -> None:
    root = tree(data_of(every_block()))
    holders = (p.getparent() for p in root.iter(f"{W}p"))
    assert {str(holder.tag).removeprefix(W) for holder in holders if holder is not None} == {
        "body",
        "tc",
    }
    assert all(cell[-1].tag == f"{W}p" for cell in root.iter(f"{W}tc"))
    assert {style_of(p) for p in root.iter(f"{W}p")} >= {"BodyText", "ListBullet", "Tabelltekst"}
