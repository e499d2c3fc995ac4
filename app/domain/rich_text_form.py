"""One form for rich texts that read alike, so that two of them can be compared and shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from app.domain.rich_text import (
    HEADING_LEVELS,
    LINK_SCHEMES,
    MAX_LIST_DEPTH,
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
    clean,
    merged,
)

MAX_ADDRESS = 2_000
"""Characters of a link's address; Word takes no more."""

NARROWEST, WIDEST = 10, 100
"""A picture's width in percent of the text's."""

_UNWRITTEN = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\ufffc": None, "\ufeff": None})
"""Other ways to part lines, the place of an object, and the mark that begins a file."""


def normalised(text: RichText) -> RichText:
    """`text` with nothing in it that a reader cannot see; the same again when done twice.

    Characters are clean, neighbours in one style are one run, links have an allowed address.
    Paragraphs and headings without words go, and so do lists and tables without a place to write;
    an empty point or cell stays, since it counts. Levels, depths and widths are within bounds,
    and the rows of a table equally long.
    """
    return RichText(tuple(_blocks(text.blocks)))


def allowed_link(address: str | None) -> str | None:
    """`address` as it may be kept, or None for one that may not be linked to.

    Its scheme is https, http or mailto, in small letters; white space in it is escaped.
    """
    if not address:
        return None
    cleaned = "".join(_tidy(address).strip().splitlines()).replace("\t", "")
    escaped = cleaned.replace(" ", "%20")
    for scheme in LINK_SCHEMES:
        rest = escaped[len(scheme) :]
        if escaped.lower().startswith(scheme) and rest and len(escaped) <= MAX_ADDRESS:
            return scheme + rest
    return None


def _blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Paragraph(runs):
                if said := _words(runs):
                    yield Paragraph(said)
            case Heading(level, runs):
                if said := _words(runs):
                    yield Heading(_within(level, HEADING_LEVELS[0], HEADING_LEVELS[-1]), said)
            case ListBlock(ordered, items):
                if items:
                    yield ListBlock(ordered, tuple(_items(items, 1)))
            case Table(rows, header):
                if width := max(map(len, rows), default=0):
                    yield Table(tuple(_row(row, width) for row in rows), header)
            case Picture(sha256, description, width):
                words = " ".join(_tidy(description).split())
                yield Picture(sha256, words, _within(width, NARROWEST, WIDEST))
            case _:
                assert_never(block)


def _words(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs, or none where there is nothing but white space."""
    ready = _runs(runs)
    return ready if any(run.text.strip() for run in ready) else ()


def _runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    ready = merged(
        Run(_tidy(run.text), run.bold, run.italic, run.underline, allowed_link(run.link))
        for run in runs
    )
    # Two clean halves may form one letter where they meet.
    return tuple(
        Run(clean(run.text), run.bold, run.italic, run.underline, run.link) for run in ready
    )


def _items(items: Iterable[ListItem], depth: int) -> Iterator[ListItem]:
    """The points of one list; what lies too deep is lifted to stand after its parent."""
    for item in items:
        below = [child for child in item.children if child.items]
        if depth < MAX_LIST_DEPTH:
            children = tuple(
                ListBlock(child.ordered, tuple(_items(child.items, depth + 1))) for child in below
            )
            yield ListItem(_runs(item.runs), children)
        else:
            yield ListItem(_runs(item.runs))
            for child in below:
                yield from _items(child.items, depth)


def _row(row: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    cells = [Cell(_runs(cell.runs), cell.numeric) for cell in row]
    return (*cells, *(Cell(()) for _ in range(width - len(cells))))


def _tidy(text: str) -> str:
    """Clean text; twice, since what is taken out may have kept two halves of a letter apart."""
    return clean(clean(text.translate(_UNWRITTEN)))


def _within(value: int, least: int, most: int) -> int:
    return min(max(value, least), most)
