"""Rosters, decisions and other lists as Excel workbooks."""

from __future__ import annotations

from app.documents.excel.writer import write_xlsx

__all__ = ["write_xlsx"]
