"""Promise 12: what the secretary types comes out as the same words, and as nothing else."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Iterator

import openpyxl

from app.documents.content import Fact, Minutes, MinutesItem, Papers, Section, Sheet
from app.documents.excel import write_xlsx
from app.documents.excel.cells import MAX_TEXT
from app.documents.word import write_docx
from app.documents.word.fields import check_fields
from app.domain.rich_text import Cell, Table, clean, from_plain
from tests.helpers.content import (
    BlobShelf,
    a_case,
    a_list,
    letterhead,
    metadata,
    minutes,
    papers,
    rich,
    runs,
    workbook,
)
from tests.helpers.word_files import parts_of, tree, words
from tests.prove.harness import Outcome, proves

STRINGS = (
    # what a spreadsheet takes for a formula
    "=1+1", '=HYPERLINK("https://host";"a")', "=cmd|' /C calc'!A0", "+1+1", "+cmd|' /C calc'!A0",
    "-1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)", "\t=1+1", "=DDE(\"a\";\"b\";\"c\")", "{=1+1}",
    "'=1+1", "=IMPORTXML(\"https://host\")", "=WEBSERVICE(\"https://host\")", "%=1+1", "1e5",
    "0123", "12/26", "1-2", "TRUE", "#REF!", "NULL",
    # what Excel takes for an escaped character
    "_x0041_", "_x000D_", "a_x005F_b", "_x0041",
    # what a template, a field or a pattern takes for its own
    "{{ 7 * 191 }}", "{% for x in y %}", "{{p cases }}", "{# a #}", "{_{ a }_}", "{page}",
    "{pages}", "{0.__class__}", "%s %d %n", "${jndi:ldap://host}", "DDEAUTO cmd", "HYPERLINK file:///c:/a.exe",
    # what XML takes for markup
    "Hav & Land <x>", "</w:t></w:r></w:p>", "<w:p/>", "]]>", "<![CDATA[a]]>", "&lt;b&gt;", "&#0;",
    "<!-- a -->", "<?xml version=\"1.0\"?>", "\"'`", "<script>alert(1)</script>",
    # characters beyond the plain ones
    "a\x00b", "a\x0bb\x0cc", "a\x1bb\x7fc\x85d", "a\r\nb\rc", "\ufffe\uffff", "\ud800a",
    "\ue000privat", "👩‍🚀 😀 🇳🇴", "a\u202eb\u202c", "e\u0301", "a\u2028b\u2029c", "Čáđđi ŋ ŧ ž",
    "ﬁ \u00ad \u200b \ufeff", "\ta\tb", "  to mellomrom  ", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "x" * 40_000,
)  # fmt: skip

_FORMULA = re.compile(rb"<f[ >/]")


@proves(12, "hostile strings × papers and minutes as Word, workbooks as Excel", count=60)
def hostile_strings(count: int, seed: int) -> Outcome:
    """Each string in every text field: the same words come out, and no formula, field or markup."""
    strings = list(STRINGS)
    random.Random(seed).shuffle(strings)
    breaches = []
    for text in strings[: max(count, 1)]:
        for what, found in _tried(text):
            breaches.append(f"{what}: {text[:40]!r}: {found}")
    return Outcome(len(strings[:count]), tuple(breaches))


def _tried(text: str) -> Iterator[tuple[str, str]]:
    shelf = BlobShelf()
    expected = clean(text)
    made, _ = write_docx(_papers(text), shelf)
    yield from (("papers", found) for found in _in_word(made, expected, 8))
    made, _ = write_docx(_minutes(text), shelf)
    yield from (("minutes", found) for found in _in_word(made, expected, 5))
    yield from (("workbook", found) for found in _in_excel(_workbook(text), expected))


def _papers(text: str) -> Papers:
    section = Section(
        "background",
        text,
        rich(text, a_list(text), Table(((Cell(runs(text)),), (Cell(runs(text)),)))),
    )
    case = a_case(21, title=text, facts=(Fact(text, text),), sections=(section,))
    return papers((case,), heading=text, letterhead=letterhead(), meta=metadata(title=text))


def _minutes(text: str) -> Minutes:
    item = MinutesItem(
        anchor="item",
        number=text,
        title=text,
        kind=text,
        notes=(text,),
        decision_heading=text,
        decision=from_plain(text),
    )
    return minutes(items=(item,), participation=(text,), status=text)


def _workbook(text: str) -> bytes:
    sheet = Sheet(
        text, text, (text, text), ("text", "date"), (20, 10), ((text, None), (text, None))
    )
    return write_xlsx(workbook(sheets=(sheet, sheet), note=text, meta=metadata(title=text)))


def _in_word(made: bytes, expected: str, least: int) -> Iterator[str]:
    for name in parts_of(made):
        if name.startswith("word/") and name.endswith(".xml"):
            check_fields(tree(made, name))
    if expected.strip() and words(made).count(expected.strip()) < least:
        yield f"found {words(made).count(expected.strip())} of {least} times"


def _in_excel(made: bytes, expected: str) -> Iterator[str]:
    for name, part in parts_of(made).items():
        if name.startswith("xl/worksheets/") and _FORMULA.search(part):
            yield f"a formula in {name}"
    book = openpyxl.load_workbook(io.BytesIO(made))
    for page in book.worksheets:
        cell = page["A5"]
        shown = str(cell.value if cell.value is not None else "").replace("_x005F_", "_")
        if cell.value is not None and cell.data_type not in ("s", "inlineStr"):
            yield f"a cell of type {cell.data_type}"
        if len(expected) <= MAX_TEXT and shown != expected:
            yield f"became {shown[:40]!r}"
        if len(shown) > MAX_TEXT:
            yield f"holds {len(shown)} characters"
