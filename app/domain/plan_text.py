"""The official wording of the strategic plan, read from plain text (R44).

The tree is overall goal › target area › goal › strategy. Files show it in many ways: an item on
each line, wrapped lines, or everything run together with page breaks anywhere; numbers with or
without a last dot. The words themselves stay exactly the source's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.domain.errors import UserError
from app.domain.plan_layout import (
    BREAKS,
    GAP,
    LINE,
    PARAGRAPH,
    WIDE,
    continues,
    ends_sentence,
    healed,
    marked,
)


@dataclass(frozen=True, slots=True)
class StrategyText:
    """A strategy's number, such as `2.6`, and its wording."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class GoalText:
    """A goal (delmål) with its strategies."""

    number: str
    text: str
    strategies: tuple[StrategyText, ...]


@dataclass(frozen=True, slots=True)
class AreaText:
    """A target area (målområde); the title is empty where the source names none."""

    title: str
    goals: tuple[GoalText, ...]


@dataclass(frozen=True, slots=True)
class PlanText:
    """A whole plan; the overall goal is empty where the source has none."""

    overall_goal: str
    target_areas: tuple[AreaText, ...]

    @property
    def goals(self) -> tuple[GoalText, ...]:
        """Every goal, in order."""
        return tuple(goal for area in self.target_areas for goal in area.goals)

    @property
    def strategies(self) -> tuple[StrategyText, ...]:
        """Every strategy, in order."""
        return tuple(strategy for goal in self.goals for strategy in goal.strategies)


_EDGE = rf"(?:^|(?<=[{BREAKS}])|(?<=[.!?:;)»”] ))"
"""Where a heading or an item may begin: at a break, or after a sentence."""

_SPACE = f"[ {WIDE}]"

_MARKER = re.compile(
    rf"""
      {_EDGE}(?P<overall>Overordne(?:t|de){_SPACE}mål\b{_SPACE}?:?)
    | {_EDGE}(?P<area>Målområde\b(?:{_SPACE}\d+\b)?{_SPACE}?[.:–-]?)
    | (?P<goal>\b(?P<before>\d{{1,2}})\.?[ {BREAKS}]*Delmål\b{_SPACE}?[:.–-]?
        | {_EDGE}Delmål(?:{_SPACE}(?P<after>\d{{1,2}}))?(?:{_SPACE}?[:.–-]|(?=[{BREAKS}])))
    | (?P<label>\bStrategi(?:er)?{_SPACE}?:)
    | {_EDGE}(?P<strategy>(?P<major>\d{{1,2}})\.(?P<minor>\d{{1,2}})\.?(?=[ {BREAKS}]+[^\W\d]))
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What a marker opens: its kind, its number, and the words up to the next marker."""

    kind: str
    number: str
    words: str
    is_followed_at_once: bool
    """By what belongs to the same goal, so that its lines are all its own."""


def read_plan(text: str) -> PlanText:
    """The plan in `text`; `UserError` (`plan_not_found`) when it holds no goal with strategies."""
    pieces = _pieces(marked(text))
    style = _Style.of(pieces)
    overall = ""
    areas: list[tuple[str, list[tuple[_Piece, list[StrategyText]]]]] = []
    for piece in pieces:
        if piece.kind == "overall":
            overall = overall or style.wording(piece)
        elif piece.kind == "area" or (piece.kind == "goal" and not areas):
            areas.append((style.wording(piece) if piece.kind == "area" else "", []))
        if piece.kind == "goal":
            areas[-1][1].append((piece, []))
        elif piece.kind == "strategy":
            areas[-1][1][-1][1].append(StrategyText(piece.number, style.wording(piece)))
    plan = PlanText(
        overall,
        tuple(
            AreaText(
                title,
                tuple(
                    GoalText(goal.number, style.wording(goal), tuple(strategies))
                    for goal, strategies in goals
                ),
            )
            for title, goals in areas
            if goals
        ),
    )
    if not plan.strategies:
        raise UserError("plan_not_found")
    return plan


def _pieces(run: str) -> list[_Piece]:
    """The text cut at its markers; what stands before the first is none of the plan."""
    found = list(_markers(run))
    if not found:
        return []
    ends = [*(match.start() for match, _kind, _number in found[1:]), len(run)]
    kinds = [*(kind for _match, kind, _number in found[1:]), ""]
    return [
        _Piece(
            kind,
            number,
            run[match.end() : end].strip(f" {BREAKS}"),
            following in ("strategy", "label"),
        )
        for (match, kind, number), end, following in zip(found, ends, kinds, strict=True)
    ]


def _markers(run: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Each marker with its kind and number.

    A number counts as a strategy's only under its own goal and in order: what the text itself
    mentions, such as `1.000` or `se 2.3`, is left alone.
    """
    goal, last = 0, 0
    for match in _MARKER.finditer(run):
        if match["goal"] is not None:
            goal, last = int(match["before"] or match["after"] or goal + 1), 0
            yield match, "goal", str(goal)
        elif match["strategy"] is not None:
            major, minor = int(match["major"]), int(match["minor"])
            at_break = match.start() == 0 or run[match.start() - 1] in BREAKS
            if goal and major == goal and (minor == last + 1 or (minor > last and at_break)):
                last = minor
                yield match, "strategy", f"{major}.{minor}"
        else:
            yield match, str(match.lastgroup), ""


@dataclass(frozen=True, slots=True)
class _Style:
    """How a file sets its items.

    `has_full_stops`: most items end with one, so a break without it is inside an item. `width`:
    the longest line where lines are wrapped inside items, 0 where each item is a single line.
    """

    has_full_stops: bool
    width: int

    @classmethod
    def of(cls, pieces: Sequence[_Piece]) -> _Style:
        """The style that most strategies of `pieces` show."""
        items = [piece for piece in pieces if piece.kind == "strategy"]
        whole = [piece for piece in items if piece.is_followed_at_once]
        stops = sum(ends_sentence(piece.words) for piece in whole)
        lines = [piece.words.split(LINE) for piece in items]
        is_wrapped = any(
            continues(after) or not ends_sentence(before)
            for piece in whole
            for before, after in pairwise(piece.words.split(LINE))
        )
        width = max((len(line) for every in lines for line in every), default=0)
        return cls(2 * stops >= len(whole), width if is_wrapped else 0)

    def wording(self, piece: _Piece) -> str:
        """The words of `piece` as one paragraph, without the prose that may follow it."""
        first, *rest = re.split(f"([{LINE}{GAP}{PARAGRAPH}])", piece.words)
        kept = [first]
        for mark, after in zip(rest[::2], rest[1::2], strict=True):
            if self._is_over(kept[-1], mark, after, piece):
                break
            kept.append(after)
        return healed(" ".join(kept))

    def _is_over(self, line: str, mark: str, after: str, piece: _Piece) -> bool:
        """Whether `piece` ends with `line`, before the break `mark` and the words `after` it."""
        if continues(after):
            return False
        if piece.kind == "area":
            return True
        if not ends_sentence(line) and self.has_full_stops:
            return False
        if mark != LINE:
            return True
        return not piece.is_followed_at_once and self._had_room(line, after)

    def _had_room(self, line: str, after: str) -> bool:
        """Whether the next word would have fitted on `line`, so that its break is meant."""
        return not self.width or len(line) + 1 + len(after.split(" ", 1)[0]) <= self.width
