"""Files from outside: known by their bytes, limited before they are read, converted in safety."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf import Pdf
from PIL import Image

from app.documents.attachments import office
from app.documents.attachments.foreign import open_pdf
from app.documents.attachments.kinds import Kind, is_misnamed, kind_of
from app.documents.attachments.office import Converted, OfficeFile, convert, find_office, sweep
from app.documents.attachments.picture_pages import picture_pdf
from app.documents.limits import MAX_BYTES, check_container, check_size
from app.documents.pictures import ready_picture, without_metadata
from app.domain.errors import UserError
from tests.helpers.hostile import a_zip
from tests.helpers.jobs import followed
from tests.helpers.pdfs import REAL, a_pdf, pictures_of, saved, texts
from tests.prove.prove_hostile import (
    bombs_go_off_in_vain,
    canaries_beside_the_words,
    damaged_attachments,
)

needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not here")


def a_picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (40, 30)) -> bytes:
    target = io.BytesIO()
    Image.new(mode, size).save(target, kind)
    return target.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(UserError) as error:
        check_container(data, "fil.docx")
    assert error.value.params["file"] == "fil.docx"
    return f"{error.value.code} {error.value.params.get('cause', '')}".strip()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (a_pdf("x"), Kind.PDF),
        (b"rubbish before\n" + a_pdf("x"), Kind.PDF),
        (a_picture("PNG"), Kind.PNG),
        (a_picture("JPEG"), Kind.JPEG),
        (a_picture("GIF"), Kind.GIF),
        (a_picture("TIFF"), Kind.TIFF),
        (a_picture("WEBP"), Kind.WEBP),
        (a_picture("BMP"), Kind.BMP),
        (a_zip({"[Content_Types].xml": b"", "word/document.xml": b""}), Kind.DOCX),
        (a_zip({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), Kind.XLSX),
        (a_zip({"[Content_Types].xml": b"", "ppt/presentation.xml": b""}), Kind.PPTX),
        (a_zip({"mimetype": b"application/vnd.oasis.opendocument.text"}), Kind.ODT),
        (a_zip({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), Kind.ODS),
        (a_zip({"anything": b""}), Kind.UNKNOWN),
        (b"{\\rtf1 hei}", Kind.RTF),
        (b"", Kind.UNKNOWN),
        (b"BM", Kind.UNKNOWN),
        (b"PK\x03\x04", Kind.UNKNOWN),
    ],
)
def test_kind_is_told_by_the_bytes(data: bytes, kind: Kind) -> None:
    assert kind_of(data) is kind


@pytest.mark.parametrize(
    ("name", "kind", "misnamed"),
    [
        ("a.pdf", Kind.PDF, False),
        ("a.PDF", Kind.PDF, False),
        ("a.docx", Kind.PDF, True),
        ("uten ending", Kind.PDF, True),
        ("a.jpg", Kind.JPEG, False),
        ("a.png", Kind.JPEG, True),
        ("a.docm", Kind.DOCX, False),
        ("a.doc", Kind.RTF, False),
        ("a.xyz", Kind.UNKNOWN, False),
    ],
)
def test_wrong_names_are_seen(name: str, kind: Kind, misnamed: bool) -> None:
    assert is_misnamed(name, kind) is misnamed


def test_size_on_the_limit_is_read_and_one_above_is_not() -> None:
    check_size(MAX_BYTES, "a")
    with pytest.raises(UserError) as error:
        check_size(MAX_BYTES + 1, "a")
    assert error.value.code == "file_too_large"


def test_container_within_the_limits_is_read() -> None:
    check_container(a_zip({"word/document.xml": os.urandom(10_000)}), "a.docx")


def test_container_that_is_unsafe_is_refused() -> None:
    assert refusal(a_zip({str(n): b"" for n in range(2_001)})) == "file_unsafe entries"
    assert refusal(a_zip({"a": bytes(2_000_000)})) == "file_unsafe ratio"
    assert refusal(a_zip({"a": bytes(100_000_001)})) == "file_unsafe unpacked"
    for start in ("utf-8", "utf-16-le", "utf-16-be"):
        xml = f"<?xml version='1.0'?><!-- {'x' * 9_000} --><!DOCTYPE a []><a/>".encode(start)
        noise = os.urandom(500)
        assert refusal(a_zip({"word/document.xml": xml, "n": noise})) == "file_unsafe doctype"


def test_container_that_is_broken_or_locked_is_refused() -> None:
    good = a_zip({"word/document.xml": os.urandom(5_000)})
    assert refusal(good[:-30]).startswith("file_broken")
    assert refusal(good[:100] + b"XXXX" + good[104:]).startswith("file_broken")
    locked = bytearray(good)
    for header in (b"PK\x03\x04", b"PK\x01\x02"):
        flags = locked.index(header) + (6 if header == b"PK\x03\x04" else 8)
        locked[flags] |= 1
    assert refusal(bytes(locked)) == "file_encrypted"


def test_container_that_lies_about_its_size_is_refused() -> None:
    lying = bytearray(a_zip({"word/document.xml": bytes(5_000_000)}))
    directory = lying.index(b"PK\x01\x02")
    lying[directory + 24 : directory + 28] = (100).to_bytes(4, "little")
    assert refusal(bytes(lying)).startswith("file_")


def test_picture_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    target = io.BytesIO()
    Image.new("RGB", (80, 40)).save(target, "JPEG", exif=exif)
    ready = ready_picture(target.getvalue())
    assert (ready.width, ready.height) == (40, 80)


def test_plain_jpeg_keeps_its_pixels_and_loses_its_tale() -> None:
    image = Image.effect_noise((64, 64), 60).convert("RGB")
    target = io.BytesIO()
    image.save(target, "JPEG", comment=b"KANARI", progressive=True)
    bare = without_metadata(target.getvalue() + b"KANARI after the end")
    assert b"KANARI" not in bare
    with Image.open(io.BytesIO(bare)) as after, Image.open(target) as before:
        assert after.tobytes() == before.tobytes()


def test_very_large_picture_is_made_smaller() -> None:
    ready = ready_picture(a_picture("PNG", "L", (6_000, 3_000)))
    assert (ready.width, ready.height) == (3_508, 1_754)


def test_picture_with_too_many_pixels_is_refused() -> None:
    with pytest.raises(UserError) as error:
        ready_picture(a_picture("PNG", "1", (20_000, 20_000)))
    assert error.value.code == "picture_too_large"


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_picture_page_shows_the_same_pixels(mode: str) -> None:
    image = Image.new(mode, (200, 100), "white")
    image.paste(image.copy().resize((100, 50)).point(lambda _: 0), (0, 0))
    target = io.BytesIO()
    image.save(target, "PNG")
    (page,) = pictures_of(saved(picture_pdf(target.getvalue())), scale=1)
    assert page.width > page.height
    black = sum(page.convert("L").histogram()[:40])
    assert 2_400 < black < 3_200  # 100 × 50 pixels at 96 to the inch are 75 × 37.5 points


def test_damaged_attachments_never_bring_the_worker_down() -> None:
    outcome = damaged_attachments(100, 4)
    assert outcome.tried == 100
    assert outcome.breaches == ()


def test_bombs_are_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    # The second itself is held by `dev.py prove`; here a busy machine may be slow, but not hang.
    monkeypatch.setattr("tests.prove.prove_hostile.SLOWEST", 30.0)
    assert bombs_go_off_in_vain(30, 4).breaches == ()


def test_canaries_beside_the_words_stay_outside_the_package() -> None:
    assert canaries_beside_the_words(8, 4).breaches == ()


def outcome(make: Callable[[bytes], Pdf], data: bytes) -> str:
    try:
        return "pages" if len(make(data).pages) else "none"
    except UserError as error:
        return error.code


def converted(conversion: office.Conversion) -> dict[int, Converted]:
    return followed(conversion)[0]


def living(group: int) -> list[list[str]]:
    """The processes of a group that can still do something: one that has ended may stand listed."""
    rows = subprocess.check_output(["ps", "-e", "-o", "pgid=,stat="], text=True).splitlines()
    return [row for row in map(str.split, rows) if row[0] == str(group) and row[1][0] not in "ZX"]


@needs_office
def test_conversion_leaves_no_trace_on_disk() -> None:
    before = leftovers()
    results = converted(convert({1: OfficeFile(Kind.RTF, b"{\\rtf1 KANARI}")}))
    assert "KANARI" in texts(results[1].pdf)[0]
    assert leftovers() == before


@needs_office
@pytest.mark.skipif(shutil.which("ps") is None, reason="needs a list of processes")
def test_conversion_that_is_cancelled_ends_the_program_and_cleans_up() -> None:
    before = leftovers()
    conversion = convert({1: OfficeFile(Kind.RTF, b"{\\rtf1 hei}")})
    next(conversion)
    (folder,) = leftovers() - before
    group = int((folder / "group").read_text(encoding="ascii"))
    assert living(group)
    conversion.close()
    assert not folder.exists()
    until = time.monotonic() + 30
    while living(group):  # each is killed, and the system takes it away in its own time
        assert time.monotonic() < until
        time.sleep(0.01)


@needs_office
def test_file_that_cannot_be_converted_takes_no_other_with_it() -> None:
    files = {
        1: OfficeFile(Kind.DOCX, b"PK\x03\x04 rubbish"),
        2: OfficeFile(Kind.RTF, b"{\\rtf1 God}"),
    }
    results = converted(convert(files))
    assert results[1] == Converted(problem="attachment_not_converted")
    assert "God" in texts(results[2].pdf)[0]


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")
def test_program_that_hangs_is_ended_when_its_time_is_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hanging = tmp_path / "soffice"
    hanging.write_text("#!/bin/sh\nsleep 600 & sleep 600\n", encoding="ascii")
    hanging.chmod(0o755)
    monkeypatch.setattr(office, "START_SECONDS", 0.2)
    monkeypatch.setattr(office, "SECONDS_EACH", 0.1)
    before = leftovers()
    results = converted(convert({1: OfficeFile(Kind.RTF, b"x")}, hanging))
    assert results == {1: Converted(problem="attachment_too_slow")}
    assert leftovers() == before


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc")
def test_sweep_removes_what_a_dead_process_left() -> None:
    root = office._roots()[0]
    dead = root / f"{office.PREFIX}{dead_process()}-abc"
    mine = root / f"{office.PREFIX}{os.getpid()}-abc"
    for folder in (dead, mine):
        folder.mkdir()
        (folder / "in.docx").write_bytes(b"KANARI")
    try:
        sweep()
        assert not dead.exists()
        assert mine.exists()
    finally:
        for path in mine.iterdir():
            path.unlink()
        mine.rmdir()


OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    [
        *(f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "text", "manifest")),
        f'xmlns:draw="{OASIS}:drawing:1.0" xmlns:svg="{OASIS}:svg-compatible:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
    ]
)


def odt_with_linked_picture(address: str) -> bytes:
    kind = "application/vnd.oasis.opendocument.text"
    entries = f"""<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>
        <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>"""
    body = f"""<text:p><draw:frame svg:width="8cm" svg:height="8cm"><draw:image
        xlink:href="{address}" xlink:type="simple"/></draw:frame>Tekst</text:p>"""
    return a_zip(
        {
            "mimetype": kind.encode(),
            "META-INF/manifest.xml": (
                f"<manifest:manifest {SPACES}>{entries}</manifest:manifest>"
            ).encode(),
            "content.xml": (
                f'<office:document-content {SPACES} office:version="1.2"><office:body>'
                f"<office:text>{body}</office:text></office:body></office:document-content>"
            ).encode(),
        }
    )


@needs_office
def test_document_cannot_pull_in_files_from_this_machine(tmp_path: Path) -> None:
    secret = tmp_path / "hemmelig.png"
    secret.write_bytes(a_picture("PNG", size=(300, 300)))
    document = odt_with_linked_picture(secret.as_uri())
    results = converted(convert({1: OfficeFile(Kind.ODT, document)}))
    (page,) = pictures_of(results[1].pdf)
    assert "Tekst" in texts(results[1].pdf)[0]
    assert sum(page.convert("L").histogram()[:30]) < 2_000


@pytest.mark.skipif(not REAL.is_dir(), reason="the real attachments are not here")
@pytest.mark.parametrize("path", sorted(REAL.glob("*.pdf")), ids=lambda path: path.name)
def test_real_pdfs_are_opened_or_known_to_be_locked(path: Path) -> None:
    expected = "attachment_encrypted" if path.name == "graph-encrypted.pdf" else "pages"
    assert outcome(open_pdf, path.read_bytes()) == expected


def leftovers() -> set[Path]:
    return {path for root in office._roots() for path in root.glob(f"{office.PREFIX}*")}


def dead_process() -> int:
    """The number of a process that is over."""
    child = os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, "-c", ""])
    os.waitpid(child, 0)
    return child
