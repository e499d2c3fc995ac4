"""A name for tests and a name for screen readers, given in one stroke."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

Named = TypeVar("Named", bound=QWidget)


def named(widget: Named, name: str, spoken: str = "", description: str = "") -> Named:
    """Give `widget` its objectName and accessible name, and return it."""
    widget.setObjectName(name)
    if spoken:
        widget.setAccessibleName(spoken)
    if description:
        widget.setAccessibleDescription(description)
    return widget


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again, after a property that it selects by has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
