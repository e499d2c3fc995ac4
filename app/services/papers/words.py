"""The words that only the combined package needs."""

from __future__ import annotations

from app.documents.content import PackageWords
from app.i18n.catalogue import _
from app.i18n.voice import Voice

_PROBLEMS = {
    "attachment_empty": _("Filen er tom."),
    "attachment_encrypted": _("Filen er låst med passord og kan ikke vises her."),
    "attachment_broken": _("Filen er skadet og kan ikke vises her."),
    "attachment_too_large": _("Filen er for stor til å settes inn her."),
    "attachment_unsafe": _("Filen er bygd opp på en måte som gjør den utrygg å åpne."),
    "attachment_unknown_type": _("Filen er av en type som ikke kan vises som sider."),
    "attachment_no_converter": _("Filen må åpnes i programmet den er laget i."),
    "attachment_not_converted": _("Filen lot seg ikke gjøre om til sider."),
    "attachment_too_slow": _("Det tok for lang tid å gjøre filen om til sider."),
    "attachment_missing": _("Filen finnes ikke i rådsfilen."),
    "attachment_crashed": _("Filen lot seg ikke lese."),
}


def package_words(voice: Voice) -> PackageWords:
    """Contents, stamps and notice pages in the document's language."""
    return PackageWords(
        contents=voice.word(_("Innhold")),
        attachments=voice.word(_("Vedlegg")),
        stamp_page=voice.word(_("side {page} av {pages}")),
        enclosed=voice.word(_("Originalen følger ved siden av dette dokumentet: {file}")),
        problems=tuple((code, voice.word(text)) for code, text in _PROBLEMS.items()),
    )
