"""A rich text as a field that is stored while it is written."""

from __future__ import annotations

from typing import Any

from app.domain.rich_text import EMPTY, RichText, from_json, to_json
from app.views.editing.fields import EditedField
from app.views.widgets.field import Field
from app.views.widgets.naming import restyle
from app.views.widgets.rich_text.editor import RichTextEditor


class RichValue(EditedField):
    """Reads its value when the writer pauses; a draft is the text as it is stored."""

    def __init__(self, editor: RichTextEditor, frame: Field) -> None:
        super().__init__(editor, frame)
        self._editor = editor
        self._latest: RichText = EMPTY
        editor.edited.connect(lambda: self.edited.emit())
        editor.settled.connect(self._take)
        editor.left.connect(lambda: self.left.emit())

    def is_settled(self) -> bool:
        return self._editor.is_settled

    def settle(self) -> None:
        self._editor.settle_now()

    def value(self) -> RichText:
        return self._latest

    def text(self) -> str:
        return to_json(self._latest)

    def open(self, value: Any) -> None:
        self._latest = value or EMPTY
        self._editor.open_text(self._latest)

    def show(self, value: Any) -> None:
        if self._editor.set_text(value or EMPTY):
            self._latest = value or EMPTY

    def show_draft(self, text: str) -> None:
        self.open(from_json(text))

    def lock(self, is_locked: bool) -> None:
        self._editor.lock(is_locked)
        restyle(self._editor.surface)

    def _take(self, text: RichText) -> None:
        self._latest = text
        self.left.emit()
