"""Where the twelve months of a year and their days stand on a sheet of any size."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF

TITLE, LETTERS = 20, 15
"""Pixels for the name of a month, and for the letters of its weekdays."""
_GAP_ACROSS, _GAP_DOWN = 20, 10
_WEEK_SHARE = 0.9
"""How wide the number of the week is, of a day."""
_WEEKS, _DAYS = 6, 7
_LOWEST, _NARROWEST = 16, 19
LEAST_WIDTH = round(4 * (_DAYS + _WEEK_SHARE) * _NARROWEST + 3 * _GAP_ACROSS)
LEAST_HEIGHT = 3 * (TITLE + LETTERS + _WEEKS * _LOWEST) + 2 * _GAP_DOWN


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """A year on a sheet; every month has room for six weeks."""

    year: int
    columns: int
    box_width: float
    box_height: float

    @property
    def day_width(self) -> float:
        """Pixels across of a day."""
        return self.box_width / (_DAYS + _WEEK_SHARE)

    @property
    def day_height(self) -> float:
        """Pixels down of a day."""
        return (self.box_height - TITLE - LETTERS) / _WEEKS

    @property
    def week_width(self) -> float:
        """Pixels across of the number of a week."""
        return self.day_width * _WEEK_SHARE

    def box(self, month: int) -> QRectF:
        """All of a month."""
        down, across = divmod(month - 1, self.columns)
        return QRectF(
            across * (self.box_width + _GAP_ACROSS),
            down * (self.box_height + _GAP_DOWN),
            self.box_width,
            self.box_height,
        )

    def title(self, month: int) -> QRectF:
        """The name of a month."""
        box = self.box(month)
        return QRectF(box.left(), box.top(), box.width(), TITLE)

    def letter(self, month: int, weekday: int) -> QRectF:
        """The letter of a weekday."""
        box = self.box(month)
        left = box.left() + self.week_width + weekday * self.day_width
        return QRectF(left, box.top() + TITLE, self.day_width, LETTERS)

    def day(self, on: date) -> QRectF:
        """A day."""
        box = self.box(on.month)
        week, weekday = divmod(on.day - 1 + on.replace(day=1).weekday(), _DAYS)
        return QRectF(
            box.left() + self.week_width + weekday * self.day_width,
            box.top() + TITLE + LETTERS + week * self.day_height,
            self.day_width,
            self.day_height,
        )

    def week(self, on: date) -> QRectF:
        """The number of the week of a day, on its line."""
        day = self.day(on)
        return QRectF(self.box(on.month).left(), day.top(), self.week_width, day.height())

    def month_at(self, at: QPointF) -> int | None:
        """The month under a point."""
        return next((one for one in range(1, 13) if self.box(one).contains(at)), None)

    def day_at(self, at: QPointF) -> date | None:
        """The day under a point."""
        month = self.month_at(at)
        for number in range(1, 32) if month is not None else ():
            try:
                on = date(self.year, month or 1, number)
            except ValueError:
                return None
            if self.day(on).contains(at):
                return on
        return None


def plan_sheet(year: int, width: float, height: float) -> SheetPlan:
    """As many months beside each other as give the largest days."""
    plans = []
    for columns in (3, 4, 6):
        rows = 12 // columns
        box_width = (width - (columns - 1) * _GAP_ACROSS) / columns
        box_height = (height - (rows - 1) * _GAP_DOWN) / rows
        plans.append(SheetPlan(year, columns, box_width, box_height))
    return max(plans, key=lambda one: min(one.day_width, one.day_height * 1.3))
