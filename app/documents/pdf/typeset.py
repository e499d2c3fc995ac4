"""From values to pages: typst with our fonts and templates alone, and nothing from the machine."""

from __future__ import annotations

import calendar
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import typst

from app.documents.pdf.glyphs import FONTS
from app.domain.reasons import Reason

TEMPLATES = Path(__file__).resolve().parents[3] / "resources" / "templates"
ARCHIVAL = ("a-2a", "ua-1")
DATA = "data.json"
"""Where a template finds its values."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF, and what the secretary should know of it."""

    data: bytes
    problems: tuple[Reason, ...] = ()


def typeset(
    template: str,
    data: Mapping[str, Any],
    dated_on: date,
    files: Mapping[str, bytes] | None = None,
    *,
    archival: bool = True,
) -> Typeset:
    """`data` set by `template`: PDF/A-2a and UA-1, or plain PDF and a reason when that fails.

    Same data, same bytes: the only date is `dated_on`. Templates and `files` are handed over in
    memory, so no template can reach the disk.
    """
    sources = {**_templates(), **(files or {})}
    sources["main"] = sources[f"{template}.typ"]
    # A file, not an input: typst forgets all it has laid out when an input changes.
    sources[DATA] = _json(data)
    if not archival:
        return Typeset(_compile(sources, dated_on, ()))
    try:
        return Typeset(_compile(sources, dated_on, ARCHIVAL))
    except typst.TypstError as error:
        plain = _compile(sources, dated_on, ())
        return Typeset(plain, (Reason("pdf_not_archival", cause=error.message),))


def rasterised(template: str, data: Mapping[str, Any], dated_on: date, dots: float) -> bytes:
    """The only page of `data` set by `template`, as PNG with `dots` to the inch."""
    sources = {**_templates(), "main": _templates()[f"{template}.typ"], DATA: _json(data)}
    given: Any = dict(sources)
    made = typst.compile(
        given, font_paths=_fonts(), format="png", ppi=dots, timestamp=_timestamp(dated_on)
    )
    assert isinstance(made, bytes)
    return made


def _compile(
    sources: Mapping[str, bytes],
    dated_on: date,
    standards: tuple[str, ...],
) -> bytes:
    given: Any = dict(sources)  # files in memory: allowed by the library, missing in its types
    wanted: Any = list(standards)
    made = typst.compile(
        given,
        font_paths=_fonts(),
        pdf_standards=wanted,
        timestamp=_timestamp(dated_on),
        pdf_tags=bool(standards),
    )
    assert isinstance(made, bytes)
    return made


def _json(data: Mapping[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()


def _timestamp(dated_on: date) -> int:
    return calendar.timegm(dated_on.timetuple())


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )


@cache
def _templates() -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(TEMPLATES.glob("*.typ"))}
