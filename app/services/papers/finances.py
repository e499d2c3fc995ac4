"""The section on money: who pays what, as a table (R29)."""

from __future__ import annotations

from app.domain.rich_text import Block, Cell, Paragraph, Run, Table
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import Case


def finance_blocks(case: Case, organisation: str, voice: Voice) -> tuple[Block, ...]:
    """Own share, other sources, what is not yet settled, and the sum; amounts in whole kroner."""
    if case.amount is None:
        return ()
    if not case.financing and (case.total is None or case.total == case.amount):
        sentence = _("{organisation} dekker {amount:kr}. Det er hele kostnaden.")
        text = voice.fill(sentence, organisation=organisation, amount=case.amount)
        return (Paragraph((Run(text),)),)
    table = _table(case, organisation, voice)
    external = _external_share(case)
    if external is None:
        return (table,)
    share = voice.fill(
        _("Andre dekker {share:prosent} av den samlede kostnaden."), share=round(external * 100)
    )
    return (table, Paragraph((Run(share),)))


def _table(case: Case, organisation: str, voice: Voice) -> Table:
    amount = voice.formats.amount
    rows = [
        (voice.word(_("Finansiering")), voice.word(_("Beløp"))),
        (organisation, amount(case.amount or 0)),
        *(
            (_source(row.source, row.is_confirmed, voice), amount(row.amount))
            for row in case.financing
        ),
    ]
    given = (case.amount or 0) + sum(row.amount for row in case.financing)
    total = max(case.total or 0, given)
    if total > given:
        rows.append((voice.word(_("Ikke avklart")), amount(total - given)))
    body = tuple(_row(label, value, bold=False) for label, value in rows)
    return Table((*body, _row(voice.word(_("Sum")), amount(total), bold=True)), header=True)


def _source(source: str, is_confirmed: bool, voice: Voice) -> str:
    if is_confirmed:
        return source
    return voice.fill(_("{source} (søkt)"), source=source)


def _row(label: str, value: str, *, bold: bool) -> tuple[Cell, ...]:
    return Cell((Run(label, bold=bold),)), Cell((Run(value, bold=bold),), numeric=True)


def _external_share(case: Case) -> float | None:
    external = sum(row.amount for row in case.financing)
    total = max(case.total or 0, (case.amount or 0) + external)
    return external / total if external and total else None
