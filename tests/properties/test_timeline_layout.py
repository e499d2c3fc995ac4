"""What must hold for every timeline, however crowded, at every zoom."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.i18n.voice import Voice
from app.services.timeline.facts import SpanKind, TimelineFacts
from app.services.timeline.layout import lay_out
from app.services.timeline.paper import between
from tests.helpers.timelines import a_line, a_span, some_facts

VOICE = Voice()
FIRST = date(2000, 1, 1)


@st.composite
def timelines(draw: st.DrawFn) -> TimelineFacts:
    seats = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        day, spans = FIRST + timedelta(days=draw(st.integers(0, 3_000))), []
        for _span in range(draw(st.integers(0, 8))):
            day += timedelta(days=draw(st.sampled_from([0, 0, 30, 500])))
            end = day + timedelta(days=draw(st.integers(1, 2_000)))
            label = draw(st.sampled_from(["Skaun", "Midtre Gauldal", "Ås", "Øvrige " * 6]))
            spans.append(a_span(day, end, label, draw(st.sampled_from(list(SpanKind)))))
            day = end
        seats.append(a_line(number, *spans))
    return some_facts(*seats, first=2000, last=2060)


scales = st.floats(4, 480)


@given(timelines(), scales)
def test_bars_of_a_seat_never_cover_each_other(facts: TimelineFacts, scale: float) -> None:
    layout = lay_out(facts, scale, VOICE, 220)
    for before, bar in zip(layout.bars, layout.bars[1:], strict=False):
        if before.row == bar.row:
            assert before.x + min(before.width, max(bar.x - before.x, 2)) <= bar.x + 2
    for bar in layout.bars:
        assert bar.x >= 0
        assert bar.width >= 2


@given(timelines(), scales)
def test_words_never_run_into_the_next_bar(facts: TimelineFacts, scale: float) -> None:
    layout = lay_out(facts, scale, VOICE, 220)
    for row in range(layout.count):
        bars = layout.row(row)
        for label in layout.labels(row):
            end = label.words.x + label.words.width
            following = [bar.x for bar in bars if bar.x >= label.end]
            assert end <= min(following, default=layout.width) + 1
            assert label.words.text


@given(timelines(), scales, st.floats(0, 5_000))
def test_words_that_move_stay_on_their_bar(facts: TimelineFacts, scale: float, left: float) -> None:
    layout = lay_out(facts, scale, VOICE, 220)
    for row in range(layout.count):
        for label in layout.labels(row):
            seen = label.seen_from(left)
            assert seen.x >= label.words.x
            if seen != label.words:
                assert seen.x + seen.width <= label.end


@given(timelines(), st.integers(2000, 2060), st.integers(0, 20))
def test_some_of_the_years_lie_within_their_own_picture(
    facts: TimelineFacts, first: int, more: int
) -> None:
    part = between(facts, first, first + more)
    layout = lay_out(part, 50, VOICE, 220)
    for bar in layout.bars:
        assert 0 <= bar.x < layout.width
        assert bar.x + bar.width <= layout.width + 2
