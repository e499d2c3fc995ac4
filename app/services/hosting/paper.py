"""The round on paper: pages in A4 landscape with title, date and legend, and one whole picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.drawing import Box, Drawing, Shape, Stroke, moved
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.hosting import words
from app.services.hosting.facts import HostState, RoundMember, RoundView
from app.services.hosting.picture import (
    HEAD,
    LEAST_YEAR,
    ROW,
    RoundPicture,
    lay_out,
    rows_of,
    side_for,
    years_of,
)
from app.services.pictures import page
from app.services.pictures.legend import Sign, legend_shapes
from app.services.pictures.page import A4_HEIGHT, A4_WIDTH, MARGIN

HOSTED, AGREED, PROPOSED = _("har vært vert"), _("avtalt"), _("forslag")
OUT_OF_TURN, NOT_THERE, OVER = _("utenom tur"), _("ikke med da"), _("over: står over")
_TOP, _LEGEND = 62.0, 44.0


@dataclass(frozen=True, slots=True)
class _Part:
    """What one page shows."""

    years: range
    rows: tuple[RoundMember, ...]


def legend(view: RoundView, voice: Voice) -> tuple[Sign, ...]:
    """The signs that the picture uses."""
    states = {turn.state for turn in view.turns}
    signs: list[tuple[bool, str, tuple[Shape, ...]]] = [
        (HostState.HOSTED in states, HOSTED, (Box(0, 0, 22, 10, "accent", radius=2),)),
        (
            HostState.AGREED in states,
            AGREED,
            (Box(0, 0, 22, 10, "accent", share=0.14, edge="accent", radius=2),),
        ),
        (
            bool(states & {HostState.PROPOSED, HostState.AHEAD}),
            PROPOSED,
            (Box(0, 0, 22, 10, edge="muted", dashed=True, radius=2),),
        ),
        (
            any(not turn.is_in_turn for turn in view.turns),
            OUT_OF_TURN,
            (Stroke(0, 8, 22, 8, "text", 2),),
        ),
        (any(turn.passes for turn in view.turns), OVER, (Box(0, 0, 0, 10),)),
        (
            any(one.heir_id is not None for one in rows_of(view)),
            NOT_THERE,
            (Box(0, 0, 22, 10, "line", share=0.7),),
        ),
        (True, page.TODAY, (Stroke(1, -2, 1, 12, "bad", 2),)),
    ]
    return tuple(Sign(sign, voice.word(text)) for is_used, text, sign in signs if is_used)


def whole(view: RoundView, voice: Voice) -> Drawing:
    """All years in one picture, as large as it needs to be."""
    picture = lay_out(view, voice, A4_WIDTH - 2 * MARGIN)
    wide = 2 * MARGIN + picture.width
    marks, legend_height = legend_shapes(legend(view, voice), wide - 2 * MARGIN)
    high = _TOP + picture.height + 12 + legend_height + MARGIN - 20
    return _drawing(view, voice, picture, marks, (wide, high))


def pages(view: RoundView, voice: Voice) -> tuple[Drawing, ...]:
    """A4 pages in landscape: the municipalities from the top, then the later years."""
    parts = list(_parts(view))
    made = []
    for number, part in enumerate(parts, start=1):
        room = A4_WIDTH - 2 * MARGIN
        picture = lay_out(view, voice, room, years=part.years, rows=part.rows)
        marks, _high = legend_shapes(legend(view, voice), room)
        size = (A4_WIDTH, A4_HEIGHT)
        foot = tuple(page.page_number(number, len(parts), voice, size))
        made.append(_drawing(view, voice, picture, marks, size, foot))
    return tuple(made)


def _drawing(
    view: RoundView,
    voice: Voice,
    picture: RoundPicture,
    marks: tuple[Shape, ...],
    size: tuple[float, float],
    foot: tuple[Shape, ...] = (),
) -> Drawing:
    title = words.title(view, voice)
    under = page.subtitle(view.council, view.on, voice, is_fictitious=view.is_fictitious)
    shapes = (
        Box(0, 0, *size, "surface"),
        *page.headline(title, under, 34, 52),
        *moved(picture.shapes, MARGIN, _TOP),
        *moved(marks, MARGIN, _TOP + picture.height + 12),
        *foot,
    )
    return Drawing(*size, title, words.said(view, voice), shapes)


def _parts(view: RoundView) -> Iterator[_Part]:
    """The years and the municipalities in parts that have room on a page."""
    years, rows = years_of(view), rows_of(view)
    across = int((A4_WIDTH - 2 * MARGIN - side_for(view) - 1) // LEAST_YEAR)
    down = int((A4_HEIGHT - _TOP - HEAD - _LEGEND - MARGIN) // ROW)
    for start in range(years.start, years.stop, across):
        some = range(start, min(start + across, years.stop))
        for first in range(0, max(len(rows), 1), down):
            yield _Part(some, rows[first : first + down])
