"""Calendar files: what cannot be written, and whom an invitation does not reach."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "writing_calendar": _("Skriver kalenderfilen"),
    "out_must_be_ics": _(
        "«{file}» er ikke et navn på en kalenderfil. Ingenting er skrevet. La navnet slutte på "
        ".ics."
    ),
    "calendar_year_odd": _(
        "{year} kan ikke være et år i en rådsfil. Ingenting er skrevet. Velg et år fra {first} til "
        "{last}."
    ),
    "calendar_year_empty": _(
        "Det er ingen møter i {year}. Ingenting er skrevet. Velg et annet år, eller legg inn et "
        "møte først."
    ),
    "calendar_year_empty_for": _(
        "{bodies:liste} har ingen møter i {year}. Ingenting er skrevet. Velg et annet år eller "
        "flere organer."
    ),
    "calendar_empty": _(
        "Det er ingen møter i rådsfilen. Ingenting er skrevet. Legg inn et møte først."
    ),
    "calendar_empty_for": _(
        "{bodies:liste} har ingen møter. Ingenting er skrevet. Velg flere organer."
    ),
    "year_only_for_calendar": _(
        "Valget --year gjelder bare for kalenderen. Ingenting er skrevet. Bruk --on for å velge "
        "datoen som listen gjelder for."
    ),
    "invitation_to_cancelled": _(
        "{meeting} er avlyst, så ingen kan inviteres. Ingenting er skrevet. Lag en "
        "kalenderavlysning i stedet."
    ),
    "invitation_too_late": _(
        "{meeting} er holdt, så ingen kan inviteres lenger. Ingenting er skrevet. Du kan "
        "eksportere hele kalenderen fra Årshjul."
    ),
    "cancellation_of_live_meeting": _(
        "{meeting} er ikke avlyst. Ingenting er skrevet. Avlys møtet først."
    ),
    "invitation_without_sender": _(
        "Saksbehandleren har ingen e-postadresse, så filen legger møtet i kalenderen uten at "
        "mottakerne kan svare. Skriv inn adressen i innstillingene, og lag filen på nytt."
    ),
    "invitation_without_addresses": _(
        "Ingen av dem som skal inviteres, har en e-postadresse, så filen legger bare møtet i "
        "kalenderen. Legg inn adressene under Medlemmer."
    ),
    "invitation_lacks_addresses": _("Uten e-postadresse, og derfor ikke i filen: {names:liste}."),
}
