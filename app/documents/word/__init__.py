"""Papers and minutes as Word files, by our own templates or the user's."""

from __future__ import annotations

from app.documents.word.writer import write_docx

__all__ = ["write_docx"]
