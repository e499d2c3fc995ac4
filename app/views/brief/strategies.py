"""Which strategies of the plan a case serves: chips, and a list to choose from (R28)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.briefs import BriefView, StrategyChoice
from app.views.brief.form import Form, heading_over
from app.views.editing.doing import do
from app.views.editing.form_dialog import FormDialog
from app.views.theme.fonts import font
from app.views.theme.metrics import SMALL, TINY
from app.views.widgets.buttons import button
from app.views.widgets.chip import Chip
from app.views.widgets.layout import FlowLayout
from app.views.widgets.naming import named
from app.views.widgets.search_field import SearchField
from app.views.widgets.text import plain_tooltip

HEADING = _("Strategier i næringsplanen")
CHOOSE = _("Velg strategier")
CHOOSE_SHORT = _("Velg")
CHANGE = _("Endre strategiene som saken følger opp")
ABOUT = _("Kryss av for dem som saken følger opp. De står i vurderingen opp mot næringsplanen.")
SEARCH = _("Søk i strategiene")
STORE = _("Bruk valget")
NO_PLAN = _("Rådsfilen har ingen næringsplan ennå.")
CHANGED = _("Strategiene er endret.")

_TALL = 420


class Strategies(QWidget):
    """The chips lead to the list."""

    def __init__(self, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._shown: tuple[StrategyChoice, ...] = ()
        voice = form.voice
        self._change = button(
            voice.word(CHOOSE_SHORT), "choose-strategies", "link", icon="plus", on_click=self._ask
        )
        self._change.setAccessibleName(voice.word(CHANGE))
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=SMALL - 2)
        self._flow.addWidget(self._change)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(TINY)
        box.addWidget(heading_over(voice.word(HEADING)))
        box.addWidget(self._chips)

    def show_brief(self, view: BriefView) -> None:
        """Show the strategies of this case."""
        self._change.setVisible(not view.is_closed)
        if view.strategies == self._shown:
            return
        self._shown = view.strategies
        while item := self._flow.takeAt(0):
            widget = item.widget()
            if widget is not None and widget is not self._change:
                widget.hide()
                widget.deleteLater()
        for strategy in view.strategies:
            chip = Chip(f"{strategy.number} {strategy.title}", "accent", self._chips)
            named(chip, f"strategy-{strategy.id}", chip.text())
            chip.setToolTip(plain_tooltip(strategy.wording))
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self._change)
        self._flow.invalidate()
        self._chips.updateGeometry()

    def _ask(self) -> None:
        bench, house = self._form.bench, self._form.house
        bench.read(house.briefs.strategy_choices, self._open)

    def _open(self, choices: Sequence[StrategyChoice]) -> None:
        view = self._form.shown()
        if view is not None:
            StrategyDialog(self, self._form, view, choices).open()


class StrategyDialog(FormDialog):
    """Every strategy under its goal, with a tick; the search leaves those that speak of it."""

    def __init__(
        self, parent: QWidget, form: Form, view: BriefView, choices: Sequence[StrategyChoice]
    ) -> None:
        voice = form.voice
        super().__init__(
            parent,
            voice,
            "strategy-dialog",
            voice.word(CHOOSE),
            text=voice.word(ABOUT if choices else NO_PLAN),
            verb=voice.word(STORE),
            on_verb=self._store,
            width=640,
        )
        self._form, self._view = form, view
        self._list = named(QListWidget(), "strategies", voice.word(CHOOSE))
        self._list.setMinimumHeight(_TALL)
        self._list.setWordWrap(True)
        search = SearchField("strategy-search", voice.word(SEARCH), self._list)
        search.searched.connect(self._sift)
        self._fill(choices, {strategy.id for strategy in view.strategies})
        self._list.itemActivated.connect(_turn)
        self.body.addWidget(search)
        self.body.addWidget(self._list, 1)

    def _fill(self, choices: Sequence[StrategyChoice], served: set[int]) -> None:
        goal = ""
        for choice in choices:
            if choice.goal != goal:
                goal = choice.goal
                head = QListWidgetItem(goal, self._list)
                head.setFont(font("strong"))
                head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item = QListWidgetItem(f"{choice.number} {choice.title}", self._list)
            item.setData(Qt.ItemDataRole.UserRole, choice)
            item.setToolTip(plain_tooltip(choice.wording))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            is_served = choice.id in served
            item.setCheckState(Qt.CheckState.Checked if is_served else Qt.CheckState.Unchecked)

    def _sift(self, text: str) -> None:
        words = text.casefold().split()
        for item in self._items():
            choice: StrategyChoice | None = item.data(Qt.ItemDataRole.UserRole)
            said = _all_words(choice) if choice is not None else ""
            item.setHidden(not all(word in said for word in words))

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(place) for place in range(self._list.count())]

    def _store(self) -> None:
        wanted = [
            item.data(Qt.ItemDataRole.UserRole).id
            for item in self._items()
            if item.data(Qt.ItemDataRole.UserRole) is not None
            and item.checkState() is Qt.CheckState.Checked
        ]
        view, texts = self._view, self._form.edit.texts
        self.accept()
        do(
            self._form.bench,
            lambda: texts.set_strategies(view.id, wanted, view.version),
            said=self._form.voice.word(CHANGED),
        )


def _turn(item: QListWidgetItem) -> None:
    if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
        is_on = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)


def _all_words(choice: StrategyChoice) -> str:
    parts = (choice.number, choice.title, choice.wording, choice.goal, choice.area)
    return " ".join(parts).casefold()
