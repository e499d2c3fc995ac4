"""The combined package: every attachment in its place, and nothing that should not follow."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image

from app.documents.attachments.office import find_office
from app.documents.content import AttachmentContent, Papers
from app.documents.jobs import FileKind, JobResult
from app.documents.pdf import joining
from app.documents.pdf.stamps import put_stamps
from tests.helpers.content import (
    BlobShelf,
    a_case,
    an_attachment,
    attached,
    package_words,
    papers,
    withheld_attachment,
)
from tests.helpers.hostile import hostile_pdf
from tests.helpers.jobs import bytes_of, made
from tests.helpers.pdfs import (
    A4,
    REAL,
    a_pdf,
    add_page,
    bookmarks,
    every_byte,
    how_much,
    page_labels,
    pictures_of,
    saved,
    texts,
    where,
)

needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not here")
needs_real = pytest.mark.skipif(not REAL.is_dir(), reason="the real attachments are not here")


@pytest.fixture
def shelf() -> BlobShelf:
    return BlobShelf()


def packaged(
    attachments: Sequence[AttachmentContent], shelf: BlobShelf, folder: Path
) -> tuple[bytes, JobResult]:
    """The package of one case with these attachments."""
    result = made(papers([a_case(21, attachments=tuple(attachments))]), folder, shelf)
    return bytes_of(result, FileKind.PACKAGE), result


def codes(result: JobResult) -> list[str]:
    return [problem.code for problem in result.problems]


def stamped(pages: Sequence[str], number: int) -> list[str]:
    return [page for page in pages if f"Vedlegg {number} til sak NR 21/26 · side " in page]


def test_attachments_follow_in_order_with_stamps_on_every_page(
    shelf: BlobShelf, tmp_path: Path
) -> None:
    second = attached(shelf, a_pdf("Tredje"), "b.pdf", 2)
    first = attached(shelf, a_pdf("Første", "Andre"), "a.pdf", 1)
    data, result = packaged([second, first], shelf, tmp_path)
    pages = texts(data)
    assert "Første" in pages[-3]
    assert "Vedlegg 1 til sak NR 21/26 · side 1 av 2" in pages[-3]
    assert "Andre" in pages[-2]
    assert "Vedlegg 1 til sak NR 21/26 · side 2 av 2" in pages[-2]
    assert "Tredje" in pages[-1]
    assert "Vedlegg 2 til sak NR 21/26 · side 1 av 1" in pages[-1]
    assert f"av 1 {len(pages)}" in pages[-1]
    assert result.problems == ()


def test_contents_tell_the_pages_where_things_begin(shelf: BlobShelf, tmp_path: Path) -> None:
    reports = [
        attached(shelf, a_pdf(*[f"Rapport {n}"] * n), f"Rapport {n}.pdf", n) for n in (1, 2, 3)
    ]
    data, _ = packaged(reports, shelf, tmp_path)
    pages = texts(data)
    contents = next(page for page in pages if "Innhold" in page)
    for number in (1, 2, 3):
        line = re.search(rf"Vedlegg {number} Rapport {number} [. ]*(\d+)", contents)
        assert line is not None
        assert f"Vedlegg {number} til sak NR 21/26 · side 1 av" in pages[int(line.group(1)) - 1]
    assert f"av {len(pages)}" in pages[0]


def test_bookmarks_and_labels_lead_to_each_attachment(shelf: BlobShelf, tmp_path: Path) -> None:
    first = attached(shelf, a_pdf("a", "b"), "Plan.pdf", 1)
    second = attached(shelf, a_pdf("c"), "Budsjett.pdf", 2)
    data, _ = packaged([first, withheld_attachment(3), second], shelf, tmp_path)
    count = len(texts(data))
    found = {title: (level, page) for level, title, page in bookmarks(data)}
    assert found["Vedlegg 1: Plan"] == (1, count - 3)
    assert found["Vedlegg 2: Budsjett"] == (1, count - 1)
    assert not any("Vedlegg 3" in title for title in found)
    assert page_labels(data)[-3:] == ["Vedlegg 1 – 1", "Vedlegg 1 – 2", "Vedlegg 2 – 1"]
    assert page_labels(data)[0] == "1"


def test_contents_link_to_the_attachments(shelf: BlobShelf, tmp_path: Path) -> None:
    data, _ = packaged([attached(shelf, a_pdf("a"), "Plan.pdf", 1)], shelf, tmp_path)
    with Pdf.open(io.BytesIO(data)) as pdf:
        last = pdf.pages[-1].obj
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
        aims = [link.Dest[0] for link in links if isinstance(link.get("/Dest"), Array)]
        assert any(aim.is_same_object_as(last) for aim in aims)
        assert b"rundgang:" not in every_byte(data)


def test_withheld_attachment_has_no_page_and_its_gap_is_stated(
    shelf: BlobShelf, tmp_path: Path
) -> None:
    first = attached(shelf, a_pdf("Første"), "a.pdf", 1)
    data, result = packaged([first, withheld_attachment(2)], shelf, tmp_path)
    pages = texts(data)
    contents = next(page for page in pages if "Innhold" in page)
    assert "Vedlegg 2 Unntatt offentlighet, jf. offentleglova § 23 første ledd" in contents
    assert stamped(pages, 2) == []
    assert [file.kind for file in result.files] == [FileKind.PAPERS, FileKind.PACKAGE]


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("attachment_broken", b"%PDF-1.7\nrubbish"),
        ("attachment_broken", a_pdf("x")[:300]),
        ("attachment_broken", b"\x89PNG\r\n\x1a\nrubbish"),
        ("attachment_broken", b"\xff\xd8\xff\xe0rubbish"),
        ("attachment_broken", b"PK\x03\x04" + b"word/document.xml" * 3),
        ("attachment_unknown_type", b"MZ\x90\x00 a program"),
        ("attachment_unknown_type", b"just words"),
        ("attachment_encrypted", a_pdf("x", encryption=pikepdf.Encryption(user="u", owner="o"))),
        (
            "attachment_encrypted",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        ),
    ],
)
def test_unreadable_attachment_has_a_page_and_its_original_is_enclosed(
    code: str, data: bytes, shelf: BlobShelf, tmp_path: Path
) -> None:
    bad = attached(shelf, data, "Avtale.pdf", 1, title="Avtale")
    good = attached(shelf, a_pdf("God"), "God.pdf", 2)
    package, result = packaged([bad, good], shelf, tmp_path)
    pages = texts(package)
    (page,) = stamped(pages, 1)
    sentence = dict(package_words().problems)[code]
    (enclosure,) = (file for file in result.files if file.kind is FileKind.ENCLOSURE)
    assert sentence in page
    assert enclosure.path.name in page.replace("\u200b", "")
    assert enclosure.path.name == "Sakspapirer NR-6-2026 Vedlegg 1 Avtale.pdf"
    assert enclosure.path.read_bytes() == data
    assert "God" in pages[-1]
    assert codes(result) == [code]
    assert result.problems[0].params == {"number": 1, "file": "Avtale.pdf"}


def test_empty_and_missing_attachments_have_pages_but_nothing_to_enclose(
    shelf: BlobShelf, tmp_path: Path
) -> None:
    empty = attached(shelf, b"", "Tom.pdf", 1)
    missing = an_attachment(2, sha256="0" * 64, file_name="Borte.pdf", size=10)
    data, result = packaged([empty, missing], shelf, tmp_path)
    pages = texts(data)
    assert "Filen er tom." in stamped(pages, 1)[0]
    assert "Filen finnes ikke i rådsfilen." in stamped(pages, 2)[0]
    assert codes(result) == ["attachment_empty", "attachment_missing"]
    assert len(result.files) == 2


def test_huge_attachment_is_enclosed_and_never_parsed(shelf: BlobShelf, tmp_path: Path) -> None:
    huge = attached(shelf, a_pdf("x"), "Stor.pdf", 1, size=50_000_001)
    data, result = packaged([huge], shelf, tmp_path)
    assert "Filen er for stor" in stamped(texts(data), 1)[0]
    assert codes(result) == ["attachment_too_large"]
    assert result.files[-1].kind is FileKind.ENCLOSURE


def test_zip_bomb_is_not_unpacked(shelf: BlobShelf, tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("word/document.xml", b"0" * 90_000_000)
    data, result = packaged([attached(shelf, target.getvalue(), "b.docx", 1)], shelf, tmp_path)
    assert codes(result) == ["attachment_unsafe"]
    assert "utrygg" in stamped(texts(data), 1)[0]


def test_wrongly_named_attachment_is_merged_for_what_it_is(
    shelf: BlobShelf, tmp_path: Path
) -> None:
    data, result = packaged([attached(shelf, a_pdf("PDF inni"), "n.docx", 1)], shelf, tmp_path)
    assert "PDF inni" in texts(data)[-1]
    assert codes(result) == ["attachment_misnamed"]


def test_pictures_become_pages(shelf: BlobShelf, tmp_path: Path) -> None:
    scan = io.BytesIO()
    pages = [Image.new("1", (1240, 1754), 1), Image.new("RGB", (900, 600), "navy")]
    pages[0].save(scan, "TIFF", save_all=True, append_images=pages[1:])
    photo = io.BytesIO()
    Image.new("RGB", (400, 200), "red").save(photo, "PNG")
    data, result = packaged(
        [
            attached(shelf, scan.getvalue(), "skann.tiff", 1),
            attached(shelf, photo.getvalue(), "bilde.png", 2),
        ],
        shelf,
        tmp_path,
    )
    assert len(stamped(texts(data), 1)) == 2
    assert len(stamped(texts(data), 2)) == 1
    assert result.problems == ()
    assert how_much(pictures_of(data)[-1], RED) > 10_000


@needs_office
def test_word_and_excel_become_pages(shelf: BlobShelf, tmp_path: Path) -> None:
    import docx
    import openpyxl

    letter, sheet = io.BytesIO(), io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Et brev fra kommunen")
    document.save(letter)
    book = openpyxl.Workbook()
    book.create_sheet("Tall").append(["Budsjett", 1])
    book.save(sheet)
    data, result = packaged(
        [
            attached(shelf, letter.getvalue(), "brev.docx", 1),
            attached(shelf, sheet.getvalue(), "tall.xlsx", 2),
        ],
        shelf,
        tmp_path,
    )
    pages = texts(data)
    assert "Et brev fra kommunen" in stamped(pages, 1)[0]
    assert any("Budsjett 1" in page for page in stamped(pages, 2))
    assert result.problems == ()


def test_without_office_the_original_is_enclosed(
    shelf: BlobShelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.documents.attachments.office.find_office", lambda: None)
    rtf = attached(shelf, b"{\\rtf1 Hei}", "brev.rtf", 1)
    data, result = packaged([rtf], shelf, tmp_path)
    assert "Filen må åpnes i programmet den er laget i." in stamped(texts(data), 1)[0]
    assert codes(result) == ["attachment_no_converter"]
    assert result.files[-1].path.name == "Sakspapirer NR-6-2026 Vedlegg 1 brev.rtf"


ACCENT = (11, 92, 107)
RED = (255, 0, 0)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270, -90, 450])
@pytest.mark.parametrize(
    ("size", "origin", "crop"),
    [
        (A4, (0, 0), None),
        ((842, 595), (0, 0), None),
        (A4, (-300, 200), None),
        (A4, (0, 0), (100, 150, 500, 700)),
        ((2384, 3370), (0, 0), None),
        ((150, 220), (0, 0), None),
    ],
)
def test_stamp_is_upright_at_the_top_right_of_any_page(
    rotate: int,
    size: tuple[float, float],
    origin: tuple[float, float],
    crop: tuple[float, ...] | None,
    shelf: BlobShelf,
    tmp_path: Path,
) -> None:
    page = a_pdf("x", size=size, origin=origin, crop=crop, rotate=rotate)
    data, _ = packaged([attached(shelf, page, "a.pdf", 1)], shelf, tmp_path)
    assert "Vedlegg 1 til sak NR 21/26 · side 1 av 1" in texts(data)[-1]
    left, top, right, bottom, picture = accent_box(data)
    assert left > picture.width * 0.7
    assert right > picture.width * 0.94
    assert top < picture.height * 0.05
    assert bottom - top < right - left + 2


@pytest.mark.parametrize(
    "content",
    [
        b"q q q 3 0 0 3 100 100 cm",
        b"Q Q Q 0.1 0 0 0.1 0 0 cm",
        b"0 0 10 10 re W n",
        b"BT /F1 12 Tf",
        b"/GS gs 1 0 0 RG BX garbage (unclosed",
        b"\xff\xfe\x00 << [ (",
    ],
)
def test_nothing_on_the_page_can_move_the_stamp(
    content: bytes, shelf: BlobShelf, tmp_path: Path
) -> None:
    data, _ = packaged([attached(shelf, a_pdf("x", content=content), "a.pdf")], shelf, tmp_path)
    left, top, right, _, picture = accent_box(data)
    assert left > picture.width * 0.7
    assert right > picture.width * 0.94
    assert top < picture.height * 0.05


def test_pages_that_share_their_content_keep_their_own_look(
    shelf: BlobShelf, tmp_path: Path
) -> None:
    pdf = Pdf.new()
    first, second = add_page(pdf, "Delt innhold"), add_page(pdf, "")
    second.obj.Contents = first.obj.Contents
    pages = Array([first.obj.Contents])
    third = add_page(pdf, "")
    third.obj.Contents = pages
    data, _ = packaged([attached(shelf, saved(pdf), "a.pdf")], shelf, tmp_path)
    assert all("Delt innhold" in page for page in texts(data)[-3:])


def in_pieces(*pieces: bytes, filters: Name | None = None) -> bytes:
    """A page whose content lies in several streams, packed as `filters` says."""
    pdf = Pdf.new()
    page = add_page(pdf, "")
    page.obj.Contents = Array([pdf.make_stream(piece) for piece in pieces])
    for stream in page.obj.Contents:
        if filters is not None:
            stream.Filter = filters
    return saved(pdf, compress_streams=False)


@pytest.mark.parametrize(
    "page",
    [
        in_pieces(b"q 3 0 0 3 100 100 cm", b"q q"),
        in_pieces(b"BT /F1 12 Tf 100 400 Td", b"(Tekst i biter) Tj ET"),
        in_pieces(b"not packed at all", b"at all", filters=Name.FlateDecode),
        in_pieces(b"80~>", b"81~>", filters=Name.ASCII85Decode),
        in_pieces(zlib.compress(bytes(60_000_000)), filters=Name.FlateDecode),
        in_pieces(zlib.compress(b"q"), zlib.compress(b" " * 60_000_000), filters=Name.FlateDecode),
    ],
    ids=["unbalanced", "parted", "damaged", "other", "one-bomb", "bomb"],
)
def test_content_in_pieces_is_stamped_whatever_it_holds(
    page: bytes, shelf: BlobShelf, tmp_path: Path
) -> None:
    data, result = packaged([attached(shelf, page, "a.pdf")], shelf, tmp_path)
    assert result.problems == ()
    assert len(data) < 1_000_000
    left, top, _, _, picture = accent_box(data)
    assert left > picture.width * 0.7
    assert top < picture.height * 0.05


def test_attachment_that_prevents_the_package_is_found_and_left_out(
    shelf: BlobShelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_on_odd_pages(pdf: Pdf, pages: Sequence[pikepdf.Page], *rest: Any) -> None:
        if any(float(page.mediabox[2]) == 333 for page in pages):
            raise pikepdf.DataDecodingError("found when it was saved")
        put_stamps(pdf, pages, *rest)

    monkeypatch.setattr(joining, "put_stamps", fail_on_odd_pages)
    odd = attached(shelf, a_pdf("Rar", size=(333, 500)), "rar.pdf", 1)
    good = attached(shelf, a_pdf("God"), "god.pdf", 2)
    data, result = packaged([odd, good], shelf, tmp_path)
    assert codes(result) == ["attachment_broken"]
    assert "Filen er skadet" in stamped(texts(data), 1)[0]
    assert "God" in texts(data)[-1]


def test_nothing_that_acts_or_tells_follows_an_attachment(shelf: BlobShelf, tmp_path: Path) -> None:
    data, result = packaged([attached(shelf, hostile_pdf(), "a.pdf", 1)], shelf, tmp_path)
    assert result.problems == ()
    everything = every_byte(data)
    for word in (b"KANARI", b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/OpenAction", b"/AA"):
        assert word not in everything
    assert "KANARI".encode("utf-16-be") not in everything


def test_links_within_an_attachment_and_to_the_web_still_work(
    shelf: BlobShelf, tmp_path: Path
) -> None:
    data, _ = packaged([attached(shelf, hostile_pdf(), "a.pdf", 1)], shelf, tmp_path)
    with Pdf.open(io.BytesIO(data)) as pdf:
        page, other = pdf.pages[-2].obj, pdf.pages[-1].obj
        within = [link for link in page.Annots if "/Dest" in link]
        assert len(within) == 2
        assert all(link.Dest[0].is_same_object_as(other) for link in within)
        addresses = [str(link.A.URI) for link in page.Annots if "/A" in link]
        assert addresses == ["https://example.org/god"]


def test_picture_that_knows_where_it_was_taken_does_not_tell(
    shelf: BlobShelf, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "KANARI-kamera", 6
    photo = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(photo, "JPEG", exif=exif, comment=b"KANARI-merknad")
    jpeg = photo.getvalue() + b"KANARI-etter"
    data, _ = packaged([attached(shelf, jpeg, "foto.jpg", 1)], shelf, tmp_path)
    assert b"KANARI" not in every_byte(data)


def test_file_names_stay_outside_the_package(shelf: BlobShelf, tmp_path: Path) -> None:
    named = attached(shelf, a_pdf("x"), "KANARI-intern-kladd.pdf", 1, title="Avtale")
    data, _ = packaged([named], shelf, tmp_path)
    assert b"KANARI" not in every_byte(data)


def test_fields_of_a_form_stay_visible(shelf: BlobShelf, tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, "Skjema")
    look = pdf.make_indirect(Stream(pdf, b"1 0 0 rg 0 0 100 40 re f"))
    look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 40])
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("felt"), F=4,
            Rect=Array([100, 100, 200, 140]), AP=Dictionary(N=look), P=page.obj,
        )
    )  # fmt: skip
    page.obj.Annots = Array([field])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", pikepdf.exceptions.PageCopyWarning)
        orphan = saved(pdf)
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
    form = saved(pdf)
    shelf = BlobShelf()
    both = [attached(shelf, form, "a.pdf", 1), attached(shelf, orphan, "b.pdf", 2)]
    data, _ = packaged(both, shelf, tmp_path)
    for picture in pictures_of(data)[-2:]:
        assert how_much(picture, RED) > 3_000


def test_layer_that_was_hidden_stays_hidden(shelf: BlobShelf, tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, "x", content=b"/OC /Skjult BDC 1 0 0 rg 50 50 300 300 re f EMC")
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Skjult")))
    page.obj.Resources.Properties = Dictionary(Skjult=layer)
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    data, _ = packaged([attached(shelf, saved(pdf), "a.pdf", 1)], shelf, tmp_path)
    assert how_much(pictures_of(data)[-1], RED) == 0


def test_package_claims_neither_archive_nor_accessibility(shelf: BlobShelf, tmp_path: Path) -> None:
    data, _ = packaged([attached(shelf, a_pdf("x"), "a.pdf", 1)], shelf, tmp_path)
    with Pdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as metadata:
        assert not metadata.pdfa_status
        assert "pdfuaid:part" not in metadata
        assert pdf.Root.Lang == "nb-NO"
        assert str(pdf.docinfo.Title).startswith("Innkalling til møte")
        for page in list(pdf.pages)[-1:]:
            assert not {"/StructParents", "/Tabs"} & set(page.obj.keys())


def test_package_is_sound_after_merging_300_attachments(shelf: BlobShelf, tmp_path: Path) -> None:
    many = [attached(shelf, a_pdf(f"Nr {n}"), f"{n}.pdf", n) for n in range(1, 301)]
    data, result = packaged(many, shelf, tmp_path)
    pages = texts(data)
    assert [f"Nr {n}" in page for n, page in enumerate(pages[-300:], start=1)] == [True] * 300
    assert result.problems == ()
    assert_sound(data)


def test_audiences_with_fewer_attachments_keep_the_numbers(
    shelf: BlobShelf, tmp_path: Path
) -> None:
    every = [attached(shelf, a_pdf(f"Innhold {n}"), f"{n}.pdf", n) for n in (1, 2, 3)]
    public = [every[0], withheld_attachment(2), every[2]]
    data, _ = packaged(public, shelf, tmp_path)
    assert "Vedlegg 3 til sak NR 21/26" in texts(data)[-1]
    assert "Innhold 2" not in " ".join(texts(data))


@needs_real
def test_every_real_attachment_finds_its_place(shelf: BlobShelf, tmp_path: Path) -> None:
    files = sorted(REAL.iterdir())
    attachments = [
        attached(shelf, path.read_bytes(), path.name, number)
        for number, path in enumerate(files, start=1)
    ]
    data, result = packaged(attachments, shelf, tmp_path)
    pages = texts(data)
    for number, path in enumerate(files, start=1):
        expected = 1
        if path.suffix == ".pdf" and path.name != "graph-encrypted.pdf":
            with Pdf.open(path) as pdf:
                expected = len(pdf.pages)
        assert len(stamped(pages, number)) >= expected, path.name
    told = {problem.params["file"]: problem.code for problem in result.problems}
    assert told.pop("graph-encrypted.pdf") == "attachment_encrypted"
    if find_office() is not None:
        assert told == {}
    assert_sound(data)


def test_canaries_of_a_withheld_case_reach_no_file(shelf: BlobShelf, tmp_path: Path) -> None:
    secret = attached(shelf, a_pdf("KANARI-innhold"), "KANARI-navn.pdf", 2, title="KANARI")
    shown = attached(shelf, a_pdf("Åpent"), "a.pdf", 1)
    every = papers([a_case(21, attachments=(shown, secret))])
    result = made(public_version(every), tmp_path, shelf)
    for file in result.files:
        assert "KANARI" not in file.path.name
        assert b"KANARI" not in every_byte(file.path.read_bytes())
    assert secret.sha256 not in shelf.asked


def public_version(content: Papers) -> Papers:
    """As the service builds it: the withheld attachment has nothing but its number and reason."""
    case = content.cases[0]
    attachments = (case.attachments[0], withheld_attachment(2))
    return replace(content, cases=(replace(case, attachments=attachments),))


def assert_sound(data: bytes) -> None:
    """As `qpdf --check` sees it; a coding of pictures that it cannot unpack is no fault."""
    with Pdf.open(io.BytesIO(data)) as pdf, warnings.catch_warnings():
        warnings.filterwarnings("ignore", "pikepdf is missing some specialized decoders")
        assert pdf.check_pdf_syntax() == []


def accent_box(data: bytes) -> tuple[int, int, int, int, Any]:
    """Where the stamp's coloured box is on the last page: left, top, right, bottom, the picture."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        longest = max(float(side) for side in pdf.pages[-1].mediabox)
    picture = pictures_of(data, scale=min(2.0, 1_600 / longest))[-1]
    left, top, right, bottom = where(picture, ACCENT).getbbox()
    return left, top, right, bottom, picture
