"""A month as a table of weeks: whole days, each with what a screen reader says of it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.months import month_of, next_month
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.year.days import Day, YearDays
from app.views.year.calendar import words

DAY = Qt.ItemDataRole.UserRole + 1
WEEK = _("Uke {number}")
_DAYS = 7

Index = QModelIndex | QPersistentModelIndex


class MonthModel(QAbstractTableModel):
    """The weeks that a month touches, Monday first (ISO 8601)."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._days: YearDays | None = None
        self._first = date(2000, 1, 1)
        self._weeks: list[list[Day]] = []

    @property
    def first(self) -> date:
        """The first day of the month."""
        return self._first

    @property
    def today(self) -> date | None:
        """The day that is marked."""
        return self._days.view.today if self._days is not None else None

    def show_month(self, days: YearDays, first: date) -> None:
        """Show the month that begins on `first`."""
        self.beginResetModel()
        self._days, self._first = days, first
        monday = first - timedelta(days=first.weekday())
        self._weeks = []
        while monday < next_month(first):
            week = [monday + timedelta(days=place) for place in range(_DAYS)]
            self._weeks.append([self._day(days, on) for on in week])
            monday += timedelta(days=_DAYS)
        self.endResetModel()

    def day(self, index: Index) -> Day:
        """The day of a cell."""
        return self._weeks[index.row()][index.column()]

    def is_of_month(self, on: date) -> bool:
        """Whether a day belongs to the month, and not to what is around it."""
        return month_of(on) == month_of(self._first)

    def index_of(self, on: date) -> QModelIndex:
        """The cell of a day; an invalid index where it is not shown."""
        if not self._weeks:
            return QModelIndex()
        week, place = divmod((on - self._weeks[0][0].on).days, _DAYS)
        return self.index(week, place) if 0 <= week < len(self._weeks) else QModelIndex()

    # The default is the one of Qt, and never changed.
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._weeks)

    # As above.
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else _DAYS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._days is None:
            return None
        if role == DAY:
            return self.day(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words.spoken(self.day(index), self._days.view.today, self._voice)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not self._weeks:
            return None
        formats, week = self._voice.formats, self._weeks[0]
        is_across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            if is_across:
                return formats.short_weekday(week[section].on)
            return str(self._weeks[section][0].on.isocalendar().week)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if is_across:
                return formats.weekday(week[section].on)
            number = self._weeks[section][0].on.isocalendar().week
            return self._voice.fill(WEEK, number=number)
        return None

    def _day(self, days: YearDays, on: date) -> Day:
        """What is around the month has its meetings, so that no day looks free that is not."""
        day = days.day(on)
        if self.is_of_month(on):
            return day
        return Day(on=on, holiday=day.holiday, kept_free=day.kept_free, meetings=day.meetings)
