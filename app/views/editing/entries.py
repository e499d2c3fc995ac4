"""Entries that can be edited where they stand."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.views.widgets.entries import EntryModel, Index


class EditableEntries(EntryModel):
    """Entries that can be moved and edited, while that is allowed."""

    def __init__(self) -> None:
        super().__init__()
        self._may_edit = False

    def allow_edits(self, may_edit: bool) -> None:
        """Whether entries can be changed at all."""
        self._may_edit = may_edit
        self.allow_moves(may_edit)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self._may_edit and not self.is_still and index.isValid():
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags
