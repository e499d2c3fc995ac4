"""The timeline on paper: pages in A4 landscape with title, date and legend, and one whole picture.

Paper is light, whatever the window is. Many seats go on over several pages, and so do many years.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from math import ceil

from app.domain.drawing import Box, Drawing, Shape, Stroke, moved
from app.i18n.voice import Voice
from app.services.pictures import page
from app.services.pictures.legend import Sign, legend_shapes
from app.services.pictures.page import A4_HEIGHT, A4_WIDTH, MARGIN
from app.services.timeline import words
from app.services.timeline.facts import SpanKind, TimelineFacts
from app.services.timeline.layout import (
    HEAD,
    ROW,
    Layout,
    frame,
    lay_out,
    side_width_for,
    today_line,
)

_TOP = 62.0
_LEGEND = 44.0
_YEARS_ON_A_PAGE = 20
_WHOLE_SCALE = 58.0


def legend(facts: TimelineFacts, voice: Voice) -> tuple[Sign, ...]:
    """The sectors with how many seats each has today, and the signs that the picture uses (R6)."""
    shares = facts.balance
    marks = [
        Sign(
            (Box(0, 0, 10, 10, sector.value, radius=2),),
            f"{voice.title_label('sector', sector)} {voice.formats.number(shares[sector])}",
        )
        for sector in words.SECTORS
        if shares.get(sector)
    ]
    used = {span.kind for seat in facts.seats for span in seat.spans}
    if SpanKind.PROPOSAL in used:
        sign = Box(0, 0, 22, 10, edge="muted", dashed=True, radius=2)
        marks.append(Sign((sign,), voice.word(words.PROPOSALS)))
    if SpanKind.VACANT in used:
        sign = Box(0, 0, 22, 10, "bad_soft", share=0.55, edge="bad", dashed=True, radius=2)
        marks.append(Sign((sign,), voice.word(words.EMPTY)))
    if SpanKind.CARRIED_OVER in used:
        lines = tuple(Stroke(x, 10, x + 10, 0, "muted") for x in (0, 6, 12))
        box = Box(0, 0, 22, 10, edge="muted", radius=2)
        marks.append(Sign((*lines, box), voice.word(words.GOES_ON)))
    marks.append(Sign((Stroke(1, -2, 1, 12, "bad", 2),), voice.word(page.TODAY)))
    return tuple(marks)


def whole(facts: TimelineFacts, voice: Voice) -> Drawing:
    """All seats and all years in one picture, as large as it needs to be."""
    side = side_width_for(facts, A4_WIDTH - 2 * MARGIN)
    room = A4_WIDTH - 2 * MARGIN - side
    layout = lay_out(facts, max(room / facts.years, _WHOLE_SCALE), voice, side)
    wide = 2 * MARGIN + side + layout.width
    marks, legend_height = legend_shapes(legend(facts, voice), wide - 2 * MARGIN)
    high = _TOP + HEAD + layout.height + 12 + legend_height + MARGIN - 20
    shapes = [
        Box(0, 0, wide, high, "surface"),
        *_headline(facts, voice),
        *moved(_table(layout, 0, len(facts.seats)), MARGIN, _TOP),
        *moved(marks, MARGIN, _TOP + HEAD + layout.height + 12),
    ]
    return Drawing(wide, high, words.title(facts, voice), words.said(facts, voice), tuple(shapes))


def pages(facts: TimelineFacts, voice: Voice) -> tuple[Drawing, ...]:
    """A4 pages in landscape: the seats from the top, then the later years."""
    on_a_page = int((A4_HEIGHT - _TOP - HEAD - _LEGEND - MARGIN) // ROW)
    parts = [
        (years, first)
        for years in _year_parts(facts)
        for first in range(0, max(len(facts.seats), 1), on_a_page)
    ]
    return tuple(
        _page(part, first, min(first + on_a_page, len(part.seats)), voice, (number, len(parts)))
        for number, (part, first) in enumerate(parts, start=1)
    )


def _page(
    facts: TimelineFacts, first: int, last: int, voice: Voice, number: tuple[int, int]
) -> Drawing:
    side = side_width_for(facts, A4_WIDTH - 2 * MARGIN)
    layout = lay_out(facts, (A4_WIDTH - 2 * MARGIN - side) / facts.years, voice, side)
    marks, _high = legend_shapes(legend(facts, voice), A4_WIDTH - 2 * MARGIN)
    shapes = (
        Box(0, 0, A4_WIDTH, A4_HEIGHT, "surface"),
        *_headline(facts, voice),
        *moved(_table(layout, first, last), MARGIN, _TOP),
        *moved(marks, MARGIN, _TOP + HEAD + ROW * (last - first) + 12),
        *page.page_number(*number, voice, (A4_WIDTH, A4_HEIGHT)),
    )
    title, told = words.title(facts, voice), words.said(facts, voice)
    return Drawing(A4_WIDTH, A4_HEIGHT, title, told, shapes)


def _headline(facts: TimelineFacts, voice: Voice) -> Iterator[Shape]:
    under = page.subtitle(facts.council, facts.today, voice, is_fictitious=facts.is_fictitious)
    return page.headline(words.title(facts, voice), under, 34, 52)


def _table(layout: Layout, first: int, last: int) -> Iterator[Shape]:
    """Head, seats and rows `first` up to `last`, from the corner (0, 0)."""
    high = ROW * (last - first)
    right = layout.side_width + layout.width
    up = HEAD - ROW * first
    yield from moved(layout.corner, 0, 0)
    yield from moved(layout.head, layout.side_width, 0)
    yield from moved(frame(layout, first, last), layout.side_width, up)
    for row in range(first, last):
        yield Stroke(0, HEAD + ROW * (row - first), right, HEAD + ROW * (row - first), "line")
        yield from moved(layout.side(row), 0, up)
        yield from moved(layout.ground(row), layout.side_width, up)
    yield Stroke(0, HEAD + high, right, HEAD + high, "line")
    if 0 <= layout.today < layout.width:
        yield from moved((today_line(layout, HEAD, HEAD + high),), layout.side_width, 0)
    for row in range(first, last):
        yield from moved((one.words for one in layout.labels(row)), layout.side_width, up)


def _year_parts(facts: TimelineFacts) -> Iterator[TimelineFacts]:
    """The years in equal parts, each with room for its names."""
    count = ceil(facts.years / _YEARS_ON_A_PAGE)
    each = ceil(facts.years / count)
    for start in range(facts.first_year, facts.last_year + 1, each):
        end = min(start + each - 1, facts.last_year)
        yield between(facts, start, end)


def between(facts: TimelineFacts, first_year: int, last_year: int) -> TimelineFacts:
    """The same facts for some of the years alone."""
    start, end = date(first_year, 1, 1), date(last_year + 1, 1, 1)
    seats = tuple(
        replace(
            seat,
            spans=tuple(
                span
                for span in seat.spans
                if span.from_on < end and (span.to_on is None or span.to_on > start)
            ),
        )
        for seat in facts.seats
    )
    return replace(facts, seats=seats, first_year=first_year, last_year=last_year)
