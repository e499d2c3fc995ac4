"""The sentences that minutes write themselves from the facts (R39)."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "minutes_quorate": _(
        "{present} av {seats} plasser var til stede. Møtet var beslutningsdyktig."
    ),
    "minutes_not_quorate": _(
        "{present} av {seats} plasser var til stede. Møtet var ikke beslutningsdyktig."
    ),
    "minutes_quorate_of_voters": _(
        "{present} av {seats} stemmeberettigede var til stede. Møtet var beslutningsdyktig."
    ),
    "minutes_not_quorate_of_voters": _(
        "{present} av {seats} stemmeberettigede var til stede. Møtet var ikke beslutningsdyktig."
    ),
    "minutes_by_video": _("{names:liste} deltok på video."),
    "minutes_arrived": _("{name} tok del i møtet fra og med {item}."),
    "minutes_left": _("{name} forlot møtet før {item}."),
    "minutes_presided": _("{name} ledet behandlingen av saken."),
    "minutes_disqualified": _(
        "{name} ble erklært inhabil, jf. {basis}, og deltok ikke i behandlingen av saken."
    ),
    "minutes_disqualified_deputy": _("{deputy} møtte for {name} i saken."),
    "minutes_closed": _("Møtet ble lukket under behandlingen av saken, jf. {act} {provision}."),
    "minutes_vote_unanimous": _("{subject} ble enstemmig vedtatt."),
    "minutes_vote_adopted": _("{subject} ble vedtatt med {votes_for} mot {votes_against} stemmer."),
    "minutes_vote_fell": _("{subject} falt. {votes_for} stemte for og {votes_against} stemte mot."),
    "minutes_vote_adopted_tie": _(
        "{subject} ble vedtatt med {votes_for} mot {votes_against} stemmer. "
        "Møtelederens stemme avgjorde."
    ),
    "minutes_vote_fell_tie": _(
        "{subject} falt. {votes_for} stemte for og {votes_against} stemte mot. "
        "Møtelederens stemme avgjorde."
    ),
    "minutes_blank": _("{n} stemte blankt."),
    "minutes_secret": _("Avstemningen var hemmelig."),
    "minutes_postponed": _("Saken ble utsatt."),
    "minutes_withdrawn": _("Saken ble trukket."),
    "minutes_sent_back": _("Saken ble sendt tilbake til administrasjonen."),
    "minutes_noted": _("Saken ble tatt til orientering."),
    "minutes_not_reached": _("Saken ble ikke behandlet og føres opp på neste møte."),
    "minutes_rejected": _("Forslaget ble ikke vedtatt."),
    "minutes_not_approved": _("Protokollen er ikke godkjent."),
    "minutes_approved_as_presented": _("Godkjent som framlagt {on:dato}."),
    "minutes_approved_as_presented_in": _("Godkjent som framlagt i {body} {on:dato}."),
    "minutes_approved_with_changes": _("Godkjent med endringer {on:dato}: {changes}"),
    "minutes_approved_with_changes_in": _("Godkjent med endringer i {body} {on:dato}: {changes}"),
    "minutes_not_held": _(
        "Møtet er ikke avholdt ennå, så det finnes ingen protokoll. Ingenting er laget. "
        "Velg et møte som er avholdt."
    ),
    "minutes_already_approved": _(
        "Protokollen er allerede godkjent og låst. Ingenting er endret. "
        "Åpne den igjen med en begrunnelse hvis den må rettes."
    ),
    "approval_changes_missing": _(
        "Protokollen skal godkjennes med endringer, men endringene er ikke skrevet inn. "
        "Ingenting er godkjent. Skriv hva som ble endret, og prøv igjen."
    ),
    "stored_content_unreadable": _(
        "Et lagret dokument i rådsfilen lot seg ikke lese. Resten av filen er ikke berørt. "
        "Kontroller rådsfilen, og hent dokumentet fra en sikkerhetskopi."
    ),
    "rich_text_unreadable": _(
        "En tekst i rådsfilen lot seg ikke lese ({problem}). Resten av filen er ikke berørt. "
        "Kontroller rådsfilen, og hent teksten fra en sikkerhetskopi."
    ),
    "rich_text_newer": _(
        "En tekst er skrevet av en nyere utgave av Rundgang. Den er ikke endret. "
        "Oppdater programmet for å lese den."
    ),
}
