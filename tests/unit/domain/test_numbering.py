"""Case numbers and meeting labels (R26)."""

from __future__ import annotations

import pytest

from app.domain.errors import UserError
from app.domain.numbering import (
    CaseNumber,
    MeetingLabel,
    NumberStyle,
    format_case_number,
    format_meeting_label,
    next_numbers,
    parse_case_number,
    parse_meeting_label,
    short_case_number,
)

NR = NumberStyle()
LONG = NumberStyle("RR", "-", 4)
BARE = NumberStyle("")


@pytest.mark.parametrize(
    ("style", "number", "text"),
    [
        (NR, CaseNumber(2026, 12), "NR 12/26"),
        (NR, CaseNumber(2005, 1), "NR 1/05"),
        (NR, CaseNumber(1998, 3), "NR 3/1998"),
        (NR, CaseNumber(2100, 3), "NR 3/2100"),
        (LONG, CaseNumber(2026, 7), "RR 7-2026"),
        (BARE, CaseNumber(2026, 12), "12/26"),
    ],
)
def test_a_number_is_written_and_read_in_the_bodys_style(
    style: NumberStyle, number: CaseNumber, text: str
) -> None:
    assert format_case_number(number, style) == text
    assert parse_case_number(text, style) == number


def test_the_short_form_has_no_prefix() -> None:
    assert short_case_number(CaseNumber(2026, 12), NR) == "12/26"


@pytest.mark.parametrize("text", ["nr12/26", "12/26", "NR 12/2026", " NR  12 / 26 ", "Nr 012/26"])
def test_a_number_is_read_as_people_write_it(text: str) -> None:
    assert parse_case_number(text, NR) == CaseNumber(2026, 12)


@pytest.mark.parametrize(
    "text", ["", "5/56/7", "RR 12/26", "12-26", "0/26", "12/126", "١٢/26", "x"]
)
def test_what_is_no_number_of_this_body_is_refused(text: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_case_number(text, NR)
    assert refused.value.code == "not_a_case_number"
    assert refused.value.params == {"text": text, "example": "NR 12/26"}


@pytest.mark.parametrize(
    ("prefix", "separator", "digits", "code"),
    [
        ("NR", "/", 3, "year_width_unknown"),
        ("NR", " ", 2, "separator_unusable"),
        ("NR", "1", 2, "separator_unusable"),
        ("N1", "/", 2, "prefix_unusable"),
    ],
)
def test_a_style_that_could_not_be_read_back_is_refused(
    prefix: str, separator: str, digits: int, code: str
) -> None:
    with pytest.raises(UserError, match=code):
        NumberStyle(prefix, separator, digits)


def test_a_meeting_has_a_label() -> None:
    label = MeetingLabel("NR", 6, 2026)
    assert format_meeting_label(label) == "NR-6-2026"
    assert parse_meeting_label("NR-6-2026") == label
    assert parse_meeting_label(" nr-6-2026 ") == label
    assert parse_meeting_label("ÅR-X-6-2026") == MeetingLabel("ÅR-X", 6, 2026)


@pytest.mark.parametrize("text", ["next", "NR-6", "NR-6-26", "6-2026", "NR 6 2026"])
def test_what_is_no_label_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="not_a_meeting_label"):
        parse_meeting_label(text)


def test_numbers_go_on_after_the_last_and_no_gap_is_filled() -> None:
    assert next_numbers([], 3) == (1, 2, 3)
    assert next_numbers([1, 2, 7], 2) == (8, 9)
    assert next_numbers([4], 0) == ()
