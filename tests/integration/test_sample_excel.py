"""The demo's workbooks: amounts grouped by three, however large."""

from __future__ import annotations

import io
from datetime import date

from openpyxl import load_workbook

from app.documents.samples.excel import sample_xlsx
from app.documents.samples.values import SampleSheet, SampleWorkbook


def test_amounts_of_a_million_and_more_are_grouped_in_every_place() -> None:
    sheet = SampleSheet(
        title="Ark",
        heading="Kostnader",
        columns=("Post", "Beløp"),
        rows=(("Utstyr", 1_450_000),),
        total="Sum",
    )
    book = SampleWorkbook(
        title="Budsjett",
        author="Sekretariatet",
        dated_on=date(2026, 11, 12),
        sheets=(sheet,),
    )
    page = load_workbook(io.BytesIO(sample_xlsx(book)))["Ark"]
    formats = {page["B4"].number_format, page["B5"].number_format}
    assert formats == {'[$-414]#,##0"\N{NO-BREAK SPACE}kr"'}, "a fixed space groups only once"
