"""What a user has typed, as values of the library that writes calendar files (promise 12).

The library escapes, quotes and folds, but writes control characters as they are, and there are
readers that take them for the end of a line. So every text comes through here first.
"""

from __future__ import annotations

import contextlib
import re
from datetime import date
from urllib.parse import quote

from icalendar import vCalAddress, vDate, vText, vUri

from app.domain.rich_text import clean

_BREAKS = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What some readers take for the end of a line beside the line feed."""
_BOM = "\ufeff"
"""A mark that shows nothing, and that the library drops where a text begins with it."""
_IN_ADDRESS = "@%/:=&?~#+!$,;'()*"
"""What an address keeps as it is; all else is written by its octets (RFC 3986)."""
_BACKSLASH_N = "\\N"


class _Verbatim(vText):
    """A text with a backslash before a capital N, as in the name of a server.

    The library takes these two for a line break, so it is given what stands around them.
    """

    def to_ical(self) -> bytes:
        return b"\\\\N".join(vText(part).to_ical() for part in self.split(_BACKSLASH_N))


def plain(text: str) -> str:
    """`text` without what means nothing to a reader; every kind of line break is a line feed."""
    return clean(_BREAKS.sub("\n", text.replace(_BOM, "")))


def one_line(text: str) -> str:
    """`text` on one line, with single spaces."""
    return " ".join(plain(text).split())


def one_of_many(text: str) -> str:
    """`text` for a list: there are readers that part one at every comma, escaped or not."""
    return one_line(text.replace(",", " "))


def written(text: str, language: str | None = None) -> vText:
    """`text` as a value, in a language if it has one."""
    value = plain(text)
    kind = _Verbatim if _BACKSLASH_N in value else vText
    return kind(value, params=None if language is None else {"LANGUAGE": language})


def whole_day(on: date) -> vDate:
    """A day as a value, which has to say that it is one (RFC 5545, 3.8.2.4)."""
    return vDate(on, {"VALUE": "DATE"})


def web_address(text: str) -> vUri:
    """An address on the web as a URI, without a character that could break out of its line."""
    return vUri(quote("".join(plain(text).split()), safe=_IN_ADDRESS))


def mail_address(text: str, params: dict[str, str]) -> vCalAddress:
    """An e-mail address as a URI; the letters of a domain as the net's own names have them."""
    before, at, domain = "".join(plain(text).split()).rpartition("@")
    with contextlib.suppress(UnicodeError):
        domain = domain.encode("idna").decode()
    return vCalAddress("mailto:" + quote(before + at + domain, safe=_IN_ADDRESS), params=params)
