"""What must not follow an attachment into the package, and what must not be lost there."""

from __future__ import annotations

import io
import warnings
from dataclasses import replace
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image

from app.documents.content import Papers
from tests.helpers.content import (
    BlobShelf,
    a_case,
    attached,
    papers,
    withheld_attachment,
)
from tests.helpers.hostile import hostile_pdf
from tests.helpers.jobs import made
from tests.helpers.packages import (
    RED,
    packaged,
    shelf,
)
from tests.helpers.pdfs import (
    a_pdf,
    add_page,
    every_byte,
    how_much,
    pictures_of,
    saved,
)

__all__ = ["shelf"]


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
