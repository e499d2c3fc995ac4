"""What the tab asks of others, in its own words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from app.domain.reasons import Reason
from app.views.widgets.pdf_view.source import PageSource

Shown = Callable[[PageSource, tuple[Reason, ...]], object]
"""The document is there, with what there is to say about it."""
Failed = Callable[[Exception], object]


class Pending(Protocol):
    """A document that was asked for."""

    def close(self) -> None:
        """It is not wanted any more."""


class Previewing(Protocol):
    """Makes documents to look at; nothing is answered from inside a call."""

    def show_content(self, content: Any, shown: Shown, failed: Failed) -> Pending:
        """The papers as PDF."""

    def show_attachment(self, attachment: Any, shown: Shown, failed: Failed) -> Pending:
        """One attachment, as it stands in the package."""
