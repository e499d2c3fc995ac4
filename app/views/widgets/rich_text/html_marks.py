"""What one HTML tag says about the text in it: style, heading, list, hidden or not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.domain.rich_text import HEADING_LEVELS, MAX_LIST_DEPTH
from app.domain.rich_text_form import allowed_link
from app.views.widgets.rich_text.formats import Style

Attributes = Mapping[str, str]

LONGEST_STYLE = 2_000

_PARTING = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary "
    "table tbody td tfoot th thead tr ul"
)
_SILENT = (
    "applet audio base button canvas datalist del frame frameset head iframe input link map "
    "math meta noembed noframes noscript object option rp rt script select style svg template "
    "textarea title video"
)

BLOCKS = frozenset(_PARTING.split())
"""Tags that part text from text."""

SKIPPED = frozenset(_SILENT.split())
"""Tags whose inside is no text of the document: what acts, what is drawn, what was struck out."""

SHIFTED = {
    "sup": str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "sub": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}
"""Figures keep their place: m² and CO₂ must not become m2 and CO2."""

_WORD_POINT = re.compile(r"\b(l\d+)\s+level(\d+)")
_MARKER = re.compile(r"\(?(?:\d+|[a-zæøå]{1,4})(?:\.\d+)*[.):]", re.IGNORECASE)
_LOOSE_MARKER = re.compile(r"(?:[·•‣▪§o–-]|(\d+[.)]))\s+")


@lru_cache(maxsize=1024)
def declarations(style: str) -> Mapping[str, str]:
    """The declarations of a style attribute, in small letters."""
    pairs = (part.partition(":") for part in style[:LONGEST_STYLE].lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if value}


def is_hidden(tag: str, attributes: Attributes, css: Mapping[str, str]) -> bool:
    """Whether nobody saw the inside of the tag where it was copied."""
    return (
        tag in SKIPPED
        or tag.startswith("v:")
        or "hidden" in attributes
        or css.get("display") == "none"
        or css.get("visibility") == "hidden"
        or css.get("mso-hide") == "all"
        or css.get("mso-element") == "comment-list"
        or "mso-comment-reference" in css
        or css.get("opacity") == "0"
        or css.get("font-size") in ("0", "0px", "0pt")
    )


def styled(style: Style, tag: str, attributes: Attributes, css: Mapping[str, str]) -> Style:
    """`style` as the tag changes it."""
    bold, italic, underline, link = style
    bold = _weight(css.get("font-weight"), bold or tag in ("b", "strong"))
    italic = _slant(css.get("font-style"), italic or tag in ("i", "em"))
    if tag == "a" and "href" in attributes:
        link = allowed_link(attributes["href"])
    drawn = css.get("text-decoration-line", css.get("text-decoration"))
    if tag == "u" or (drawn and "underline" in drawn):
        underline = True
    elif drawn == "none":
        underline = False
    # A link shows that it is one; the line under it is no emphasis.
    return Style(bold, italic, underline and link is None, link)


def heading_level(tag: str, attributes: Attributes) -> int | None:
    """The level of a heading, deeper ones as the deepest; None for anything else."""
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        level = int(tag[1])
    elif attributes.get("role") == "heading":
        level = number(attributes.get("aria-level"), 2)
    elif attributes.get("class", "").lower() == "msotitle":
        level = 1
    else:
        return None
    return min(max(level, HEADING_LEVELS[0]), HEADING_LEVELS[-1])


@dataclass(frozen=True, slots=True)
class WordPoint:
    """The place of one of Word's paragraphs that are points of a list; `key` tells which list."""

    key: str
    depth: int


def word_point(tag: str, attributes: Attributes, css: Mapping[str, str]) -> WordPoint | None:
    """The point that a paragraph from Word is, or None."""
    if tag not in ("p", "div", "li"):
        return None
    if found := _WORD_POINT.search(css.get("mso-list", "")):
        return WordPoint(found[1], depth(found[2]))
    if tag == "p" and attributes.get("class", "").lower().startswith("msolistparagraph"):
        return WordPoint("loose", 1)
    return None


def is_marker(css: Mapping[str, str]) -> bool:
    """Whether the inside is the bullet or number that Word wrote out."""
    return css.get("mso-list") == "ignore"


def counts(marker: str) -> bool:
    """Whether a written-out marker is a number or letter that counts, not a bullet."""
    return bool(_MARKER.match(marker.strip()))


def loose_marker(text: str) -> tuple[str, bool] | None:
    """The marker that a list paragraph begins with as plain text, and whether it counts."""
    found = _LOOSE_MARKER.match(text)
    return (found[0], found[1] is not None) if found else None


def depth(text: str | None) -> int:
    """A depth within what a text can hold."""
    return min(max(number(text, 1), 1), MAX_LIST_DEPTH)


def number(text: str | None, otherwise: int, most: int = 1_000_000) -> int:
    """The whole number that an attribute holds, at most `most`."""
    found = re.match(r"\s*(\d{1,7})", text or "")
    return min(int(found[1]), most) if found else otherwise


def _weight(value: str | None, otherwise: bool) -> bool:
    if value is None or value == "inherit":
        return otherwise
    if value.isdecimal():
        return number(value, 400) >= 600
    return value in ("bold", "bolder")


def _slant(value: str | None, otherwise: bool) -> bool:
    if value is None or value == "inherit":
        return otherwise
    return value.startswith(("italic", "oblique"))
