"""Case numbers such as `NR 12/26` and meeting labels such as `NR-6-2026` (R26)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.errors import UserError

_CENTURY = 2000
_WIDTHS = (2, 4)


@dataclass(frozen=True, slots=True, order=True)
class CaseNumber:
    """A number that a body gave in a year; the year is whole (2026), however it is written."""

    year: int
    number: int


@dataclass(frozen=True, slots=True, order=True)
class MeetingLabel:
    """A body's meeting by its number in a year."""

    prefix: str
    number: int
    year: int


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How a body writes its case numbers: prefix, separator and the year's digits, 2 or 4."""

    prefix: str = "NR"
    separator: str = "/"
    year_digits: int = 2

    def __post_init__(self) -> None:
        if self.year_digits not in _WIDTHS:
            raise UserError("year_width_unknown", digits=self.year_digits)
        if not self.separator.strip() or any(sign.isdigit() for sign in self.separator):
            raise UserError("separator_unusable", separator=self.separator)
        if any(sign.isdigit() for sign in self.prefix):
            raise UserError("prefix_unusable", prefix=self.prefix)


def format_case_number(number: CaseNumber, style: NumberStyle) -> str:
    """`NR 12/26`; the prefix stands alone before, and is left out when it is empty (R26)."""
    bare = short_case_number(number, style)
    return f"{style.prefix} {bare}" if style.prefix else bare


def short_case_number(number: CaseNumber, style: NumberStyle) -> str:
    """`12/26`, for where the body is plain; a year before 2000 or after 2099 keeps four digits."""
    fits = style.year_digits == 2 and number.year // 100 == _CENTURY // 100
    year = f"{number.year % 100:02}" if fits else str(number.year)
    return f"{number.number}{style.separator}{year}"


def parse_case_number(text: str, style: NumberStyle) -> CaseNumber:
    """The number in `text`, with or without the prefix, year in two or four digits.

    `UserError` when it is not a number of this body.
    """
    pattern = (
        rf"(?:{re.escape(style.prefix)}\s*)?"
        rf"(\d+)\s*{re.escape(style.separator.strip())}\s*(\d{{4}}|\d{{2}})"
    )
    match = re.fullmatch(pattern, " ".join(text.split()), re.IGNORECASE | re.ASCII)
    if match is None or int(match[1]) == 0:
        example = format_case_number(CaseNumber(_CENTURY + 26, 12), style)
        raise UserError("not_a_case_number", text=text, example=example)
    year = int(match[2])
    return CaseNumber(year if len(match[2]) == 4 else _CENTURY + year, int(match[1]))


def format_meeting_label(label: MeetingLabel) -> str:
    """`NR-6-2026`, as the command line and file names know a meeting."""
    return f"{label.prefix}-{label.number}-{label.year}"


def parse_meeting_label(text: str) -> MeetingLabel:
    """The meeting that `text` names; `UserError` when it is no label."""
    match = re.fullmatch(r"(\D+?)-(\d{1,4})-(\d{4})", text.strip(), re.ASCII)
    if match is None:
        raise UserError("not_a_meeting_label", text=text)
    return MeetingLabel(match[1].upper(), int(match[2]), int(match[3]))


def next_numbers(used: Iterable[int], count: int) -> tuple[int, ...]:
    """The next `count` numbers of a body's year after every one used, also by withdrawn cases.

    A gap is never filled: a number that was once given is never given again (R26).
    """
    last = max(used, default=0)
    return tuple(range(last + 1, last + 1 + count))
