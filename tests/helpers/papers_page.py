"""The tab of the papers in a real window over a real council file, in the hands of a test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import Audience
from app.models import Case, Meeting
from app.services.changes import Kind, changed
from app.services.house import House
from app.views.papers.tab import PapersTab
from app.views.shell.workbench import Workbench
from app.views.widgets.page import Page
from app.views.widgets.page_header import PageHeader
from tests.helpers.council import a_case, a_meeting, an_attachment, the_basis, writing
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow
from tests.helpers.pages import FakePreviews
from tests.helpers.pdfs import a_pdf

SECRET = "Kanarifugl"


@dataclass
class FakeSystem:
    """Chooses a folder at once, and remembers what was opened."""

    folder: Path | None = None
    asked: int = 0
    opened: list[Path] = field(default_factory=list)
    can_open: bool = True

    def ask_for_folder(
        self, parent: QWidget, title: str, start: Path | None, on_chosen: Callable[[Path], object]
    ) -> None:
        self.asked += 1
        if self.folder is not None:
            on_chosen(self.folder)

    def open(self, path: Path) -> bool:
        self.opened.append(path)
        return self.can_open


def arrange(house: House) -> None:
    """A meeting with an open case, which has an attachment, and a closed one."""
    with writing(house.desk) as work:
        meeting = a_meeting(work.session)
        case = a_case(work.session, meeting, title="Testarena for havteknologi")
        an_attachment(work, case, a_pdf("Plan"), title="Prosjektplan")
        a_case(
            work.session,
            meeting,
            title=SECRET,
            is_exempt=True,
            neutral_title="Personalsak",
            legal_basis_id=the_basis(work.session).id,
        )


class PapersPage(Page):
    """A page with nothing but the tab."""

    def __init__(
        self, bench: Workbench, house: House, previews: FakePreviews, system: FakeSystem
    ) -> None:
        super().__init__("papers", PageHeader("Sakspapirer"))
        self.bench = bench
        self.tab = PapersTab(bench, house.papers, previews, system=system)
        self.fill(self.tab)

    def refresh_if(self, changes: object) -> None:
        self.tab.refresh_if(changes)  # type: ignore[arg-type]


class Papers:
    """Presses, looks and edits."""

    def __init__(
        self, make: Callable[..., OpenWindow], qtbot: QtBot, folder: Path, previews: FakePreviews
    ) -> None:
        self.qtbot, self.previews = qtbot, previews
        self.out = folder / "ut"
        self.out.mkdir()
        self.system = FakeSystem(self.out)
        desk = CouncilDesk(
            {"papers": lambda bench, house: PapersPage(bench, house, previews, self.system)},
            arrange,
        )
        self.window = make(desk)
        self.window.open(folder / "råd.rundgang")
        assert desk.opened is not None
        self.house = desk.opened.house
        view = self.window.window.view
        assert view is not None
        page = view.stack.page
        assert isinstance(page, PapersPage)
        self.page, self.tab = page, page.tab
        with self.house.desk.reading() as session:
            self.meeting_id = session.query(Meeting).one().id

    def show(self) -> None:
        """Show the meeting, and wait for its pages."""
        self.tab.show_meeting(self.meeting_id)
        self.wait_for(1)

    def wait_for(self, documents: int) -> None:
        """Until so many documents have been shown in all."""
        self.qtbot.waitUntil(lambda: len(self.previews.sources) >= documents)
        self.window.settle()

    def edit(self, **facts: object) -> None:
        """Change the open case elsewhere, and tell everyone."""
        with writing(self.house.desk) as work:
            case = work.session.query(Case).filter(Case.is_exempt.is_(False)).one()
            for name, value in facts.items():
                setattr(case, name, value)
            key = case.id
        self.page.bench.hub.publish(changed(Kind.CASE, key))

    def publish(self) -> None:
        """Call the meeting."""
        published = self.house.meetings.publish(self.meeting_id, reason="Prøve")
        self.page.bench.hub.publish(published.changes)

    def audiences(self) -> list[Audience]:
        """For whom the documents were that were asked for."""
        return [content.meta.audience for content in self.previews.asked]

    def part(self, name: str) -> QWidget:
        """The one that is on screen, else one that waits or is on its way out."""
        found = self.window.window.findChildren(QWidget, name)
        assert found, name
        return next((each for each in found if each.isVisible()), found[0])

    def has(self, name: str) -> bool:
        """Whether such a part is on screen."""
        found = self.window.window.findChildren(QWidget, name)
        return any(each.isVisible() for each in found)

    def words(self, name: str) -> str:
        part = self.part(name)
        assert isinstance(part, QLabel | QPushButton)
        return part.text().strip()

    def click(self, name: str) -> None:
        QTest.mouseClick(
            self.part(name), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint()
        )

    def files(self) -> list[str]:
        """What lies in the folder."""
        return sorted(path.name for path in self.out.iterdir())

    def wait_until_made(self) -> None:
        self.qtbot.waitUntil(lambda: not self.tab.is_making, timeout=60_000)

    def remarks(self) -> list[str]:
        """The sentences on the side."""
        found = self.part("papers-remarks").findChildren(QLabel)
        return [each.text() for each in found if each.objectName().endswith("-words")]
