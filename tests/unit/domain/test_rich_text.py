"""Rich text as a value: its words, its stored form, and what cannot be read."""

from __future__ import annotations

import json

import pytest

from app.domain.errors import UserError
from app.domain.rich_text import (
    EMPTY,
    Cell,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    RichText,
    Run,
    Table,
    from_json,
    from_plain,
    merged,
    pictures,
    to_json,
    to_plain,
)

BOAT = Picture("ab" * 32, "En båt ved kai", 40)
BRIEF = RichText(
    (
        Heading(2, (Run("Bakgrunn"),)),
        Paragraph((Run("Fase 1 er "), Run("gjennomført", bold=True, italic=True))),
        ListBlock(
            True,
            (
                ListItem(
                    (Run("Melhus"),),
                    (ListBlock(False, (ListItem((Run("utstyr", underline=True),)),)),),
                ),
                ListItem((Run("Skaun", link="https://www.skaun.kommune.no"),)),
            ),
        ),
        Table(
            (
                (Cell((Run("Kilde"),)), Cell((Run("Beløp"),), numeric=True)),
                (Cell((Run("Fylket"),)), Cell((), numeric=True)),
            ),
            header=False,
        ),
        BOAT,
    )
)


def stored(*blocks: dict[str, object]) -> str:
    return json.dumps({"v": 1, "blocks": list(blocks)})


def only(text: str) -> object:
    (block,) = from_json(text).blocks
    return block


def test_what_is_stored_is_read_again() -> None:
    assert from_json(to_json(BRIEF)) == BRIEF
    assert to_json(from_json(to_json(BRIEF))) == to_json(BRIEF)


def test_the_words_alone_are_one_line_a_block_or_point() -> None:
    assert to_plain(BRIEF) == (
        "Bakgrunn\nFase 1 er gjennomført\nMelhus\nutstyr\nSkaun\n"
        "Kilde\tBeløp\nFylket\nEn båt ved kai"
    )


def test_empty_lines_part_paragraphs() -> None:
    assert from_plain("  Første\r\nlinje \r\n\r\n\r\n\r\nandre") == RichText(
        (Paragraph((Run("Første\nlinje"),)), Paragraph((Run("andre"),)))
    )
    assert from_plain("   \n\n ") == EMPTY


@pytest.mark.parametrize(
    ("text", "says_something"),
    [
        (EMPTY, False),
        (RichText((Paragraph((Run("  "),)),)), False),
        (RichText((Table(((Cell(()),),)),)), False),
        (RichText((Paragraph((Run("ja"),)),)), True),
        (RichText((Picture("ab" * 32, ""),)), True),
    ],
)
def test_a_text_without_words_and_pictures_is_falsy(text: RichText, says_something: bool) -> None:
    assert bool(text) is says_something


def test_pictures_come_in_order() -> None:
    other = Picture("cd" * 32, "Et kart")
    assert list(pictures(RichText((BOAT, Paragraph(()), other)))) == [BOAT, other]


def test_neighbours_in_one_style_are_one_run() -> None:
    runs = (Run("a"), Run(""), Run("b"), Run("c", bold=True), Run("d", bold=True), Run("e"))
    assert merged(runs) == (Run("ab"), Run("cd", bold=True), Run("e"))
    assert merged(()) == ()


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://www.melhus.kommune.no", "https://www.melhus.kommune.no"),
        ("mailto:post@melhus.kommune.no", "mailto:post@melhus.kommune.no"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        (7, None),
    ],
)
def test_a_link_that_may_not_be_followed_is_not_read(link: object, kept: str | None) -> None:
    text = stored({"type": "paragraph", "runs": [{"text": "her", "link": link}]})
    assert only(text) == Paragraph((Run("her", link=kept),))


@pytest.mark.parametrize(("level", "read"), [(0, 1), (2, 2), (9, 3)])
def test_a_heading_stays_within_its_levels(level: int, read: int) -> None:
    text = stored({"type": "heading", "level": level, "runs": []})
    assert only(text) == Heading(read, ())


@pytest.mark.parametrize(("width", "read"), [(1, 10), (55, 55), (300, 100)])
def test_a_picture_stays_within_the_text(width: int, read: int) -> None:
    text = stored({"type": "picture", "sha256": "ab", "description": "", "width": width})
    assert only(text) == Picture("ab", "", read)


def test_what_is_left_out_has_its_usual_value() -> None:
    picture = stored({"type": "picture", "sha256": "ab", "description": "x"})
    assert only(picture) == Picture("ab", "x", 100)
    assert only(stored({"type": "table", "rows": [[{"runs": []}]]})) == Table(((Cell(()),),))


def a_list(depth: int) -> dict[str, object]:
    children = [a_list(depth - 1)] if depth > 1 else []
    item = {"runs": [{"text": "x"}], "children": children}
    return {"type": "list", "ordered": True, "items": [item]}


def test_lists_nest_to_five_levels() -> None:
    assert to_plain(from_json(stored(a_list(5)))) == "x\nx\nx\nx\nx"


@pytest.mark.parametrize(
    "text",
    [
        "ikke JSON",
        "[]",
        "7",
        "{}",
        '{"v":1}',
        '{"v":"x","blocks":[]}',
        '{"v":1,"blocks":[7]}',
        stored({"type": "video"}),
        stored({"type": "paragraph", "runs": [{}]}),
        stored({"type": "heading", "level": "to", "runs": []}),
        stored({"type": "table", "rows": [[{"runs": []}], []]}),
        stored(a_list(6)),
    ],
)
def test_what_cannot_be_read_is_said_in_words(text: str) -> None:
    with pytest.raises(UserError) as error:
        from_json(text)
    assert error.value.code == "rich_text_unreadable"


def test_a_text_of_a_newer_version_is_refused() -> None:
    with pytest.raises(UserError) as error:
        from_json('{"v":2,"blocks":[]}')
    assert (error.value.code, error.value.params) == ("rich_text_newer", {"version": 2})
