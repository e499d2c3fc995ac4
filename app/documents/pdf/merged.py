"""An attachment's pages and where they stand in the package."""

from __future__ import annotations

from dataclasses import dataclass

from pikepdf import Page, Pdf

from app.documents.content import AttachmentContent


@dataclass(frozen=True, slots=True)
class Merged:
    """`first` is the attachment's first page, counted from 1 after our own pages."""

    attachment: AttachmentContent
    source: Pdf
    pages: tuple[Page, ...]
    first: int
