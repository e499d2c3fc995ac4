"""From points one after the other, each with its depth, to lists inside lists."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from app.domain.rich_text import ListBlock, ListItem, Run


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a list; points with the same `key` and depth belong to one list."""

    depth: int
    ordered: bool
    key: Hashable
    runs: tuple[Run, ...] = ()


@dataclass(slots=True, eq=False)
class _Item:
    runs: tuple[Run, ...]
    children: list[_Open] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Open:
    """A list that the next point may still belong to; the points that it has."""

    point: Point
    depth: int
    items: list[_Item] = field(default_factory=list)


def nested(points: Iterable[Point]) -> list[ListBlock]:
    """The lists that `points` form; a step over several depths counts as one."""
    outermost: list[_Open] = []
    deque(_placed(points, outermost), maxlen=0)
    return [_block(opened) for opened in outermost]


def lists_of(points: Iterable[Point]) -> list[tuple[int, int]]:
    """For each point the number of its list and its true depth, as `nested` would have them."""
    outermost: list[_Open] = []
    numbers: dict[_Open, int] = {}
    return [
        (numbers.setdefault(opened, len(numbers)), opened.depth)
        for opened in _placed(points, outermost)
    ]


def _placed(points: Iterable[Point], outermost: list[_Open]) -> Iterator[_Open]:
    """Put each point into its list, and tell which it is."""
    stack: list[_Open] = []
    for point in points:
        while stack and not _may_hold(stack[-1].point, point):
            stack.pop()
        if not stack or stack[-1].point.depth < point.depth:
            opened = _Open(point, len(stack) + 1)
            (stack[-1].items[-1].children if stack else outermost).append(opened)
            stack.append(opened)
        stack[-1].items.append(_Item(point.runs))
        yield stack[-1]


def _may_hold(first: Point, point: Point) -> bool:
    """Whether the list that `first` began can have `point` in it or below it."""
    if first.depth == point.depth:
        return first.key == point.key
    return first.depth < point.depth


def _block(opened: _Open) -> ListBlock:
    return ListBlock(
        opened.point.ordered,
        tuple(
            ListItem(item.runs, tuple(_block(child) for child in item.children))
            for item in opened.items
        ),
    )
