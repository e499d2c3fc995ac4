"""Content as JSON and back, so that what was sent or approved is kept as it was said."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from functools import cache
from typing import Any, TypeVar

from cattrs import Converter

from app.domain import rich_text
from app.domain.errors import UserError
from app.domain.rich_text import RichText

T = TypeVar("T")


def to_json(content: Any) -> str:
    """`content` as JSON with sorted keys; the same content gives the same characters."""
    value = _converter().unstructure(content)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(stored: str, kind: type[T]) -> T:
    """The content of `kind` that `to_json` wrote; `UserError` when it cannot be read."""
    try:
        return _converter().structure(json.loads(stored), kind)
    except UserError:
        raise
    except Exception as error:
        raise UserError("stored_content_unreadable", kind=kind.__name__) from error


def sha256_of(stored: str) -> str:
    """SHA-256 of stored content, lower-case hexadecimal."""
    return hashlib.sha256(stored.encode()).hexdigest()


@cache
def _converter() -> Converter:
    converter = Converter()
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda value, _kind: date.fromisoformat(value))
    converter.register_unstructure_hook(RichText, lambda text: json.loads(rich_text.to_json(text)))
    converter.register_structure_hook(
        RichText, lambda value, _kind: rich_text.from_json(json.dumps(value, ensure_ascii=False))
    )
    return converter
