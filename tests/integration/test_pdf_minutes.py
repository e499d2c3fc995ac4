"""The minutes as PDF: what they must state, in the order of R40."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf

from app.documents.content import DataTable, Minutes, Signature
from app.documents.pdf.minutes import typeset_minutes
from app.domain.rich_text import from_plain
from tests.helpers.content import BlobShelf, letterhead, minutes
from tests.helpers.pdfs import bookmarks, texts


def typeset(content: Minutes) -> bytes:
    made = typeset_minutes(content, BlobShelf())
    assert made.problems == ()
    return made.data


def test_minutes_state_what_they_must_in_order() -> None:
    whole = " ".join(texts(typeset(minutes())))
    expected = [
        "Møteprotokoll", "Næringsrådet fredag 4. desember 2026", "Protokollen er ikke godkjent",
        "Møtedato", "Tidspunkt", "Møtested", "Følgende medlemmer møtte", "Varamedlem for",
        "Kari Nordvik", "Siri Berg varamedlem Malvik kommune Per Ås", "Forfall",
        "Fra administrasjonen", "Deltakelse", "Saker til behandling", "NR 21/26 · Vedtak",
        "Olav Hegge var inhabil", "Forslag til vedtak", "Behandling", "Votering",
        "Forslaget ble vedtatt med 2 mot 1 stemmer.", "Anne Lien mot", "NR 22/26 · Orientering",
        "Underskrifter", "Siri Berg medlem",
    ]  # fmt: skip
    places = [whole.index(words) for words in expected]
    assert places == sorted(places)


def test_minutes_are_archival_and_accessible() -> None:
    with (
        pikepdf.open(io.BytesIO(typeset(minutes()))) as pdf,
        pdf.open_metadata() as metadata,
    ):
        assert metadata.pdfa_status == "2A"
        assert metadata["pdfuaid:part"] == "1"


def test_each_item_has_a_bookmark() -> None:
    titles = [title for _, title, _ in bookmarks(typeset(minutes()))]
    assert "Testarena for havteknologi – fase 2" in titles
    assert "Gründerprogram" in titles


def test_what_is_empty_leaves_no_heading() -> None:
    bare = replace(
        minutes().items[1], deliberation=from_plain(""), deliberation_heading="Behandling"
    )
    content = minutes(items=(bare,), participation=(), signatures=(), others=(), status="")
    whole = " ".join(texts(typeset(content)))
    for heading in ("Behandling", "Deltakelse", "Underskrifter", "Forfall", "ikke godkjent"):
        assert heading not in whole


def test_long_lists_run_over_pages_with_their_header() -> None:
    people = tuple((f"Medlem {number}", "medlem", "Kommunen", "") for number in range(120))
    present = DataTable(
        "Til stede", ("Navn på medlem", "Funksjon", "Representerer", "For"), people, (3, 2, 3, 2)
    )
    signatures = tuple(Signature(f"Medlem {number}", "medlem") for number in range(9))
    content = minutes(present=present, signatures=signatures, letterhead=letterhead(marking=""))
    pages = [page for page in texts(typeset(content)) if "Kommunen" in page]
    assert len(pages) >= 3
    assert all("Navn på medlem" in page for page in pages)
