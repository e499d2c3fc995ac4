"""The rules of the style sheet by subject: grounds, buttons, fields, lists, menus, our own."""

from __future__ import annotations

GROUNDS = """
QMainWindow, QDialog, Page { background: $background; }
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 4px 6px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#scrolled { background: transparent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $field_line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

WORDS = """
QLabel { background: transparent; color: $text; }
QLabel[ink="muted"] { color: $muted; }
QLabel[ink="accent"] { color: $accent; }
QLabel[ink="ok"] { color: $ok; }
QLabel[ink="warn"] { color: $warn; }
QLabel[ink="bad"] { color: $bad; }
Chip { border-radius: ${chip}px; padding: 2px 7px; }
Chip[tone="neutral"] { background: $neutral_soft; color: $muted; }
Chip[tone="accent"] { background: $accent_soft; color: $accent; }
Chip[tone="ok"] { background: $ok_soft; color: $ok; }
Chip[tone="warn"] { background: $warn_soft; color: $warn; }
Chip[tone="bad"] { background: $bad_soft; color: $bad; }
"""

BUTTONS = """
QPushButton {
    background: $surface; color: $text; border: 1px solid $field_line;
    border-radius: ${control}px; padding: 0 13px; min-height: 30px; font-weight: 500;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:checked { background: $accent_soft; color: $accent; border-color: $accent; }
QPushButton:focus { border-color: $accent; outline: none; }
QPushButton:disabled { background: $background; color: $muted; border-color: $line; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; padding: 0 12px; min-height: 28px; }
QPushButton[kind="primary"]:disabled {
    background: $neutral_soft; color: $muted; border-color: $line;
}
QPushButton[kind="danger"] { color: $bad; border-color: $bad; }
QPushButton[kind="danger"]:hover { background: $bad_soft; }
QPushButton[kind="danger"]:disabled { color: $muted; border-color: $line; }
QPushButton[kind="quiet"], QPushButton[kind="link"] {
    background: transparent; border-color: transparent; padding: 0 8px;
}
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:pressed { background: $pressed; }
QPushButton[kind="link"] { color: $accent; padding: 0 4px; min-height: 22px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="quiet"]:focus, QPushButton[kind="link"]:focus { border-color: $accent; }
QPushButton[kind="link"]:disabled, QPushButton[kind="quiet"]:disabled {
    background: transparent; color: $muted; border-color: transparent;
}
QToolButton {
    background: transparent; border: 1px solid transparent; border-radius: ${control}px;
    padding: 5px; color: $text;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $pressed; }
QToolButton:checked { background: $accent_soft; border-color: $accent; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }
"""

FIELDS = """
QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QSpinBox {
    background: $surface; color: $text; border: 1px solid $field_line;
    border-radius: ${control}px; selection-background-color: $accent;
    selection-color: $on_accent;
}
QLineEdit, QComboBox, QSpinBox { padding: 0 9px; min-height: 30px; }
QTextEdit, QPlainTextEdit { padding: 5px 7px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {
    border: 2px solid $accent;
}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { padding: 0 8px; min-height: 28px; }
QTextEdit:focus, QPlainTextEdit:focus { padding: 4px 6px; }
QLineEdit[invalid="true"] { border-color: $bad; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled,
QSpinBox:disabled, QLineEdit:read-only { background: $background; color: $muted; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow {
    image: url("$pictures/chevron-down.$scheme.svg"); width: 16px; height: 16px;
}
QComboBox QAbstractItemView {
    background: $surface; color: $text; border: 1px solid $line; outline: none; padding: 4px;
    selection-background-color: $accent_soft; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 6px; color: $text; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
QSpinBox { min-height: 27px; }
QSpinBox:focus { min-height: 25px; }
QComboBox { padding-left: 11px; }
QComboBox:focus { padding-left: 10px; }
QSpinBox::up-button, QSpinBox::down-button { border: none; width: 22px; background: transparent; }
QSpinBox::up-arrow { image: url("$pictures/chevron-up.$scheme.svg"); width: 14px; height: 14px; }
QSpinBox::down-arrow {
    image: url("$pictures/chevron-down.$scheme.svg"); width: 14px; height: 14px;
}
QCheckBox, QRadioButton { spacing: 8px; color: $text; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 16px; height: 16px; border: 1px solid $muted; background: $surface;
}
QCheckBox::indicator { border-radius: ${chip}px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked {
    background: $accent; border-color: $accent; image: url("$pictures/check.$scheme.svg");
}
QRadioButton::indicator:checked { border: 5px solid $accent; width: 8px; height: 8px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $neutral_soft; }
QCheckBox::indicator:checked:disabled { background: $muted; border-color: $muted; }
QProgressBar {
    background: $neutral_soft; border: none; border-radius: 3px; min-height: 6px; max-height: 6px;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""

LISTS = """
QAbstractItemView {
    background: $surface; alternate-background-color: $background; border: none; outline: none;
    selection-background-color: $accent_soft; selection-color: $text;
}
QTableView { gridline-color: $faint_line; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
    background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 0 12px; font-size: 12px; font-weight: 500; min-height: 32px;
}
QHeaderView::section:hover { color: $text; background: $hover; }
QHeaderView::up-arrow {
    image: url("$pictures/chevron-up.$scheme.svg"); width: 14px; height: 14px;
}
QHeaderView::down-arrow {
    image: url("$pictures/chevron-down.$scheme.svg"); width: 14px; height: 14px;
}
QTableCornerButton::section { background: $surface; border: none; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton { font-weight: 600; padding: 4px 8px; }
QCalendarWidget QToolButton#qt_calendar_prevmonth {
    qproperty-icon: url("$pictures/chevron-left.$scheme.svg");
}
QCalendarWidget QToolButton#qt_calendar_nextmonth {
    qproperty-icon: url("$pictures/chevron-right.$scheme.svg");
}
QCalendarWidget QAbstractItemView {
    selection-background-color: $accent; selection-color: $on_accent;
}
"""

MENUS = """
QMenuBar { background: $side; color: $text; border-bottom: 1px solid $line; padding: 1px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: ${chip}px; background: transparent; }
QMenuBar::item:selected { background: $pressed; }
QMenu {
    background: $surface; color: $text; border: 1px solid $line; padding: 4px;
}
QMenu::item { padding: 6px 28px 6px 28px; min-width: 170px; border-radius: ${chip}px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $muted; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::indicator { width: 16px; height: 16px; left: 8px; }
QMenu::indicator:checked { image: url("$pictures/tick.$scheme.svg"); }
"""

SHELL = """
SideNavigation { background: $side; border: none; border-right: 1px solid $line; }
NavigationEntry {
    background: transparent; color: $text; border: 1px solid transparent; font-weight: 400;
    text-align: left; padding: 0 10px; min-height: 30px;
}
NavigationEntry:hover { background: $pressed; }
NavigationEntry:checked {
    background: $surface; color: $accent; border-color: $line; font-weight: 600;
}
NavigationEntry:focus { border-color: $accent; }
PageHeader { background: $surface; border: none; border-bottom: 1px solid $line; }
StatusLine { background: $surface; border: none; border-top: 1px solid $line; }
NoticeBar { border: none; border-bottom: 1px solid $line; background: $neutral_soft; }
NoticeBar[tone="accent"] { background: $accent_soft; }
NoticeBar[tone="ok"] { background: $ok_soft; }
NoticeBar[tone="warn"] { background: $warn_soft; }
NoticeBar[tone="bad"] { background: $bad_soft; }
Toast, Floating { background: $surface; border: 1px solid $field_line; border-radius: ${card}px; }
"""

PIECES = """
Card, ProgressPanel { background: $surface; border: 1px solid $line; border-radius: ${card}px; }
CardHeader { background: transparent; border: none; border-bottom: 1px solid $faint_line; }
Row { background: transparent; border: none; border-top: 1px solid $faint_line; }
Row[place="first"] { border-top: none; }
Panel { background: $surface; border: none; }
Panel[edge="right"] { border-right: 1px solid $line; }
Panel[edge="left"] { border-left: 1px solid $line; }
Panel[edge="bottom"] { border-bottom: 1px solid $line; }
SearchField { background: $background; }
TabStrip { background: transparent; border: none; }
"""

EDITING = """
QPlainTextEdit[kind="title"] {
    background: transparent; border: none; border-bottom: 1px solid transparent;
    border-radius: 0; padding: 2px 0;
}
QPlainTextEdit[kind="title"]:hover { border-bottom: 1px solid $field_line; }
QPlainTextEdit[kind="title"]:focus {
    border: none; border-bottom: 2px solid $accent; padding: 2px 0 1px 0;
}
QPlainTextEdit[kind="title"]:read-only { background: transparent; color: $text; }
QTextEdit[readOnly="true"] { background: $background; color: $text; }
QTextEdit[kind="computed"] {
    background: $neutral_soft; border: none; border-radius: ${control}px; padding: 2px 5px;
    color: $text;
}
QListView[kind="framed"], QListWidget {
    background: $surface; border: 1px solid $line; border-radius: ${control}px;
}
QTableView[kind="framed"] {
    background: $surface; border: 1px solid $line; border-radius: ${card}px;
}
QLabel[kind="drop"] {
    border: 1px dashed $field_line; border-radius: ${control}px; padding: 14px;
}
QFrame#import-drop {
    background: $surface; border: 1px dashed $field_line; border-radius: ${card}px;
}
QFrame[kind="framed"] {
    background: $surface; border: 1px solid $line; border-radius: ${card}px;
}
QListWidget::item { min-height: 26px; padding: 1px 10px; }
QListWidget::item:selected { background: $accent_soft; color: $text; }
QListWidget::item:hover { background: $hover; }
QListWidget::indicator { width: 16px; height: 16px; border: 1px solid $field_line;
    background: $surface; border-radius: ${chip}px; margin-right: 4px; }
QListWidget::indicator:checked {
    background: $accent; border-color: $accent; image: url("$pictures/check.$scheme.svg");
}
QSpinBox QLineEdit:focus { border: none; padding: 0 0 0 8px; min-height: 0; }
InlineEditor { background: $surface; border: 2px solid $accent; border-radius: 0; }
ClashBar { background: $warn_soft; border: none; border-bottom: 1px solid $line; }
"""

RULES = (GROUNDS, WORDS, BUTTONS, FIELDS, LISTS, MENUS, SHELL, PIECES, EDITING)
