"""The picture of the round: everyone in line, every turn in its year, on screen and paper (R18)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.drawing import Box, Drawing, Shape, Stroke, Words
from app.domain.errors import UserError
from app.i18n.voice import Voice
from app.services.hosting import words
from app.services.hosting.facts import RoundView
from app.services.hosting.paper import legend, pages, whole
from app.services.hosting.picture import HEAD, LEAST_YEAR, lay_out, rows_of, years_of
from app.services.house import House
from tests.helpers.council import a_council
from tests.helpers.hosting import AUTUMN, SPRING, arrange_round, key_of, meeting_of, seen

VOICE = Voice()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        house = House(desk)
        arrange_round(house)
        yield house


def written(shapes: tuple[Shape, ...]) -> list[str]:
    return [shape.text for shape in shapes if isinstance(shape, Words)]


def edges(shape: Shape) -> tuple[float, float]:
    """The furthest right and down that a shape reaches."""
    if isinstance(shape, Stroke):
        return max(shape.x1, shape.x2), max(shape.y1, shape.y2)
    if isinstance(shape, Box):
        return shape.x + shape.width, shape.y + shape.height
    assert isinstance(shape, Words)
    return shape.x + shape.width, shape.y


def inside(drawing: Drawing) -> bool:
    return all(
        right <= drawing.width + 1 and down <= drawing.height + 1
        for right, down in map(edges, drawing.shapes)
    )


def long_round(view: RoundView, years: int) -> RoundView:
    """The same turns again and again, further and further back."""
    more = [
        replace(
            turn, key=1_000 * number + turn.key, on=on, season=replace(turn.season, year=on.year)
        )
        for number in range(1, years // 4)
        for turn in view.turns
        if not turn.is_coming
        for on in [turn.on - timedelta(days=round(365.25 * 4 * number))]
    ]
    return replace(view, turns=tuple(sorted((*more, *view.turns), key=lambda turn: turn.on)))


def test_everyone_in_line_has_a_row_and_every_turn_a_mark(house: House) -> None:
    view = house.hosting.view()
    picture = lay_out(view, VOICE, 1_000)
    assert [one.short for one in rows_of(view)[:2]] == ["Orkland", "Trondheim"]
    assert {mark.key for mark in picture.marks} == {turn.key for turn in view.turns}
    assert written(picture.shapes).count("24/4") == 1
    assert "Orkland" in written(picture.beside)


def test_no_two_marks_lie_over_each_other(house: House) -> None:
    marks = lay_out(long_round(house.hosting.view(), 20), VOICE, 600).marks
    for one in marks:
        for other in marks:
            if one is not other and one.y == other.y:
                assert one.x + one.width <= other.x + 0.01 or other.x + other.width <= one.x + 0.01


def test_the_merged_stand_under_their_heir_as_long_as_they_are_seen(house: House) -> None:
    view = long_round(house.hosting.view(), 16)
    assert years_of(view).start < 2017
    names = [one.short for one in rows_of(view)]
    assert names[names.index("Orkland") + 1] == "Orkdal"
    assert names[names.index("Trondheim") + 1] == "Klæbu"
    late = [one.short for one in rows_of(house.hosting.view())]
    assert "Klæbu" not in late


def test_who_stands_over_and_who_is_out_of_turn_are_marked(house: House) -> None:
    house.edit.hosting.swap(seen(house, SPRING), seen(house, AUTUMN), "Rådhuset bygges om")
    view = house.hosting.view()
    signs = {mark.text for mark in legend(view, VOICE)}
    assert {"har vært vert", "avtalt", "forslag", "utenom tur", "i dag"} <= signs
    house.history.undo_last()
    house.edit.hosting.pass_turn(seen(house, SPRING), key_of(house, "Orkland"), "Valg")
    view = house.hosting.view()
    assert "over" in written(lay_out(view, VOICE, 1_000).shapes)
    assert "over: står over" in {mark.text for mark in legend(view, VOICE)}


def test_a_mark_is_found_where_it_is_and_tells_of_its_turn(house: House) -> None:
    picture = lay_out(house.hosting.view(), VOICE, 1_000)
    key = meeting_of(house, SPRING).id
    mark = next(one for one in picture.marks if one.key == key)
    assert picture.mark_at(mark.x + 1, mark.y + 1) == mark
    assert picture.mark_at(0, 0) is None
    assert mark.told[:2] == (
        "Vår 2027: Orkland kommune",
        "26. april 2027 · Næringsapparatet 1/2027 · forslag",
    )


def test_each_name_tells_of_its_municipality(house: House) -> None:
    house.edit.hosting.pass_turn(seen(house, SPRING), key_of(house, "Orkland"), "Valg")
    picture = lay_out(house.hosting.view(), VOICE, 1_000)
    assert picture.row_at(HEAD + 1) == (
        "Orkland kommune",
        "nr. 1 i køen · vert 1 gang, sist 24. april 2023 · med Orkdal · har stått over 1 gang",
    )
    assert picture.row_at(1) == picture.row_at(picture.height + 1) == ()


def test_the_whole_picture_and_its_pages_hold_everything(house: House) -> None:
    view = house.hosting.view()
    assert inside(whole(view, VOICE))
    (page,) = pages(view, VOICE)
    assert inside(page)
    assert "Rundgangen: Næringsapparatet" in written(page.shapes)
    assert page.said == words.said(view, VOICE)


def test_many_years_go_on_over_several_pages(house: House) -> None:
    view = long_round(house.hosting.view(), 40)
    found = pages(view, VOICE)
    assert len(found) > 1
    assert all(inside(page) for page in found)
    assert f"Side 1 av {len(found)}" in written(found[0].shapes)
    wide = whole(view, VOICE)
    assert wide.width > LEAST_YEAR * len(years_of(view))


def test_the_book_is_in_the_language_of_documents_and_dated(house: House) -> None:
    book = house.hosting.book()
    assert (book.meta.title, book.meta.dated_on) == (
        "Rundgangen: Næringsapparatet",
        date(2026, 11, 23),
    )


def test_a_file_of_another_kind_is_refused(house: House, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="picture_format_unknown"):
        house.hosting.make(tmp_path / "rundgang.docx")
