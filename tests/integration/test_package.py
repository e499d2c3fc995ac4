"""The combined package: every attachment in its place, and a page where it cannot be shown."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Pdf
from PIL import Image

from app.documents.attachments.office import find_office
from app.documents.jobs import FileKind
from tests.helpers.content import (
    BlobShelf,
    an_attachment,
    attached,
    package_words,
    withheld_attachment,
)
from tests.helpers.packages import (
    RED,
    assert_sound,
    codes,
    packaged,
    shelf,
    stamped,
)
from tests.helpers.pdfs import (
    REAL,
    a_pdf,
    bookmarks,
    every_byte,
    how_much,
    page_labels,
    pictures_of,
    texts,
)

__all__ = ["shelf"]

needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not here")
needs_real = pytest.mark.skipif(not REAL.is_dir(), reason="the real attachments are not here")


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
