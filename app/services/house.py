"""Every use case of one open council file, by theme; a room is imported when somebody enters it.

So the window's first page waits for its own rooms alone (see `ROOMS` for the others).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.desk import Desk

if TYPE_CHECKING:
    from app.services.agendas import AgendaService
    from app.services.bin import BinService
    from app.services.bodies import BodyService
    from app.services.briefs import BriefService
    from app.services.calendars.service import CalendarService
    from app.services.case_list import CaseListService
    from app.services.cases import CaseService
    from app.services.deputies import DeputyService
    from app.services.drafts import DraftService
    from app.services.editing.editors import Editors
    from app.services.exports.addresses import AddressService
    from app.services.exports.service import ExportService
    from app.services.gatherings.service import GatheringService
    from app.services.history import HistoryService
    from app.services.hosting.service import HostingService
    from app.services.imports.service import ImportService
    from app.services.letters.service import LettersService
    from app.services.levels import LevelService
    from app.services.meeting_changes import MeetingChangeService
    from app.services.meeting_days import MeetingDayService
    from app.services.meetings import MeetingService
    from app.services.minutes.service import MinutesService
    from app.services.overview.service import OverviewService
    from app.services.papers.service import PapersService
    from app.services.people import PeopleService
    from app.services.plan_import import PlanImport
    from app.services.planning.service import PlanningService
    from app.services.privacy.service import PrivacyService
    from app.services.roster import RosterService
    from app.services.rotation import RotationService
    from app.services.seat_terms import SeatTermService
    from app.services.settings import SettingsService
    from app.services.timeline.service import TimelineService
    from app.services.wheel.service import WheelService
    from app.services.year.entries import PointService
    from app.services.year.service import YearService


class House:
    """The rooms that window and command line go into, all at the same desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @cached_property
    def agendas(self) -> AgendaService:
        """Agendas as shown."""
        from app.services.agendas import AgendaService

        return AgendaService(self.desk)

    @cached_property
    def bin(self) -> BinService:
        """What was deleted."""
        from app.services.bin import BinService

        return BinService(self.desk, self.edit)

    @cached_property
    def bodies(self) -> BodyService:
        """Bodies and their rules."""
        from app.services.bodies import BodyService

        return BodyService(self.desk)

    @cached_property
    def briefs(self) -> BriefService:
        """A case's brief as shown."""
        from app.services.briefs import BriefService

        return BriefService(self.desk)

    @cached_property
    def calendars(self) -> CalendarService:
        """Meetings for other calendars."""
        from app.services.calendars.service import CalendarService

        return CalendarService(self.desk)

    @cached_property
    def case_list(self) -> CaseListService:
        """Cases, filtered."""
        from app.services.case_list import CaseListService

        return CaseListService(self.desk)

    @cached_property
    def cases(self) -> CaseService:
        """Cases by number or key."""
        from app.services.cases import CaseService

        return CaseService(self.desk)

    @cached_property
    def drafts(self) -> DraftService:
        """What is typed and not valid yet."""
        from app.services.drafts import DraftService

        return DraftService(self.desk)

    @cached_property
    def edit(self) -> Editors:
        """Every editing verb."""
        from app.services.editing.editors import Editors

        return Editors(self.desk)

    @cached_property
    def exports(self) -> ExportService:
        """Excel workbooks."""
        from app.services.exports.service import ExportService

        return ExportService(self.desk)

    @cached_property
    def history(self) -> HistoryService:
        """The log, and undo."""
        from app.services.history import HistoryService

        return HistoryService(self.desk)

    @cached_property
    def hosting(self) -> HostingService:
        """Whose turn it is to host."""
        from app.services.hosting.service import HostingService

        return HostingService(self.desk)

    @cached_property
    def levels(self) -> LevelService:
        """Who decides."""
        from app.services.levels import LevelService

        return LevelService(self.desk)

    @cached_property
    def meeting_changes(self) -> MeetingChangeService:
        """What became of a meeting."""
        from app.services.meeting_changes import MeetingChangeService

        return MeetingChangeService(self.desk)

    @cached_property
    def meeting_days(self) -> MeetingDayService:
        """What a meeting's day means."""
        from app.services.meeting_days import MeetingDayService

        return MeetingDayService(self.desk)

    @cached_property
    def meetings(self) -> MeetingService:
        """Finding and publishing meetings."""
        from app.services.meetings import MeetingService

        return MeetingService(self.desk)

    @cached_property
    def minutes(self) -> MinutesService:
        """Minutes as documents."""
        from app.services.minutes.service import MinutesService

        return MinutesService(self.desk)

    @cached_property
    def overview(self) -> OverviewService:
        """The first page."""
        from app.services.overview.service import OverviewService

        return OverviewService(self.desk)

    @cached_property
    def papers(self) -> PapersService:
        """Papers as documents."""
        from app.services.papers.service import PapersService

        return PapersService(self.desk)

    @cached_property
    def people(self) -> PeopleService:
        """People and institutions."""
        from app.services.people import PeopleService

        return PeopleService(self.desk)

    @cached_property
    def plan(self) -> PlanImport:
        """The plan's wording."""
        from app.services.plan_import import PlanImport

        return PlanImport(self.desk)

    @cached_property
    def planning(self) -> PlanningService:
        """What a year's plan proposes."""
        from app.services.planning.service import PlanningService

        return PlanningService(self.desk)

    @cached_property
    def roster(self) -> RosterService:
        """Seats and observers on a day."""
        from app.services.roster import RosterService

        return RosterService(self.desk)

    @cached_property
    def seat_terms(self) -> SeatTermService:
        """A seat's terms through time."""
        from app.services.seat_terms import SeatTermService

        return SeatTermService(self.desk)

    @cached_property
    def settings(self) -> SettingsService:
        """The council's settings."""
        from app.services.settings import SettingsService

        return SettingsService(self.desk)

    @cached_property
    def rotation(self) -> RotationService:
        """Who should follow in the rotating seats."""
        from app.services.rotation import RotationService

        return RotationService(self.desk)

    @cached_property
    def timeline(self) -> TimelineService:
        """The terms through the years, as a picture."""
        from app.services.timeline.service import TimelineService

        return TimelineService(self.desk)

    @cached_property
    def imports(self) -> ImportService:
        """Lists from Excel and text."""
        from app.services.imports.service import ImportService

        return ImportService(self.desk)

    @cached_property
    def addresses(self) -> AddressService:
        """Address lists of a group."""
        from app.services.exports.addresses import AddressService

        return AddressService(self.desk)

    @cached_property
    def deputies(self) -> DeputyService:
        """How often deputies were used."""
        from app.services.deputies import DeputyService

        return DeputyService(self.desk)

    @cached_property
    def letters(self) -> LettersService:
        """Letters to those who appoint and who are appointed."""
        from app.services.letters.service import LettersService

        return LettersService(self.desk)

    @cached_property
    def privacy(self) -> PrivacyService:
        """What is kept on a person, and its erasure."""
        from app.services.privacy.service import PrivacyService

        return PrivacyService(self.desk)

    @cached_property
    def wheel(self) -> WheelService:
        """A year as a picture."""
        from app.services.wheel.service import WheelService

        return WheelService(self.desk)

    @cached_property
    def gatherings(self) -> GatheringService:
        """Meetings that decide nothing, and their documents."""
        from app.services.gatherings.service import GatheringService

        return GatheringService(self.desk)

    @cached_property
    def year(self) -> YearService:
        """What a year holds."""
        from app.services.year.service import YearService

        return YearService(self.desk)

    @cached_property
    def points(self) -> PointService:
        """The fixed points of the years."""
        from app.services.year.entries import PointService

        return PointService(self.desk)


ROOMS = tuple(name for name, kind in vars(House).items() if isinstance(kind, cached_property))
"""The names of all rooms, to be entered ahead while nobody waits."""
