"""Where in a part's XML a tag stands, since that decides what it may print."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_MARK = re.compile(r"<(/?)w:(p|t)(?=[\s/>])([^>]*)>")


class Place(StrEnum):
    """What surrounds a tag."""

    TEXT = "text"
    """In the words of a run: plain text."""
    RUN = "run"
    """Between the runs of a paragraph: `{{r … }}`."""
    BLOCK = "block"
    """Between paragraphs: `{{p … }}`."""
    ATTRIBUTE = "attribute"
    """In an attribute, such as a picture's description: plain text."""


@dataclass(frozen=True, slots=True)
class Position:
    """How far the reading of a part has come: which elements are open."""

    in_paragraph: bool = False
    in_text: bool = False
    in_tag: bool = False

    @property
    def place(self) -> Place:
        """Where a tag at this position stands."""
        if self.in_tag:
            return Place.ATTRIBUTE
        if self.in_text:
            return Place.TEXT
        return Place.RUN if self.in_paragraph else Place.BLOCK

    def after(self, data: str) -> Position:
        """The position when `data` has been read."""
        in_paragraph, in_text = self.in_paragraph, self.in_text
        for closing, name, rest in _MARK.findall(data):
            is_open = not closing and not rest.endswith("/")
            if name == "p":
                in_paragraph, in_text = is_open, False
            else:
                in_text = is_open
        opened, closed = data.rfind("<"), data.rfind(">")
        in_tag = self.in_tag if opened == closed else opened > closed
        return Position(in_paragraph, in_text, in_tag)
