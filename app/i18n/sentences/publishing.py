"""What is found before an agenda is published (R28, R31)."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "notice_after_meeting": _(
        "Innkallingen er datert {notice_on:dato}, etter møtet {held_on:dato}."
    ),
    "papers_late": _("Sakspapirene skulle vært sendt senest {due_on:dato}."),
    "agenda_without_cases": _("Sakslisten har ingen saker."),
    "place_missing": _("Møtestedet mangler."),
    "agenda_too_long": _(
        "Sakene tar {planned:varighet} til sammen, men møtet varer bare {length:varighet}."
    ),
    "neutral_title_missing": _(
        "«{title}» er unntatt offentlighet, men mangler en nøytral tittel til den offentlige "
        "utgaven."
    ),
    "basis_missing": _("«{title}» er unntatt offentlighet, men mangler hjemmel."),
    "attachment_title_missing": _(
        "Vedlegg {number:tall} til «{title}» er unntatt offentlighet, men mangler en nøytral "
        "tittel."
    ),
    "attachment_basis_missing": _(
        "Vedlegg {number:tall} til «{title}» er unntatt offentlighet, men mangler hjemmel."
    ),
    "body_decides_nothing": _(
        "«{title}» står til vedtak, men dette organet kan ikke vedta noe. Gjør saken om til "
        "innstilling eller orientering, eller flytt den."
    ),
    "authority_missing": _(
        "«{title}» står til vedtak, men må avgjøres på et høyere nivå. Gjør saken om til "
        "innstilling."
    ),
    "neutral_title_tells": _(
        "«{title}» er unntatt offentlighet, men den nøytrale tittelen er den samme som tittelen."
    ),
    "text_waits": _(
        "«{title}» har tekst som er skrevet, men ikke lagret i saken. Åpne saken og velg hva som "
        "skal gjelde."
    ),
    "case_consideration_missing": _(
        "«{title}» er omstridt, men vurderingen av om et høyere nivå bør avgjøre saken, mangler."
    ),
    "proposal_missing": _("«{title}» mangler forslag til vedtak."),
    "brief_missing": _("«{title}» mangler saksframlegg."),
    "section_missing": _("«{title}» mangler «{heading}»."),
    "plan_assessment_missing": _("«{title}» mangler vurdering opp mot næringsplanen."),
    "publishing_blocked": _(
        "Sakslisten er ikke publisert, og ingenting er endret: {count:ting|ting} må rettes først. "
        "Se listen over det som mangler."
    ),
    "publishing_needs_reason": _(
        "Sakslisten er ikke publisert, og ingenting er endret: {count:ting|ting} bør rettes først. "
        "Rett det, eller skriv hvorfor den skal ut likevel."
    ),
}
