"""The words on screen and in documents for the codes that the file stores."""

from __future__ import annotations

from app.i18n.catalogue import Language, _, translator

LABELS: dict[str, dict[str, str]] = {
    "sector": {
        "research": _("FoU"),
        "public": _("offentlig"),
        "business": _("næringsliv"),
    },
    "institution_kind": {
        "municipality": _("kommune"),
        "county": _("fylkeskommune"),
        "university": _("universitet"),
        "research_institute": _("forskningsinstitutt"),
        "agency": _("etat"),
        "organisation": _("organisasjon"),
        "company": _("bedrift"),
    },
    "why_deputy": {
        "away": _("medlemmet hadde forfall"),
        "part_of_meeting": _("medlemmet var med på en del av møtet"),
        "disqualified": _("medlemmet var inhabilt i en sak"),
    },
    "seat_kind": {"permanent": _("fast"), "rotating": _("roterende")},
    "seat_role": {
        "member": _("medlem"),
        "chair": _("leder"),
        "deputy_chair": _("nestleder"),
    },
    "seat_state": {
        "filled": _("besatt"),
        "ending": _("løper ut"),
        "carried_over": _("sitter til ny er oppnevnt"),
        "vacant": _("ledig"),
    },
    "term_end": {
        "ran_out": _("perioden løp ut"),
        "left": _("sluttet"),
        "replaced": _("erstattet"),
        "merger": _("kommunesammenslåing"),
        "election": _("valg"),
    },
    "group": {
        "member": _("medlem"),
        "deputy": _("vara"),
        "observer": _("observatør"),
        "administration": _("administrasjonen"),
    },
    "level": {
        "administrative": _("administrativt"),
        "council": _("Næringsrådet"),
        "regional": _("Regionrådet"),
    },
    "occasion": {
        "ordinary": _("ordinært møte"),
        "extraordinary": _("ekstraordinært møte"),
        "between_meetings": _("mellom møtene"),
    },
    "meeting_kind": {
        "ordinary": _("ordinært møte"),
        "extraordinary": _("ekstraordinært møte"),
        "written": _("skriftlig behandling"),
    },
    "attendance_mode": {
        "in_person": _("fysisk møte"),
        "remote": _("fjernmøte"),
        "mixed": _("fysisk og på video"),
    },
    "meeting_status": {
        "planned": _("planlagt"),
        "notified": _("varslet"),
        "called": _("innkalt"),
        "ongoing": _("pågår"),
        "held": _("avholdt"),
        "minutes_out": _("protokoll sendt ut"),
        "approved": _("protokoll godkjent"),
        "cancelled": _("avlyst"),
    },
    "meeting_event": {
        "notify": _("sende møtevarsel"),
        "call": _("publisere sakslisten"),
        "revise_agenda": _("endre den publiserte sakslisten"),
        "start": _("starte møtet"),
        "end": _("avslutte møtet"),
        "send_minutes": _("sende ut protokollen"),
        "approve_minutes": _("godkjenne protokollen"),
        "reopen_minutes": _("åpne protokollen igjen"),
        "cancel": _("avlyse møtet"),
        "move": _("flytte møtet"),
    },
    "item_kind": {"case": _("sak"), "standing": _("fast post"), "heading": _("overskrift")},
    "standing_kind": {
        "approve_notice": _("Godkjenning av innkalling og saksliste"),
        "approve_minutes": _("Godkjenning av protokoll fra forrige møte"),
        "reported_cases": _("Referatsaker"),
        "follow_up": _("Oppfølging av vedtak"),
        "information": _("Orienteringer"),
        "any_other_business": _("Eventuelt"),
    },
    "case_kind": {
        "decision": _("vedtak"),
        "recommendation": _("innstilling"),
        "information": _("orientering"),
        "reported": _("referatsak"),
        "election": _("valg"),
    },
    "case_status": {
        "idea": _("idé"),
        "draft": _("utkast"),
        "ready": _("klar"),
        "published": _("på sakslisten"),
        "decided": _("vedtatt"),
        "recommended": _("innstilt"),
        "noted": _("tatt til orientering"),
        "postponed": _("utsatt"),
        "withdrawn": _("trukket"),
        "sent_back": _("sendt tilbake"),
    },
    "audience": {
        "members": _("medlemmer"),
        "observers": _("observatører"),
        "public": _("offentlig"),
    },
    "attendance_role": {
        "member": _("medlem"),
        "deputy": _("varamedlem"),
        "observer": _("observatør"),
        "administration": _("fra administrasjonen"),
        "guest": _("gjest"),
    },
    "attendance_state": {
        "present": _("til stede"),
        "apology": _("forfall"),
        "absent": _("ikke møtt"),
    },
    "outcome": {
        "as_proposed": _("vedtatt som foreslått"),
        "changed": _("vedtatt med endring"),
        "rejected": _("ikke vedtatt"),
        "postponed": _("utsatt"),
        "withdrawn": _("trukket"),
        "sent_back": _("sendt tilbake"),
        "noted": _("tatt til orientering"),
        "not_reached": _("ikke behandlet"),
    },
    "vote_method": {
        "unanimous": _("enstemmig"),
        "totals": _("antall stemmer"),
        "by_name": _("navneopprop"),
        "secret": _("hemmelig"),
    },
    "choice": {"for": _("for"), "against": _("mot"), "blank": _("blank")},
    "quorum_rule": {
        "at_least_half": _("minst halvparten"),
        "more_than_half": _("mer enn halvparten"),
        "number": _("et fast antall"),
    },
    "decision_rule": {"majority": _("flertall"), "consensus": _("konsensus")},
    "tie_rule": {
        "presiding_decides": _("møteleders stemme avgjør"),
        "falls": _("forslaget faller"),
    },
    "day_unit": {"calendar": _("kalenderdager"), "working": _("virkedager")},
    "deadline_kind": {
        "drafts_due": _("frist for saksframlegg"),
        "notice": _("møtevarsel"),
        "papers": _("sakspapirer ut"),
        "reminder": _("påminnelse"),
        "minutes_out": _("protokoll ut"),
        "minutes_approved": _("protokoll godkjent"),
    },
    "import_field": {
        "seat": _("plass"),
        "name": _("navn"),
        "first_name": _("fornavn"),
        "last_name": _("etternavn"),
        "email": _("e-post"),
        "phone": _("telefon"),
        "title": _("stilling"),
        "institution": _("institusjon"),
        "short_name": _("kortnavn"),
        "kind": _("slag"),
        "sector": _("sektor"),
        "place": _("møtested"),
        "from_on": _("første dag"),
        "to_on": _("siste dag"),
        "successor": _("etterfølger"),
        "deputy": _("vara"),
        "deputy_email": _("e-post til vara"),
    },
    "import_outcome": {
        "new": _("ny"),
        "changed": _("endret"),
        "unchanged": _("uendret"),
        "wrong": _("feil"),
    },
    "import_subject": {
        "members": _("medlemmer"),
        "persons": _("personer"),
        "observers": _("observatører"),
        "institutions": _("institusjoner"),
    },
    "action_status": {
        "open": _("åpen"),
        "done": _("utført"),
        "dropped": _("frafalt"),
    },
    "basis_purpose": {
        "document": _("unntak fra offentlighet"),
        "meeting": _("lukking av møte"),
        "disqualification": _("inhabilitet"),
    },
    "approval_form": {
        "as_presented": _("godkjent som framlagt"),
        "with_changes": _("godkjent med endringer"),
    },
    "severity": {"block": _("må rettes"), "warn": _("bør rettes")},
    "brief_section": {
        "proposal": _("Forslag til vedtak"),
        "recommendation": _("Forslag til innstilling"),
        "summary": _("Oppsummering"),
        "background": _("Bakgrunn og saksopplysninger"),
        "assessment": _("Vurdering"),
        "plan_assessment": _("Vurdering opp mot næringsplanen"),
        "finances": _("Økonomi og finansiering"),
        "decision_level": _("Beslutningsnivå"),
        "attachments": _("Vedlegg"),
    },
}


def label(group: str, code: str, language: Language = "nb") -> str:
    """The word for `code` in `group`, such as ("case_kind", "decision"); unknown is our bug."""
    try:
        word = LABELS[group][code]
    except KeyError:
        raise LookupError(f"no label for {code!r} in {group!r}") from None
    return translator(language)(word)
