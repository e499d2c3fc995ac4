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


READS = "reads"
"""A property of what only chooses what is shown: it stays when a file can only be read."""


def reading(widget: Named) -> Named:
    """Mark `widget`, with everything in it, as one that changes nothing in the file."""
    widget.setProperty(READS, True)
    return widget


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again, after a property that it selects by has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
