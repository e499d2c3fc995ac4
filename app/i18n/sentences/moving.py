"""A meeting's day and times, and moving and cancelling it (R21–R23)."""

from __future__ import annotations

from app.i18n.catalogue import _

_IMPOSSIBLE = {
    "ends_before_start": _(
        "Møtet kan ikke slutte kl. {end:klokke} når det begynner kl. {start:klokke}. Tidene er "
        "ikke endret. Skriv et senere sluttidspunkt."
    ),
    "ends_after_midnight": _(
        "Møtet begynner kl. {start:klokke} og kan ikke slutte kl. {end:klokke} neste dag. Tidene "
        "er ikke endret. La det slutte før midnatt, eller lag et møte til dagen etter."
    ),
    "clock_skipped": _(
        "Kl. {at:klokke} finnes ikke {on:langdato}, for da stilles klokken fram fra 02.00 til "
        "03.00. Møtet er ikke endret. Velg et annet klokkeslett."
    ),
    "meeting_year_unlikely": _(
        "Et møte kan ikke være i år {year}. Ingenting er endret. Skriv et årstall fra {first} til "
        "{last}."
    ),
    "meeting_before_notice": _(
        "Møtet er varslet eller innkalt {notice_on:dato}, og det kan ikke være før det, "
        "{on:dato}. Ingenting er endret. Velg en senere dag."
    ),
    "move_reason_missing": _(
        "Møtet er «{status:meeting_status}», og de som skal møte, må få vite hvorfor det flyttes. "
        "Møtet er ikke flyttet. Skriv en grunn."
    ),
    "cancel_reason_missing": _(
        "Møtet er «{status:meeting_status}», og de som skal møte, må få vite hvorfor det avlyses. "
        "Møtet er ikke avlyst. Skriv en grunn."
    ),
    "cases_to_other_body": _(
        "Sakene kan bare gå til et annet møte i samme organ. Møtet er ikke avlyst. Velg et annet "
        "møte, eller la sakene gå til køen."
    ),
    "meeting_change_gone": _(
        "Endringen av møtet er angret. Ingenting er notert. Se på møtet på nytt."
    ),
    "told_in_the_future": _(
        "{on:dato} er ikke kommet ennå, så ingen kan ha fått beskjed da. Ingenting er notert. "
        "Skriv dagen de fikk vite det."
    ),
}

_ODD = {
    "meeting_in_the_past": _("Datoen {on:dato} er passert."),
    "meeting_on_weekend": _("Datoen {on:langdato} er i en helg."),
    "meeting_on_holiday": _("Datoen {on:dato} er en offentlig fridag ({holiday:holiday})."),
    "meeting_on_squeezed_day": _("Datoen {on:langdato} er en inneklemt dag mellom fridager."),
    "meeting_on_kept_free_day": _("Datoen {on:dato} holdes fri for møter ({name})."),
    "meeting_same_day": _("Organet har allerede møtet {other} den dagen."),
    "meeting_clashes": _("{other} er samme dag, og begge steder sitter {names:liste}."),
    "meeting_clashes_many": _(
        "{other} er samme dag, og {n:person|personer} sitter begge steder, blant dem {names:liste}."
    ),
    "clock_shown_twice": _(
        "Kl. {at:klokke} kommer to ganger {on:langdato}, for da stilles klokken tilbake fra 03.00 "
        "til 02.00. Skriv i innkallingen hvilken som gjelder."
    ),
    "notice_due_already": _("Fristen for å sende møtevarsel var {due_on:dato}."),
    "papers_due_already": _("Fristen for å sende ut sakspapirene var {due_on:dato}."),
    "host_kept_not_yet": _(
        "{name} finnes først fra {from_on:dato}, men står fortsatt som vert. Velg en annen vert "
        "om det trengs."
    ),
    "host_no_more": _(
        "{name} finnes bare til og med {last_on:dato}, men står fortsatt som vert. Velg en annen "
        "vert om det trengs."
    ),
    "host_has_heir": _(
        "{name} finnes bare til og med {last_on:dato}, men står fortsatt som vert. Etter det er "
        "det {heir}."
    ),
    "notice_says_otherwise": _(
        "Innkallingen som er sendt ut, sier noe annet. Publiser endringene, så alle får en ny."
    ),
    "approved_by_published": _(
        "Den publiserte sakslisten til {other} har en post om protokollen fra dette møtet. Rett "
        "den der."
    ),
}

_DEADLINES = {
    "deadline_was_on_holiday": _("Flyttet fra {on:langdato}, som er {holiday:holiday}."),
    "deadline_was_on_weekend": _("Flyttet fra {on:langdato}, som er i en helg."),
}

SENTENCES = {**_IMPOSSIBLE, **_ODD, **_DEADLINES}
