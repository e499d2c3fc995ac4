"""What was read from a clipboard, before it is put into the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.reasons import Reason
from app.domain.rich_text import RichText


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, the bytes of the pictures in it by SHA-256, and what did not come along."""

    text: RichText
    pictures: dict[str, bytes] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()
