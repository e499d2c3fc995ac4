"""Every use case of one open council file, by theme."""

from __future__ import annotations

from app.services.agendas import AgendaService
from app.services.bin import BinService
from app.services.bodies import BodyService
from app.services.briefs import BriefService
from app.services.case_list import CaseListService
from app.services.cases import CaseService
from app.services.deputies import DeputyService
from app.services.desk import Desk
from app.services.drafts import DraftService
from app.services.editing.editors import Editors
from app.services.exports.addresses import AddressService
from app.services.exports.service import ExportService
from app.services.history import HistoryService
from app.services.letters.service import LettersService
from app.services.levels import LevelService
from app.services.meetings import MeetingService
from app.services.minutes.service import MinutesService
from app.services.overview.service import OverviewService
from app.services.papers.service import PapersService
from app.services.people import PeopleService
from app.services.plan_import import PlanImport
from app.services.privacy.service import PrivacyService
from app.services.roster import RosterService
from app.services.settings import SettingsService


class House:
    """The rooms that window and command line go into, all at the same desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.addresses = AddressService(desk)
        self.agendas = AgendaService(desk)
        self.bodies = BodyService(desk)
        self.briefs = BriefService(desk)
        self.case_list = CaseListService(desk)
        self.cases = CaseService(desk)
        self.deputies = DeputyService(desk)
        self.drafts = DraftService(desk)
        self.edit = Editors(desk)
        self.bin = BinService(desk, self.edit)
        self.exports = ExportService(desk)
        self.history = HistoryService(desk)
        self.letters = LettersService(desk)
        self.levels = LevelService(desk)
        self.meetings = MeetingService(desk)
        self.minutes = MinutesService(desk)
        self.overview = OverviewService(desk)
        self.papers = PapersService(desk)
        self.people = PeopleService(desk)
        self.plan = PlanImport(desk)
        self.privacy = PrivacyService(desk)
        self.roster = RosterService(desk)
        self.settings = SettingsService(desk)
