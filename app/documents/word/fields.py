"""Word's fields: which of them may stand in a document, before and after its tags are filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from app.documents.word.names import W
from app.domain.errors import UserError

ALLOWED = frozenset(
    {
        "AUTHOR", "HYPERLINK", "NOTEREF", "NUMPAGES", "PAGE", "PAGEREF", "REF", "SECTION",
        "SECTIONPAGES", "SEQ", "STYLEREF", "SUBJECT", "TITLE", "TOC",
    }
)  # fmt: skip
"""Fields that count, point within the document or repeat its own words; none fetches or runs."""

_SAFE_LINK = re.compile(r'^\s*HYPERLINK\s+(?:\\l\s|"?(?:https?://|mailto:))', re.I)
_TAG = re.compile(r"[{}]")


def check_fields(root: etree._Element) -> None:
    """Every field of the part is on the list; `UserError` names the first that is not."""
    for instruction in _instructions(root):
        words = instruction.split()
        kind = words[0].upper() if words else ""
        is_known = kind in ALLOWED and not _TAG.search(instruction)
        if not is_known or (kind == "HYPERLINK" and not _SAFE_LINK.match(instruction)):
            raise UserError("word_template_field", field=" ".join(words)[:80] or "?")


def _instructions(root: etree._Element) -> Iterator[str]:
    """The words of each field, also of one that is cut into pieces or inside another."""
    open_fields: list[list[str]] = []
    for element in root.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText", f"{W}delInstrText"):
        if element.tag == f"{W}fldSimple":
            yield str(element.get(f"{W}instr", ""))
        elif element.tag != f"{W}fldChar":
            if not open_fields:
                yield element.text or ""
            else:
                open_fields[-1].append(element.text or "")
        elif element.get(f"{W}fldCharType") == "begin":
            open_fields.append([])
        elif element.get(f"{W}fldCharType") == "separate" and open_fields:
            yield "".join(open_fields[-1])
        elif element.get(f"{W}fldCharType") == "end" and open_fields:
            yield "".join(open_fields.pop())
    for rest in open_fields:
        yield "".join(rest)
