"""The one form of a rich text: nothing in it that a reader cannot see."""

from __future__ import annotations

import pytest

from app.domain.rich_text import (
    Block,
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
from app.domain.rich_text_form import MAX_ADDRESS, allowed_link, normalised


def form_of(*blocks: Block) -> tuple[Block, ...]:
    return normalised(RichText(blocks)).blocks


def bullets(*items: ListItem) -> ListBlock:
    return ListBlock(False, items)


def item(text: str, *children: ListBlock) -> ListItem:
    return ListItem((Run(text),) if text else (), children)


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(()),
        Paragraph((Run(" \n\t"),)),
        Heading(1, (Run(""),)),
        bullets(),
        Table(()),
        Table(((), ())),
    ],
)
def test_what_holds_no_words_and_no_place_for_them_goes(block: Block) -> None:
    assert form_of(block) == ()


def test_an_empty_point_or_cell_counts_and_stays() -> None:
    points, cells = bullets(item("a"), item("")), Table(((Cell(()),),))
    assert form_of(points, cells) == (points, cells)


def test_runs_are_clean_and_joined() -> None:
    runs = (Run("A\x00", bold=True), Run("", italic=True), Run("B\u2028C\ufffc", bold=True))
    assert form_of(Paragraph(runs)) == (Paragraph((Run("AB\nC", bold=True),)),)


def test_two_halves_of_a_letter_meet() -> None:
    assert form_of(Paragraph((Run("e"), Run("\u0301")))) == (Paragraph((Run("é"),)),)
    assert form_of(Paragraph((Run("e\x00\u0301"),))) == (Paragraph((Run("é"),)),)


def test_levels_and_widths_are_within_bounds() -> None:
    words = (Run("Mål"),)
    assert form_of(Heading(0, words), Heading(7, words)) == (Heading(1, words), Heading(3, words))
    assert form_of(Picture("ab", " En \n båt ", 900)) == (Picture("ab", "En båt", 100),)


def test_rows_become_equally_long() -> None:
    cell = Cell((Run("x"),), numeric=True)
    assert form_of(Table(((cell,), (cell, cell)), header=False)) == (
        Table(((cell, Cell(())), (cell, cell)), header=False),
    )


def test_points_that_lie_too_deep_are_lifted() -> None:
    deep = bullets(item("6", bullets(item("7"))), item("8"))
    shown = bullets(item("5", deep), item("9"))
    for level in ("4", "3", "2", "1"):
        deep, shown = bullets(item(level, deep)), bullets(item(level, shown))
    (block,) = form_of(shown)
    for _ in range(4):
        assert isinstance(block, ListBlock)
        (block,) = block.items[0].children
    assert block == bullets(item("5"), item("6"), item("7"), item("8"), item("9"))


def test_empty_lists_below_a_point_go() -> None:
    below = bullets(item("b"))
    assert form_of(bullets(item("a", bullets(), below))) == (bullets(item("a", below)),)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://www.melhus.kommune.no", "https://www.melhus.kommune.no"),
        ("  HTTPS://Skaun.no/a b\t\n", "https://Skaun.no/a%20b"),
        ("mailto:post@skaun.no", "mailto:post@skaun.no"),
        ("http://x", "http://x"),
        ("https://", None),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("//example.no", None),
        ("", None),
        (None, None),
        ("https://a.no/" + "x" * MAX_ADDRESS, None),
    ],
)
def test_only_addresses_that_may_be_followed_are_kept(
    address: str | None, kept: str | None
) -> None:
    assert allowed_link(address) == kept
    assert allowed_link(kept) == kept
