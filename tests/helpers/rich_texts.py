"""Rich texts of every shape, for properties; and short ways to write one in a test."""

from __future__ import annotations

from hypothesis import strategies as st

from app.domain.rich_text import (
    MAX_LIST_DEPTH,
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
from app.views.widgets.rich_text.nesting import Point, nested

HASHES = ("ab" * 32, "cd" * 32, "ef" * 32)

words = st.text(st.characters(), max_size=6) | st.sampled_from(
    [
        "",
        " ",
        "Melhus",
        "480\u00a0000 kr",
        "a\nb",
        "\n",
        "e\u0301",
        "👩‍🚀",
        "å",
        "\u2028",
        "\ufffc",
        "\t",
    ]
)
links = st.none() | st.sampled_from(
    ["https://www.melhus.kommune.no", "HTTP://A.no/ x", "mailto:post@skaun.no", "javascript:x", ""]
)
runs = st.lists(
    st.builds(Run, words, st.booleans(), st.booleans(), st.booleans(), links), max_size=3
).map(tuple)
cells = st.builds(Cell, runs, st.booleans())


points = st.builds(
    Point,
    st.integers(min_value=1, max_value=MAX_LIST_DEPTH + 2),
    st.booleans(),
    st.integers(min_value=0, max_value=1),
    runs,
)
lists = st.lists(points, min_size=1, max_size=6).map(lambda some: nested(some)[0])
"""Flat points put into each other, which is quicker to draw than trees; some lie too deep."""

tables = st.builds(
    Table, st.lists(st.lists(cells, max_size=3).map(tuple), max_size=3).map(tuple), st.booleans()
)
pictures = st.builds(
    Picture, st.sampled_from(HASHES), words, st.integers(min_value=-5, max_value=200)
)
blocks = st.one_of(
    st.builds(Paragraph, runs),
    st.builds(Heading, st.integers(min_value=0, max_value=9), runs),
    lists,
    st.builds(ListBlock, st.booleans(), st.just(())),
    tables,
    pictures,
)
rich_texts = st.builds(RichText, st.lists(blocks, max_size=5).map(tuple))
"""Any rich text, also such as no editor would make."""


def paragraph(text: str, **style: object) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph((Run(text, **style),))  # type: ignore[arg-type]


def heading(level: int, text: str) -> Heading:
    """A heading of one run."""
    return Heading(level, (Run(text),))


def item(text: str, *children: ListBlock) -> ListItem:
    """A point of one run."""
    return ListItem((Run(text),) if text else (), children)


def bullets(*points: str | ListItem) -> ListBlock:
    """A bulleted list."""
    return ListBlock(False, tuple(item(p) if isinstance(p, str) else p for p in points))


def numbers(*points: str | ListItem) -> ListBlock:
    """A numbered list."""
    return ListBlock(True, tuple(item(p) if isinstance(p, str) else p for p in points))


def table(*rows: str, header: bool = True, numeric: tuple[int, ...] = ()) -> Table:
    """A table from lines with `|` between cells; the columns in `numeric` hold numbers."""
    return Table(
        tuple(
            tuple(
                Cell((Run(text),) if text else (), at in numeric)
                for at, text in enumerate(row.split("|"))
            )
            for row in rows
        ),
        header,
    )


def text_of(*parts: object) -> RichText:
    """A text of blocks; a string is a paragraph."""
    return RichText(
        tuple(paragraph(part) if isinstance(part, str) else part for part in parts)  # type: ignore[misc]
    )
