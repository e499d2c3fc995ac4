"""Plain text as paragraphs, and lines that are written as a list as a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.rich_text import Block, ListBlock, ListItem, Paragraph, RichText, Run

_BULLET = re.compile(r"\s*[-*•·‣▪–]\s+(\S.*)")
_NUMBER = re.compile(r"\s*(\d{1,3})[.)]\s+(\S.*)")


def read_plain(text: str, *, literal: bool = False) -> RichText:
    """Paragraphs; empty lines part them, and where there are none every line is one.

    Unless `literal`, two lines or more that begin with a bullet, or with 1., 2. …, are a list.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
    has_gaps = any(not line.strip() for line in lines)
    read = _paragraphs if literal else _blocks
    return RichText(
        tuple(block for group in _groups(lines) for block in read(group, by_gap=has_gaps))
    )


def _groups(lines: list[str]) -> Iterator[list[str]]:
    """The lines between empty ones."""
    group: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            group.append(line)
        elif group:
            yield group
            group = []


def _blocks(lines: list[str], *, by_gap: bool) -> Iterator[Block]:
    """Lists out of neighbouring lines that read as one, paragraphs out of the others."""
    rest: list[str] = []
    at = 0
    while at < len(lines):
        ordered, points = _list_at(lines, at)
        if len(points) < 2:
            rest.append(lines[at])
            at += 1
            continue
        yield from _paragraphs(rest, by_gap=by_gap)
        rest = []
        yield ListBlock(ordered, tuple(ListItem((Run(point),)) for point in points))
        at += len(points)
    yield from _paragraphs(rest, by_gap=by_gap)


def _list_at(lines: list[str], at: int) -> tuple[bool, list[str]]:
    """The points that begin here, and whether they count from 1."""
    bullets = []
    for line in lines[at:]:
        found = _BULLET.fullmatch(line)
        if not found:
            break
        bullets.append(found[1].rstrip())
    if bullets:
        return False, bullets
    numbers: list[str] = []
    for line in lines[at:]:
        found = _NUMBER.fullmatch(line)
        if not found or int(found[1]) != len(numbers) + 1:
            break
        numbers.append(found[2].rstrip())
    return True, numbers


def _paragraphs(lines: list[str], *, by_gap: bool) -> Iterator[Block]:
    if by_gap and lines:
        yield _joined(lines)
        return
    for line in lines:
        yield _joined([line])


def _joined(lines: list[str]) -> Paragraph:
    return Paragraph((Run("\n".join(line.rstrip() for line in lines).strip()),))
