"""The pages that exist, each made when it is first opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.bootstrap.ahead import import_ahead
from app.i18n.catalogue import _
from app.services.house import House
from app.views.shell.protocols import PageEntry
from app.views.shell.workbench import Workbench
from app.views.widgets.page import Page

if TYPE_CHECKING:
    from app.views.papers.tab import PapersTab


def page_entries(house: House, bench: Workbench) -> Sequence[PageEntry]:
    """The navigation from the top down."""
    import_ahead(bench, house)
    word = bench.voice.word

    def overview() -> Page:
        from app.views.overview.page import OverviewPage

        return OverviewPage(bench, house.overview.view)

    def papers() -> PapersTab:
        from app.tasks.previews import Previews
        from app.views.papers.tab import PapersTab

        previews = Previews(bench.post, house.desk.file.blobs)
        bench.life.when_over(previews.close)
        return PapersTab(bench, house.papers, previews, primary=False)

    def meetings() -> Page:
        from app.views.meetings.page import MeetingsPage

        return MeetingsPage(bench, house, papers)

    def cases() -> Page:
        from app.views.cases.page import CasesPage

        return CasesPage(bench, house)

    def members() -> Page:
        from app.views.members.page import MembersPage

        return MembersPage(bench, house)

    def year() -> Page:
        from app.views.year.page import YearPage

        return YearPage(bench, house)

    def settings() -> Page:
        from app.views.settings.page import SettingsPage

        return SettingsPage(bench, house)

    def bin_page() -> Page:
        from app.views.bin.page import BinPage

        return BinPage(bench, house)

    return (
        PageEntry("overview", word(_("Oversikt")), "layout-dashboard", overview),
        PageEntry("meetings", word(_("Møter")), "calendar-days", meetings),
        PageEntry("cases", word(_("Saker")), "file-text", cases),
        PageEntry("members", word(_("Medlemmer")), "users", members),
        PageEntry("year", word(_("Årshjul")), "calendar", year),
        PageEntry("settings", word(_("Innstillinger")), "settings", settings),
        PageEntry("bin", word(_("Papirkurv")), "trash-2", bin_page),
    )
