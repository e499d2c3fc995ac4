"""Attachments under one numbering through the meeting, the same in every version (R30, R31)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.documents.content import AttachmentContent
from app.i18n.catalogue import _
from app.models import Attachment, Case
from app.services.papers.audience import Lens

TITLE_IN_STAMP = 40
"""How much of a title a stamp may hold, in characters, while the case has no number."""


def number_attachments(cases: Iterable[Case]) -> dict[int, int]:
    """Each attachment's number by its id, counted from 1 through the cases in agenda order."""
    every = (attachment for case in cases for attachment in present(case))
    return {attachment.id: number for number, attachment in enumerate(every, start=1)}


def present(case: Case) -> list[Attachment]:
    """The attachments that have not been deleted, in order."""
    return [attachment for attachment in case.attachments if attachment.deleted_at is None]


def attachment_contents(
    case: Case, number: str | None, numbers: Mapping[int, int], lens: Lens
) -> tuple[AttachmentContent, ...]:
    """What this version says of the case's attachments; a withheld one keeps its number."""
    return tuple(
        _content(attachment, case, number, numbers[attachment.id], lens)
        for attachment in present(case)
    )


def _content(
    attachment: Attachment, case: Case, case_number: str | None, number: int, lens: Lens
) -> AttachmentContent:
    label = lens.voice.fill(_("Vedlegg {number}"), number=number)
    is_shown = lens.sees(case) and lens.sees(attachment)
    basis = attachment.legal_basis if attachment.is_exempt else case.legal_basis
    marking = lens.marking(basis) if attachment.is_exempt or case.is_exempt else ""
    title = lens.attachment_title(attachment, case)
    stamp = _stamp(label, case, case_number, lens)
    if not is_shown:
        return AttachmentContent(
            number=number,
            label=label,
            title=title,
            anchor=f"vedlegg-{number}",
            stamp=stamp,
            withheld=marking,
        )
    return AttachmentContent(
        number=number,
        label=label,
        title=title,
        anchor=f"vedlegg-{number}",
        stamp=stamp,
        file_name=attachment.file_name,
        media_type=attachment.media_type,
        sha256=attachment.sha256,
        size=attachment.size,
        note=marking,
    )


def _stamp(label: str, case: Case, number: str | None, lens: Lens) -> str:
    if number is not None:
        return lens.voice.fill(_("{label} til sak {number}"), label=label, number=number)
    title = lens.case_title(case)
    if len(title) > TITLE_IN_STAMP:
        title = title[: TITLE_IN_STAMP - 1].rstrip() + "…"
    return lens.voice.fill(_("{label} til «{title}»"), label=label, title=title)
