"""What every printed picture says of itself: its title, whose it is, and which page it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.documents.content import Metadata
from app.documents.drawings.type import width
from app.domain.drawing import Shape, Words
from app.domain.vocabulary import Audience
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import Council

A4_WIDTH, A4_HEIGHT = 1323.0, 935.5
"""A4 landscape, drawn at 85 %: more names fit, and they can still be read."""
MARGIN = 45.0
PER = _("Per {on:dato}")
FICTITIOUS = _("Oppdiktede data")
PAGE = _("Side {page:tall} av {pages:tall}")
TODAY = _("i dag")
_TITLE, _SMALL = 19.0, 12.0


def metadata(
    council: Council,
    title: str,
    on: date,
    voice: Voice,
    *,
    audience: Audience = Audience.MEMBERS,
) -> Metadata:
    """What the file says of itself."""
    return Metadata(
        title=title,
        subject=council.name,
        author=council.organisation,
        language=voice.tag,
        dated_on=on,
        audience=audience,
    )


def subtitle(council: str, on: date, voice: Voice, *, is_fictitious: bool) -> str:
    """Whose it is, and the date that it is true for."""
    parts = [council, voice.fill(PER, on=on)]
    if is_fictitious:
        parts.append(voice.word(FICTITIOUS))
    return " · ".join(part for part in parts if part)


def headline(title: str, under: str, top: float, below: float) -> Iterator[Shape]:
    """Title and subtitle, on the lines `top` and `below`."""
    yield Words(MARGIN, top, title, "text", _TITLE, 600, width(title, _TITLE, 600))
    yield Words(MARGIN, below, under, "muted", _SMALL, 400, width(under, _SMALL))


def page_number(
    number: int, count: int, voice: Voice, size: tuple[float, float]
) -> Iterator[Shape]:
    """Which page it is, in the lower right corner of a page of `size`; the only one needs none."""
    if count > 1:
        said = voice.fill(PAGE, page=number, pages=count)
        wide = width(said, _SMALL)
        yield Words(size[0] - MARGIN - wide, size[1] - 24, said, "muted", _SMALL, 400, wide)
