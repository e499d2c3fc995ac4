"""Light and dark: readable in both, changed while the window stands, drawn in our own colours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPalette
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.views.theme.control_pictures import control_files
from app.views.theme.fonts import font
from app.views.theme.icons import icon, pixmap, set_icon
from app.views.theme.metrics import TYPE
from app.views.theme.palette import current_tokens
from app.views.theme.places import CONTROLS, ICONS
from app.views.theme.style_sheet import style_sheet
from app.views.theme.theme import Theme
from app.views.theme.tokens import DARK, LIGHT, READ_PAIRS, THEMES, Tokens, colours, contrast
from app.views.widgets.chip import Chip
from app.views.widgets.page import Page
from app.views.widgets.page_header import PageHeader
from tests.helpers.gui import put_on_screen

VIEWS = Path(__file__).parents[2] / "app" / "views"
PAINTS_PAPER = "pdf_view"
"""Paper is white and print is black in both themes."""


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), READ_PAIRS)
def test_words_stand_out_from_their_ground(ink: str, ground: str, tokens: Tokens) -> None:
    named = colours(tokens)
    assert contrast(named[ink], named[ground]) >= 4.5


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_tokens_are_those_of_the_design() -> None:
    assert (LIGHT.accent, LIGHT.background, LIGHT.muted) == ("#0B5C6B", "#F6F7F8", "#5E6B73")
    assert (DARK.accent, DARK.surface, DARK.bad_soft) == ("#4FB3C4", "#1B2226", "#3A1A18")
    assert (LIGHT.business, LIGHT.research, LIGHT.public) == ("#C98A1B", "#3B6FB5", "#0B5C6B")


def test_no_colour_is_written_outside_the_tokens() -> None:
    strays = [
        f"{path.name}: {found}"
        for path in VIEWS.rglob("*.py")
        if path.name != "tokens.py" and PAINTS_PAPER not in path.parts
        for found in re.findall(r"[\"' (]#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8"))
    ]
    assert strays == []


def test_style_sheet_names_only_tokens_that_exist() -> None:
    for tokens in THEMES.values():
        assert "$" not in style_sheet(tokens)


def test_pictures_of_the_style_sheet_have_the_colours_of_the_tokens() -> None:
    on_disk = {path.name: path.read_text(encoding="utf-8") for path in CONTROLS.iterdir()}
    assert on_disk == control_files(), "run python -m app.views.theme.control_pictures"


def test_every_icon_can_be_drawn(theme: Theme) -> None:
    for path in ICONS.glob("*.svg"):
        assert LIGHT.accent.lower() in _inks(pixmap(path.stem, "accent", scale=3).toImage()), (
            path.name
        )


def test_icon_that_does_not_exist_is_our_bug(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_figures_of_every_step_are_equally_wide(theme: Theme) -> None:
    for step in TYPE:
        metrics = QFontMetricsF(font(step))
        widths = [metrics.horizontalAdvance(digit * 8) for digit in "0123456789"]
        assert max(widths) - min(widths) < 0.5, step


def test_switching_repaints_what_is_on_screen(theme: Theme, qtbot: QtBot) -> None:
    page = Page("probe", PageHeader("Prøve"))
    page.fill(QWidget())
    chip = Chip("ferdig", "ok")
    chip.setParent(page)
    chip.resize(60, 20)
    picture = QLabel(page)
    set_icon(picture, "check", "ok")
    page.resize(300, 200)
    put_on_screen(page, qtbot)
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert page.grab().toImage().pixelColor(290, 190) == QColor(DARK.background)
    assert chip.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.ok)
    assert DARK.ok.lower() in _inks(picture.pixmap().toImage())
    theme.choose("light")
    assert page.grab().toImage().pixelColor(290, 190) == QColor(LIGHT.background)
    assert current_tokens() is LIGHT


def test_choosing_what_is_shown_already_repaints_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("light")


class Hints:
    """A system that tells its scheme."""

    def __init__(self) -> None:
        self.scheme = Qt.ColorScheme.Light

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802
        return self.scheme

    def unsetColorScheme(self) -> None: ...  # noqa: N802

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None: ...  # noqa: N802


def test_theme_follows_the_system_until_one_is_chosen(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = Hints()
    monkeypatch.setattr(theme, "_hints", system)
    theme.choose("system")
    system.scheme = Qt.ColorScheme.Dark
    theme._follow()
    assert theme.tokens is DARK
    theme.choose("light")
    theme._follow()
    assert theme.tokens is LIGHT


def test_system_that_says_nothing_is_taken_for_light(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = Hints()
    system.scheme = Qt.ColorScheme.Unknown
    monkeypatch.setattr(theme, "_hints", system)
    theme.choose("system")
    assert theme.tokens is LIGHT


def test_plain_widgets_are_dressed_too(theme: Theme, qtbot: QtBot) -> None:
    plain = QWidget()
    qtbot.addWidget(plain)
    assert plain.font().family() == "Inter"
    assert plain.font().pixelSize() == 13


def _inks(picture: QImage) -> set[str]:
    """The colours that are fully painted."""
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() > 250
    }
