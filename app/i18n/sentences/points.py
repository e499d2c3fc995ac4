"""Fixed points of the year: their rules, and what is settled about one of their years (R19)."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "point_gone": _(
        "Det faste punktet er slettet. Ingenting er endret. Se listen på nytt, og legg det til "
        "igjen hvis det trengs."
    ),
    "point_title_missing": _(
        "Det faste punktet har ingen tittel. Ingenting er lagret. Skriv hva saken skal hete."
    ),
    "point_month_unknown": _(
        "Det finnes ingen måned nummer {month:tall}. Ingenting er lagret. Velg en måned fra 1 "
        "til 12."
    ),
    "point_interval_unusable": _(
        "Et fast punkt kan ikke komme hvert {years:tall}. år. Ingenting er lagret. Velg et tall "
        "fra 1 til {limit:tall}."
    ),
    "point_year_unusable": _(
        "{year} er utenfor årene som årshjulet regner med. Ingenting er lagret. Skriv et år fra "
        "1900 til 2999."
    ),
    "point_ends_before_start": _(
        "Det faste punktet slutter i {last}, før det begynner i {first}. Ingenting er lagret. "
        "Rett det ene året."
    ),
    "point_deadline_unusable": _(
        "Fristen kan ikke være {days:dag|dager} før møtet. Ingenting er lagret. Skriv et tall fra "
        "0 til {limit:tall}."
    ),
    "point_twice": _(
        "{body} har alt et fast punkt «{title}» i samme måned. Ingenting er lagret. Endre det som "
        "er der, eller velg en annen tittel eller måned."
    ),
    "point_body_stays": _(
        "Det er laget saker av «{title}», så punktet kan ikke gå over til et annet organ. "
        "Ingenting er endret. Avslutt det, og lag et nytt punkt for det andre organet."
    ),
    "point_ended_instead": _(
        "Det er laget saker av «{title}», så punktet er avsluttet og ikke slettet. Siste år er "
        "{year}."
    ),
    "point_not_that_year": _(
        "«{title}» kommer ikke i {year}. Ingenting er endret. Velg et år som punktet kommer i."
    ),
    "point_reason_missing": _("Begrunnelsen mangler. Ingenting er endret. Skriv hvorfor."),
    "point_is_dropped": _(
        "«{title}» er sløyfet i {year}. Ingenting er endret. Ta det tilbake først."
    ),
    "point_as_its_rule": _(
        "«{title}» er verken flyttet eller sløyfet i {year}. Ingenting er endret. Se listen på "
        "nytt."
    ),
    "point_case_made": _(
        "Saken til «{title}» for {year} er laget, og den lages bare én gang. Ingenting er endret. "
        "Finn saken blant sakene eller i papirkurven."
    ),
    "point_on_agenda": _(
        "«{title}» står på sakslisten til {meeting}. Ingenting er endret. Flytt møtet, eller ta "
        "saken av sakslisten først."
    ),
    "point_lacks_meeting": _(
        "«{title}» har ikke noe møte å høre til i {on:måned}. Saken er ikke laget. Lag møtet, "
        "eller flytt punktet til en annen måned."
    ),
}
