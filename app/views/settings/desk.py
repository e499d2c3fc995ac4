"""What the parts of the settings share: the services, and how their fields store themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n.voice import Voice
from app.services.changes import Kind
from app.services.editing.editors import Editors
from app.services.house import House
from app.views.editing.autosave import AutoSave
from app.views.editing.clash_bar import ClashBar
from app.views.editing.steps import Steps
from app.views.settings.form import Cards
from app.views.shell.workbench import Workbench
from app.views.widgets.naming import named

ORIGIN = "settings"
"""Signs the changes that the fields of this page make themselves."""

VERSIONS = {"row": 1}
"""Dated settings have no version: what is typed last counts, as the log keeps what was before."""


@dataclass(frozen=True, slots=True)
class SettingsDesk:
    """Handed to every part; `edit` is what the fields store with."""

    bench: Workbench
    house: House
    edit: Editors
    bars: QVBoxLayout
    """Where a field that was changed elsewhere is told of."""

    @classmethod
    def of(cls, bench: Workbench, house: House, bars: QVBoxLayout) -> SettingsDesk:
        """The desk of this page."""
        return cls(bench, house, house.edit.signed(ORIGIN), bars)

    @property
    def voice(self) -> Voice:
        """The window's language."""
        return self.bench.voice

    def autosave(self, kind: Kind, parent: QObject) -> AutoSave:
        """Stores fields while they are typed in."""
        save = AutoSave(self.bench, self.house.drafts, kind, ORIGIN, parent)
        self.bars.addWidget(ClashBar(self.voice, save))
        return save


class Pane(QWidget):
    """One section of the settings, built a little at a time when it is first chosen."""

    def __init__(self, name: str) -> None:
        super().__init__()
        named(self, f"pane-{name}")
        self.cards = Cards(self)
        self.is_built = False
        self._steps = Steps(self)

    def begin(self) -> None:
        """Build it, now that it is on screen; it reads when it stands."""
        self._steps.begin(self._whole())

    def building(self) -> Iterator[None]:
        """Build, with a pause wherever the window may answer."""
        yield

    def refresh(self, *, own: bool) -> None:
        """Read anew; `own` is a change that a field here made itself."""

    def leave(self) -> None:
        """Store what is typed."""

    def _whole(self) -> Iterator[None]:
        yield from self.building()
        self.is_built = True
        self.refresh(own=False)
