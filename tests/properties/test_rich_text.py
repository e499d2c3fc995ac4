"""What must always hold for rich text: one form, stored and shown without a loss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from app.domain.rich_text import RichText, from_json, from_plain, to_json, to_plain
from app.domain.rich_text_form import normalised
from app.views.widgets.rich_text import lists
from app.views.widgets.rich_text.document import read, show
from app.views.widgets.rich_text.html_reader import read_html
from app.views.widgets.rich_text.html_writer import to_html
from app.views.widgets.rich_text.insertion import insert
from app.views.widgets.rich_text.paste import Clip, read_clip
from app.views.widgets.rich_text.plain_reader import read_plain
from tests.helpers.rich_texts import rich_texts

LINES = ("- a", "1. b", "2. c", "", "d", "• e", "  f")
WORDS = "p li ul ol table tr td th thead caption h1 h2 b i u a span div br pre sup del img style"
TAGS = tuple(WORDS.split())
ATTRIBUTES = (
    "",
    " href='https://a.no/x'",
    " href='javascript:geheim'",
    " class=MsoListParagraph",
    " style='mso-list:l0 level2 lfo1'",
    " style='mso-list:Ignore'",
    " style='display:none'",
    " colspan=3 rowspan=2",
    " aria-level=4",
    " src='https://geheim'",
    " role=presentation",
)
PARTS = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
    st.sampled_from(["ord", "&nbsp;", "1.", "· ", "&#0;", "<!--", "-->", "\n", "240 000"]),
    st.just("<script>geheim</script>"),
    st.text(st.characters(), max_size=4),
)
pages = st.lists(PARTS, max_size=40).map("".join)


@pytest.fixture(scope="module")
def document(qapp: object) -> QTextDocument:
    return QTextDocument()


@given(text=rich_texts)
def test_a_form_is_final(text: RichText) -> None:
    once = normalised(text)
    assert normalised(once) == once


@given(text=rich_texts)
def test_what_is_stored_is_what_is_read(text: RichText) -> None:
    ready = normalised(text)
    assert from_json(to_json(ready)) == ready


@given(text=rich_texts)
def test_a_document_gives_back_what_it_was_given(document: QTextDocument, text: RichText) -> None:
    ready = normalised(text)
    show(document, ready)
    assert read(document) == ready


@given(text=rich_texts)
def test_lists_stand_as_they_are_stored(document: QTextDocument, text: RichText) -> None:
    show(document, normalised(text))
    assert lists.is_tidy(document)


@given(text=rich_texts)
def test_a_text_put_into_an_empty_document_is_that_text(
    document: QTextDocument, text: RichText
) -> None:
    ready = normalised(text)
    show(document, RichText())
    insert(QTextCursor(document), ready)
    assert read(document) == ready


@given(before=rich_texts, text=rich_texts)
def test_one_step_back_undoes_a_whole_insertion(
    document: QTextDocument, before: RichText, text: RichText
) -> None:
    shown, ready = normalised(before), normalised(text)
    show(document, shown)
    document.clearUndoRedoStacks()
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    insert(cursor, ready)
    if document.isUndoAvailable():
        document.undo()
    assert read(document) == shown


@given(text=rich_texts)
def test_a_copy_between_our_editors_loses_nothing(text: RichText) -> None:
    ready = normalised(text)
    assert read_clip(Clip(own=to_json(ready))).text == ready


@given(text=rich_texts)
def test_a_copy_through_html_keeps_the_words(text: RichText) -> None:
    ready = normalised(text)
    told = read_html(to_html(ready)).text
    assert _letters(told) == _letters(ready)


@given(html=pages)
def test_any_page_can_be_read_and_leaves_only_what_a_text_holds(html: str) -> None:
    text = read_html(html).text
    assert normalised(text) == text
    assert "geheim" not in to_json(text)


@given(words=st.text(max_size=80) | st.lists(st.sampled_from(LINES)).map("\n".join))
def test_plain_text_keeps_its_words(words: str) -> None:
    text = normalised(read_plain(words, literal=True))
    assert _letters(text) == _letters(normalised(from_plain(words)))
    assert normalised(read_plain(words)) is not None


def _letters(text: RichText) -> str:
    """The words without white space, brackets and what cuts a list's marker from its words."""
    return "".join(c for c in to_plain(text) if not c.isspace() and c not in "[]")
