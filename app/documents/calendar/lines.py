"""A line of an iCalendar file: its text escaped, and folded so that every program reads it.

Nothing that a user has typed can end a line, begin another, or become a parameter (promise 12).
"""

from __future__ import annotations

import contextlib
import re
from urllib.parse import quote

from app.domain.rich_text import clean

LONGEST = 75
"""Octets of a line without its break (RFC 5545, 3.1)."""
BREAK = b"\r\n"

_BREAKS = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What some readers take for the end of a line beside the line feed."""
_IN_ADDRESS = "@%/:=&?~#+!$,;'()*"
"""What an address keeps as it is; all else is written by its octets (RFC 3986)."""


def plain(text: str) -> str:
    """`text` without what means nothing to a reader; every kind of line break is a line feed."""
    return clean(_BREAKS.sub("\n", text))


def escaped(text: str) -> str:
    """`text` as the value of a property."""
    safe = plain(text).replace("\\", "\\\\").replace("\n", "\\n")
    return safe.replace(";", "\\;").replace(",", "\\,")


def quoted(text: str) -> str:
    """`text` on one line as the value of a parameter, in quotes (RFC 6868 for quotes in it)."""
    line = " ".join(plain(text).split())
    return '"' + line.replace("^", "^^").replace('"', "^'") + '"'


def web_address(text: str) -> str:
    """An address on the web as a URI, without a character that could break out of its line."""
    return quote("".join(plain(text).split()), safe=_IN_ADDRESS)


def mail_address(text: str) -> str:
    """An e-mail address as a URI; the letters of a domain as the net's own names have them."""
    before, at, domain = "".join(plain(text).split()).rpartition("@")
    with contextlib.suppress(UnicodeError):
        domain = domain.encode("idna").decode()
    return "mailto:" + quote(before + at + domain, safe=_IN_ADDRESS)


def folded(line: str) -> bytes:
    """`line` in pieces of at most 75 octets, never parted within a character."""
    octets = line.encode()
    if len(octets) <= LONGEST:
        return octets
    pieces, start, room = [], 0, LONGEST
    while start < len(octets):
        end = min(start + room, len(octets))
        while end < len(octets) and octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, LONGEST - 1
    return (BREAK + b" ").join(pieces)
