"""From the demo's plain text to rich text: paragraphs, headings, lists, tables, links, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

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

Drawer = Callable[[str], str]
"""Draws the picture of a name, keeps it, and returns its SHA-256."""

_NO_BREAK = "\N{NO-BREAK SPACE}"
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_UNITS = re.compile(r"(?<=\d) (?=(?:kr|prosent|%|dekar|tonn)\b|%)|(?<=§) (?=\d)")
_INLINE = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*|\[([^\]]+)\]\(([^)]+)\)")
_ITEM = re.compile(r"( *)(- |\d+\. )(.*)")
_PICTURE = re.compile(r"!\[(.+)\]\(chart:([a-z]+)(?: (\d+))?\)")
_HEADING = re.compile(r"(#{3,6}) (.+)")
_ROW = re.compile(r"\|(.*)\|")
_RULE = re.compile(r"[-: ]+")


def rich(text: str, draw: Drawer | None = None) -> RichText:
    """`text` as rich text; pictures are drawn by `draw` and left out where there is none."""
    return RichText(tuple(_blocks(text, draw)))


def tidy(text: str) -> str:
    """`text` with no-break spaces inside amounts, before units and after the section sign."""
    return _UNITS.sub(_NO_BREAK, _THOUSANDS.sub(_NO_BREAK, text))


def runs(text: str) -> tuple[Run, ...]:
    """One line of text with its bold, italic and linked stretches."""
    found: list[Run] = []
    end = 0
    text = tidy(text)
    for match in _INLINE.finditer(text):
        if match.start() > end:
            found.append(Run(text[end : match.start()]))
        found.append(_styled(match))
        end = match.end()
    if end < len(text):
        found.append(Run(text[end:]))
    return tuple(found)


def _styled(match: re.Match[str]) -> Run:
    bold, italic, words, link = match.groups()
    if bold is not None:
        return Run(bold, bold=True)
    if italic is not None:
        return Run(italic, italic=True)
    return Run(words, link=link)


def _blocks(text: str, draw: Drawer | None) -> Iterator[Block]:
    for part in re.split(r"\n\s*\n", text.strip()):
        lines = [line for line in part.splitlines() if line.strip()]
        while lines:
            block, lines = _block(lines, draw)
            if block is not None:
                yield block


def _block(lines: list[str], draw: Drawer | None) -> tuple[Block | None, list[str]]:
    """The first block of `lines`, and the lines after it."""
    first = lines[0]
    if heading := _HEADING.fullmatch(first):
        # Three signs are the first level inside an attachment, four inside a section.
        return Heading(max(1, len(heading[1]) - 3), runs(heading[2])), lines[1:]
    if picture := _PICTURE.fullmatch(first.strip()):
        if draw is None:
            return None, lines[1:]
        width = int(picture[3] or 100)
        return Picture(draw(picture[2]), tidy(picture[1]), width), lines[1:]
    if _ITEM.fullmatch(first):
        count = _while(lines, _ITEM)
        return _list(lines[:count]), lines[count:]
    if _ROW.fullmatch(first.strip()):
        count = _while(lines, _ROW)
        return _table(lines[:count]), lines[count:]
    count = max(1, next((at for at, line in enumerate(lines) if _begins(line)), len(lines)))
    return Paragraph(runs(" ".join(line.strip() for line in lines[:count]))), lines[count:]


def _begins(line: str) -> bool:
    return any(kind.fullmatch(line) for kind in (_ITEM, _HEADING, _PICTURE, _ROW))


def _while(lines: list[str], kind: re.Pattern[str]) -> int:
    matches = (at for at, line in enumerate(lines) if not kind.fullmatch(line.rstrip()))
    return next(matches, len(lines))


def _list(lines: list[str]) -> ListBlock:
    """A list; lines that are further in than the first belong to the item above them."""
    parts = [match for line in lines if (match := _ITEM.fullmatch(line))]
    depth = len(parts[0][1])
    items: list[ListItem] = []
    at = 0
    while at < len(parts):
        below = at + 1
        while below < len(parts) and len(parts[below][1]) > depth:
            below += 1
        inner = [part[0] for part in parts[at + 1 : below]]
        items.append(ListItem(runs(parts[at][3]), (_list(inner),) if inner else ()))
        at = below
    return ListBlock(parts[0][2] != "- ", tuple(items))


def _table(lines: list[str]) -> Table:
    rows = [[cell.strip() for cell in line.strip()[1:-1].split("|")] for line in lines]
    rules = rows[1] if len(rows) > 1 and all(_RULE.fullmatch(cell) for cell in rows[1]) else []
    numeric = [rule.endswith(":") for rule in rules] or [False] * len(rows[0])
    body = rows[2:] if rules else rows[1:]
    return Table(
        tuple(
            tuple(Cell(runs(cell), numeric=right) for cell, right in zip(row, numeric, strict=True))
            for row in (rows[0], *body)
        ),
        header=True,
    )
