from __future__ import annotations

import io

import pikepdf
import pytest

from app.documents.pdf.papers import PapersSetter
from app.documents.preview import MAX_SIDE, Preview
from app.domain.errors import UserError
from tests.helpers.content import BlobShelf, a_case, papers


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """The papers of a small meeting."""
    return PapersSetter(papers([a_case()]), BlobShelf()).typeset().data


def test_pages_are_drawn_as_wide_as_asked(pdf: bytes) -> None:
    with Preview(pdf) as preview:
        size = preview.sizes()[0]
        picture = preview.draw(0, 600)
    assert (round(size.width), round(size.height)) == (595, 842)
    assert (picture.width, picture.height) == (600, 849)
    assert len(picture.data) == picture.stride * picture.height
    assert len(set(picture.data[:: picture.stride])) >= 1


def test_a_page_is_never_larger_than_the_memory_it_may_take(pdf: bytes) -> None:
    with Preview(pdf) as preview:
        picture = preview.draw(0, 100_000)
    assert max(picture.width, picture.height) == MAX_SIDE


def test_words_are_found_where_they_stand(pdf: bytes) -> None:
    with Preview(pdf) as preview:
        hits = preview.find("saksliste")
        assert hits
        size = preview.sizes()[hits[0].page]
        for box in hits[0].boxes:
            assert 0 <= box.left < box.right <= size.width
            assert 0 <= box.top < box.bottom <= size.height
        assert preview.find("  ") == ()
        assert preview.find("finnes ikke i papirene") == ()
        assert "Saksliste" in preview.text(hits[0].page)


@pytest.mark.parametrize("data", [b"", b"not a pdf", b"%PDF-1.7\n"])
def test_what_is_no_pdf_is_told(data: bytes) -> None:
    with pytest.raises(UserError, match="preview_unreadable"):
        Preview(data)


def test_a_turned_page_is_shown_as_it_is_read() -> None:
    buffer = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(300, 200))
        made.pages[0].rotate(90, relative=False)
        made.save(buffer)
    with Preview(buffer.getvalue()) as preview:
        [size] = preview.sizes()
    assert (size.width, size.height) == (200, 300)
