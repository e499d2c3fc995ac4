"""What speaks against a day, and what is said when a year's plan cannot be stored (R22)."""

from __future__ import annotations

from app.i18n.catalogue import _

_AGAINST = {
    "day_is_past": _("dagen er over"),
    "day_is_holiday": _("dagen er en offentlig fridag"),
    "day_has_holiday": _("{holiday:holiday} er en offentlig fridag"),
    "day_is_weekend": _("dagen er i helgen"),
    "day_is_squeezed": _("dagen er inneklemt"),
    "day_in_easter_week": _("dagen er i påskeuken"),
    "day_in_christmas": _("dagen er i julen"),
    "day_in_july": _("dagen er i fellesferien"),
    "day_is_blocked": _("dagen holdes fri ({name})"),
    "day_leaves_month": _("det faste punktet skal opp i {month_on:månedsnavn}"),
    "day_taken": _("organet har et annet møte den dagen"),
    "day_close_to_own": _("organet har et annet møte {other_on:dag}"),
    "day_clashes": _("{body} har møte samme dag, og noen sitter i begge"),
    "day_before_recommended": _("{body} innstiller først {held_on:dag}"),
    "day_too_soon_after": _(
        "protokollen fra {body} {held_on:dag} er ikke klar når papirene går ut {papers_on:dag}"
    ),
    "day_after_decided": _("{body} skal ha innstillingen til møtet {held_on:dag}"),
    "day_too_late_before": _(
        "protokollen blir ikke klar til papirene til {body} går ut {papers_on:dag}"
    ),
    "host_not_there": _("{name} finnes ikke som vertskommune den dagen"),
}
"""Parts of a sentence, to follow a colon or each other."""

SENTENCES = {
    **_AGAINST,
    "day_moved_from": _("Flyttet fra {from_on:ukedag}: {why}."),
    "year_out_of_range": _(
        "«{text}» er ikke et år det kan planlegges for. Ingenting er lagret. Skriv et år fra "
        "{first} til {last}, for eksempel {example}."
    ),
    "year_is_over": _(
        "Året {year} er over. Ingenting er lagret. Velg dette året eller et som kommer."
    ),
    "year_too_far": _(
        "Året {year} er for langt fram til å planlegges. Ingenting er lagret. Velg et år til og "
        "med {last}."
    ),
    "month_unknown": _(
        "Måned {month:tall} finnes ikke. Ingenting er lagret. Velg en måned fra 1 til 12."
    ),
    "day_pattern_unknown": _(
        "Møtedagen kan ikke leses. Ingenting er lagret. Velg første, andre, tredje, fjerde eller "
        "siste av en ukedag i en måned."
    ),
    "usual_day_twice": _(
        "Den samme møtedagen står to ganger. Ingenting er lagret. Ta bort den ene."
    ),
    "blocked_name_missing": _(
        "Perioden mangler navn. Ingenting er lagret. Skriv hva den er, for eksempel vinterferie."
    ),
    "blocked_too_long": _(
        "Perioden er lengre enn et år. Ingenting er lagret. Skriv en første og en siste dag som "
        "ligger nærmere hverandre."
    ),
    "blocked_gone": _("Perioden finnes ikke lenger. Ingenting er endret. Åpne planen på nytt."),
    "no_meeting_chosen": _(
        "Ingen møter er valgt. Ingenting er lagret. Kryss av for minst ett møte."
    ),
    "planned_in_other_year": _(
        "{on:langdato} ligger ikke i {year}. Ingen møter er lagret. Velg en dag i {year} for "
        "{body}."
    ),
    "planned_day_taken": _(
        "{body} har alt et møte {on:langdato}. Ingen møter er lagret. Velg en annen dag, eller la "
        "møtet være ute."
    ),
    "planned_twice": _(
        "{body} står med to møter {on:langdato}. Ingen møter er lagret. Gi det ene en annen dag."
    ),
}
