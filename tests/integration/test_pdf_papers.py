"""Our own pages as PDF: what they say, in which order, and what they promise (R29–R31)."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from app.documents.content import AgendaRow, CaseContent, Papers
from app.documents.jobs import FileKind
from app.documents.pdf.papers import PapersSetter
from app.domain.reasons import Reason
from app.domain.rich_text import Heading, Picture, RichText, from_plain
from tests.helpers.content import (
    BlobShelf,
    a_case,
    a_list,
    a_table,
    agenda_of,
    brief_sections,
    metadata,
    papers,
    rich,
    runs,
    withheld_attachment,
)
from tests.helpers.jobs import bytes_of, made
from tests.helpers.pdfs import bookmarks, seen, texts

ROOT = Path(__file__).resolve().parents[2]
LONG_TITLE = (
    "Samarbeidsavtale om felles mottaksapparat for næringsetableringer i regionen med "
    "kostnadsfordeling, arbeidsdeling mellom kommunene og rutine for rapportering til rådet "
    "hvert halvår i perioden"
)


def typeset(content: Papers, shelf: BlobShelf | None = None) -> tuple[bytes, tuple[Reason, ...]]:
    made_pages = PapersSetter(content, shelf or BlobShelf()).typeset()
    return made_pages.data, made_pages.problems


def with_text(text: RichText) -> Papers:
    section = replace(brief_sections()[2], body=text)
    return papers([a_case(21, sections=(section,))])


def claims(data: bytes) -> str:
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as found:
        return f"{found.pdfa_status or 'plain'} ua-{found.get('pdfuaid:part', 'none')}"


def test_notice_comes_in_the_order_of_the_rules() -> None:
    data, problems = typeset(papers())
    whole = " ".join(texts(data))
    expected = [
        "Innkalling", "fredag 4. desember 2026", "Skaun rådhus", "kl. 09.00", "Innkalt",
        "Kari Nordvik", "Kopi", "Liv Moe", "Forfall meldes", "Saksliste", "Eventuelt",
        "NR 21/26 · Vedtak", "Forslag til vedtak", "Oppsummering", "Bakgrunn og saksopplysninger",
        "Vurdering", "Vurdering opp mot næringsplanen", "Beslutningsnivå",
        "Trondheim, 27. november 2026",
    ]  # fmt: skip
    places = [whole.index(words) for words in expected]
    assert places == sorted(places)
    assert problems == ()


def test_every_page_says_which_it_is() -> None:
    pages = texts(typeset(papers())[0])
    for number, page in enumerate(pages, start=1):
        assert f"Side {number} av {len(pages)}" in page
        assert "Eksempel – oppdiktede data" in page


def test_pages_are_archival_and_accessible() -> None:
    data, _ = typeset(papers())
    assert claims(data) == "2A ua-1"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.Lang == "nb-NO"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == "Innkalling til møte i Næringsrådet 4. desember 2026"
        assert str(pdf.docinfo.CreationDate).startswith("D:20261204")


def test_each_case_has_a_bookmark_to_its_first_page() -> None:
    data, _ = typeset(papers())
    pages = texts(data)
    found = {title: page for _, title, page in bookmarks(data)}
    assert "NR 21/26 · Vedtak" in pages[found["Testarena for havteknologi – fase 2"]]
    assert "NR 22/26 · Vedtak" in pages[found["Gründerprogram"]]


def test_agenda_tells_the_page_that_each_case_is_on() -> None:
    data, _ = typeset(papers())
    pages = texts(data)
    for number in ("NR 21/26", "NR 22/26"):
        line = re.search(rf"{number} .*? 20 min (\d+)", pages[0])
        assert line is not None
        assert f"{number} · Vedtak" in pages[int(line.group(1)) - 1]


def test_agenda_line_without_a_brief_has_no_link() -> None:
    agenda = agenda_of([])
    lost = AgendaRow(number="NR 30/26", title="Trukket", kind="", time="", anchor="case-30")
    content = papers([], agenda=replace(agenda, rows=(*agenda.rows, lost)))
    data, problems = typeset(content)
    assert "NR 30/26 Trukket" in texts(data)[0]
    assert problems == ()


def test_withheld_case_shows_its_number_and_the_legal_basis_alone() -> None:
    basis = "Unntatt offentlighet, jf. offentleglova § 23 første ledd"
    case = CaseContent(
        anchor="case-21", number="NR 21/26", title="Unntatt sak", kind="Vedtak", withheld=basis
    )
    page = texts(typeset(papers([case]))[0])[1]
    assert f"NR 21/26 · Vedtak Unntatt sak {basis}" in page


def test_withheld_attachment_keeps_its_number_and_states_the_gap() -> None:
    case = a_case(21, attachments=(withheld_attachment(2),))
    whole = " ".join(texts(typeset(papers([case]))[0]))
    assert "Vedlegg 2 Unntatt dokument Unntatt offentlighet, jf. offentleglova § 23" in whole


def test_long_titles_stay_within_the_page() -> None:
    title = LONG_TITLE.ljust(200, "x")
    case = a_case(21, title=title)
    content = papers([case], heading=title, meta=metadata(title=title))
    assert_within_margins(typeset(content)[0])


def test_a_word_of_200_letters_stays_within_the_page() -> None:
    word = "samferdselsinfrastruktur" * 9
    address = "https://example.org/" + "a1b2c3d4e5" * 20
    data, _ = typeset(papers([a_case(21, title=word)], apologies=address))
    assert_within_margins(data)


def test_wide_table_stays_within_the_page() -> None:
    head = [f"Kolonne {number}" for number in range(12)]
    row = ["1 080 000 kr"] * 12
    table = a_table(head, row, ["Sum for hele perioden", *row[1:]], numeric=range(1, 12))
    assert_within_margins(typeset(with_text(rich(table)))[0])


def test_long_table_repeats_its_header() -> None:
    rows = [(f"Tiltak {number}", f"{number} 000 kr") for number in range(90)]
    table = a_table(("Tiltak i planen", "Beløp"), *rows, numeric=(1,))
    pages = [page for page in texts(typeset(with_text(rich(table)))[0]) if "000 kr" in page]
    assert len(pages) >= 3
    assert all("Tiltak i planen" in page for page in pages)


def test_20_000_words_are_set() -> None:
    words = " ".join(["Regionen skal ha flere arbeidsplasser i kunnskapsintensive næringer."] * 10)
    text = from_plain("\n\n".join([words] * 250))
    data, problems = typeset(with_text(text))
    assert len(texts(data)) > 30
    assert problems == ()


def test_emoji_is_replaced_told_and_still_archival() -> None:
    data, problems = typeset(with_text(rich("Bra jobba 👍🏽 alle sammen 👩‍👩‍👧!")))
    assert "Bra jobba □ alle sammen □!" in " ".join(texts(data))
    assert [problem.code for problem in problems] == ["characters_replaced"]
    assert problems[0].params["characters"] == ("👍", "👩")
    assert claims(data) == "2A ua-1"


@pytest.mark.parametrize(
    "nuisance", ["\x00\x07\x1b", "\ue000\uf0b7", "\ud800", "\u202e\u2066", "\u0378", "\ufeff"]
)
def test_what_cannot_be_read_is_left_out(nuisance: str) -> None:
    data, problems = typeset(with_text(rich(f"Før{nuisance}etter")))
    assert "Føretter" in " ".join(texts(data))
    assert problems == ()
    assert claims(data) == "2A ua-1"


def test_nothing_in_the_text_is_markup() -> None:
    sly = '#panic("x") *fet* _kursiv_ $x$ @ref <label> #read("/etc/passwd") \\ // = -'
    content = papers([a_case(21, title=sly)], apologies=sly)
    data, problems = typeset(content)
    assert " ".join(texts(data)).count('#read("/etc/passwd")') >= 2
    assert problems == ()


def test_headings_that_skip_levels_are_evened_out() -> None:
    text = rich(Heading(3, runs("Dypt")), "Tekst", Heading(2, ()), Heading(3, runs("Dypere")), "x")
    data, problems = typeset(with_text(text))
    assert problems == ()
    assert claims(data) == "2A ua-1"


def test_empty_blocks_leave_no_trace() -> None:
    text = rich("", "   ", a_list("", " "), "Siste")
    data, problems = typeset(with_text(text))
    assert problems == ()
    assert "Bakgrunn og saksopplysninger Siste" in " ".join(texts(data))


MODES = {
    "PNG": ("RGB", "RGBA", "L", "LA", "1", "P", "I;16"),
    "JPEG": ("RGB", "L", "CMYK"),
    "GIF": ("RGB", "L", "P"),
    "TIFF": ("RGB", "RGBA", "L", "1", "CMYK", "I;16", "F"),
    "WEBP": ("RGB", "RGBA"),
    "BMP": ("RGB", "L", "1"),
}


@pytest.mark.parametrize(("kind", "mode"), [(k, mode) for k in MODES for mode in MODES[k]])
def test_pictures_of_every_kind_are_shown(kind: str, mode: str) -> None:
    shelf = BlobShelf()
    target = io.BytesIO()
    Image.new(mode, (40, 20)).save(target, kind)
    picture = Picture(shelf.put(target.getvalue()), "Kart over regionen", 50)
    data, problems = typeset(with_text(rich(picture)), shelf)
    assert problems == ()
    assert claims(data) == "2A ua-1"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        drawn = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and "/Width" in o]
        assert drawn
        assert "Kart over regionen" in alternative_texts(pdf)


def test_broken_picture_leaves_a_note_and_is_told() -> None:
    shelf = BlobShelf()
    broken = Picture(shelf.put(b"\x89PNG\r\n\x1a\n rubbish"), "Kart")
    missing = Picture("0" * 64, "Diagram")
    data, problems = typeset(with_text(rich("Se kartet.", broken, missing)), shelf)
    assert "Se kartet. [Kart] [Diagram]" in " ".join(texts(data))
    assert [problem.code for problem in problems] == ["picture_left_out"] * 2


def test_picture_bytes_carry_no_camera_nor_place() -> None:
    shelf = BlobShelf()
    image = Image.new("RGB", (80, 60), "red")
    exif = Image.Exif()
    exif[0x010F] = "KANARIKAMERA"
    target = io.BytesIO()
    image.save(target, "JPEG", exif=exif, comment=b"KANARIKOMMENTAR")
    picture = Picture(shelf.put(target.getvalue()), "Bilde")
    data, _ = typeset(with_text(rich(picture)), shelf)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        raw = b"".join(o.read_raw_bytes() for o in pdf.objects if isinstance(o, pikepdf.Stream))
    assert b"KANARI" not in raw


SAME_BYTES = """
import sys, hashlib
from tests.helpers.content import BlobShelf, papers, a_case, minutes, attached
from tests.helpers.pdfs import a_pdf
from app.documents.pdf.papers import PapersSetter
from app.documents.pdf.minutes import typeset_minutes
from tests.helpers.jobs import made, bytes_of
from app.documents.jobs import FileKind
from pathlib import Path
shelf = BlobShelf()
case = a_case(21, attachments=(attached(shelf, a_pdf("a", "b", static_id=True), "a.pdf"),))
content = papers([case])
result = made(content, Path(sys.argv[1]), shelf)
parts = [bytes_of(result, FileKind.PAPERS), bytes_of(result, FileKind.PACKAGE),
         typeset_minutes(minutes(), shelf).data]
print([hashlib.sha256(part).hexdigest() for part in parts])
"""


def test_same_content_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    answers = set()
    settings = (
        ("UTC", "0", "C.UTF-8"),
        ("Pacific/Auckland", "1", "C.UTF-8"),
        ("EST5EDT", "77", "C"),
    )
    for number, (zone, seed, locale) in enumerate(settings):
        folder = tmp_path / str(number)
        folder.mkdir()
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": locale}
        done = subprocess.run(
            [sys.executable, "-c", SAME_BYTES, str(folder)],
            cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        answers.add(done.stdout)
    assert len(answers) == 1


def test_package_without_attachments_is_our_pages_with_contents(tmp_path: Path) -> None:
    result = made(papers(), tmp_path, BlobShelf())
    pages = texts(bytes_of(result, FileKind.PACKAGE))
    assert "Innhold" in pages[1]
    assert len(pages) == len(texts(bytes_of(result, FileKind.PAPERS))) + 1


def assert_within_margins(data: bytes) -> None:
    """No letter stands nearer than 60 points to a side of its page."""
    for page in seen(data):
        outside = [one for one in page.letters if one.left < 60 or one.right > page.width - 60]
        assert not outside, "".join(one.text for one in outside)


def alternative_texts(pdf: pikepdf.Pdf) -> set[str]:
    found = (item.get("/Alt") for item in pdf.objects if isinstance(item, pikepdf.Dictionary))
    return {str(text) for text in found if text is not None}
