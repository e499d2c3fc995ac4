"""Profiles: what is wrong in one, on which line, and what was expected."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "profile_mistake": _(
        "Profilen {file} har {count:feil|feil}, og ingen rådsfil er laget. Rett dette og prøv "
        "igjen:\n{what}"
    ),
    "profile_on_line": _("Linje {line}: {what}"),
    "profile_more_mistakes": _("… og {n:feil|feil} til."),
    "profile_not_found": _(
        "Det finnes ingen profil som heter «{name}», og ingen rådsfil er laget. Velg en av disse: "
        "{known:liste}, eller skriv stien til en profil du har laget selv (.yaml)."
    ),
    "profile_file_missing": _(
        "Fila {file} finnes ikke, og ingen rådsfil er laget. Kontroller stien til profilen."
    ),
    "profile_unreadable": _(
        "Profilen {file} kan ikke leses, og ingen rådsfil er laget. Kontroller at det er en "
        "tekstfil, og at du har lov til å åpne den."
    ),
    "profile_too_large": _("Profilen er større enn 200 kB. En profil er en kort tekstfil."),
    "profile_not_utf8": _(
        "Linja har tegn som ikke er lagret som UTF-8. Lagre fila på nytt med tegnsettet UTF-8."
    ),
    "profile_control_character": _("Linja har et usynlig styretegn. Slett det."),
    "profile_empty": _("Profilen er tom. Den skal begynne med «format: 1»."),
    "profile_too_deep": _("Profilen har for mange lag inni hverandre til å kunne leses."),
    "profile_not_a_mapping": _(
        "Profilen skal begynne med nøkler, slik som «format: 1», ikke med en liste eller en tekst."
    ),
    "profile_not_yaml": _(
        "Linja kan ikke leses som YAML. Se etter innrykk, kolon og anførselstegn på linja og den "
        "rett over."
    ),
    "profile_has_tab": _("Linja har en tabulator i innrykket. Bruk mellomrom."),
    "profile_colon_astray": _(
        "Linja har et kolon der det ikke kan stå, eller feil innrykk. Sett tekst med kolon i "
        "anførselstegn."
    ),
    "profile_colon_missing": _("Det mangler et kolon etter nøkkelen."),
    "profile_quote_open": _("Et anførselstegn som begynner her, blir ikke lukket."),
    "profile_bracket_open": _("En klammeparentes som begynner her, blir ikke lukket."),
    "profile_indent_astray": _(
        "Innrykket stemmer ikke med linjene over, eller et anførselstegn lenger opp er ikke "
        "lukket. Nøkler som hører sammen, skal ha likt innrykk."
    ),
    "profile_newer_format": _(
        "Profilen er skrevet for format {value}, men dette programmet leser format {newest}. "
        "Oppdater programmet."
    ),
    "profile_key_not_text": _("En nøkkel skal være et ord, ikke en liste eller tom."),
    "profile_key_twice": _("Nøkkelen «{key}» står to ganger, første gang på linje {first}."),
    "profile_key_missing": _("Nøkkelen «{key}» mangler i «{where}»."),
    "profile_unknown_key": _(
        "Nøkkelen «{key}» er ukjent i «{where}». Her kan disse stå: {known:liste}."
    ),
    "profile_unknown_key_close": _("Nøkkelen «{key}» er ukjent i «{where}». Mente du «{close}»?"),
    "profile_value_empty": _("«{key}» er tom. Skriv en tekst."),
    "profile_not_single": _("«{key}» skal ha én verdi, ikke en liste eller flere nøkler."),
    "profile_not_a_list": _("«{key}» skal være en liste, der hver linje begynner med «- »."),
    "profile_not_keys": _("«{key}» skal bestå av nøkler med verdier, slik som «navn: …»."),
    "profile_not_a_number": _(
        "«{key}» er «{value}». Skriv et helt tall fra {least:tall} til {most:tall}."
    ),
    "profile_number_out_of_range": _(
        "«{key}» er {value}. Skriv et helt tall fra {least:tall} til {most:tall}."
    ),
    "profile_not_a_date": _(
        "«{key}» er «{value}», som ikke er en dato. Skriv år, måned og dag slik: 2017-01-31."
    ),
    "profile_not_a_clock": _(
        "«{key}» er «{value}», som ikke er et klokkeslett. Skriv det slik: 09:00."
    ),
    "profile_not_a_month": _(
        "«{key}» er «{value}», som ikke er en måned. Skriv navnet (desember) eller et tall fra 1 "
        "til 12."
    ),
    "profile_unknown_word": _("«{key}» kan ikke være «{value}». Velg en av disse: {known:liste}."),
    "profile_ends_before_start": _(
        "«{key}» er {last:dato}, men perioden begynner først {first:dato}. Den siste dagen kan "
        "ikke være før den første."
    ),
    "profile_date_twice": _("{on:dato} står to ganger. Hver rad skal ha sin egen fra-dato."),
    "profile_name_twice": _(
        "«{value}» er brukt fra før på linje {first}. Hver institusjon skal ha sitt eget navn og "
        "kortnavn."
    ),
    "profile_code_twice": _("Koden «{value}» er brukt fra før på linje {first}. Velg en annen."),
    "profile_number_twice": _(
        "Nummeret «{value}» er brukt fra før på linje {first}. Hvert nummer i planen skal være ett."
    ),
    "profile_seat_twice": _(
        "Plass nr. {value} finnes fra før på linje {first}. To plasser i samme organ kan ikke ha "
        "samme nummer."
    ),
    "profile_section_twice": _("Delen «{value}» står to ganger i saksframlegget."),
    "profile_deadline_twice": _("Fristen «{value}» står to ganger for samme organ."),
    "profile_level_twice": _(
        "Organet {other} har dette nivået fra før. Bare ett organ kan avgjøre på hvert nivå."
    ),
    "profile_prefix_twice": _(
        "Saksnumrene begynner med «{value}» også i organet {other}, og da kan to saker få samme "
        "nummer. Gi organene hver sin «saksnummer_foran»."
    ),
    "profile_role_twice": _(
        "Organet har to plasser med rollen {role}: nr. {first} og nr. {second}. Velg én."
    ),
    "profile_unknown_body": _(
        "«{key}» viser til organet «{value}», som ikke finnes i profilen. Organene er "
        "{known:liste}."
    ),
    "profile_unknown_institution": _(
        "«{key}» viser til «{value}», som ikke finnes blant institusjonene i profilen."
    ),
    "profile_unknown_regime": _(
        "«{key}» er «{value}», men ingen hjemmel har det regelverket. Regelverkene er "
        "{known:liste}."
    ),
    "profile_refers_to_itself": _(
        "«{key}» viser til {value} selv. Velg en annen, eller stryk linja."
    ),
    "profile_successor_without_end": _(
        "{value} har en etterfølger, men ingen siste dag. Skriv «til» med den siste dagen."
    ),
    "profile_successor_not_there": _(
        "Etterfølgeren {value} deltar ikke {on:dato}, som er dagen etter at forgjengeren sluttet. "
        "Rett datoene."
    ),
    "profile_limits_out_of_order": _(
        "Grensen for administrative avgjørelser ({low:kr}) er høyere enn grensen for rådet "
        "({high:kr})."
    ),
    "profile_strategy_elsewhere": _(
        "Strategien «{value}» står under delmål {goal}. Nummeret skal begynne med «{goal}.»."
    ),
    "profile_rules_out_of_order": _(
        "Reglene skal stå etter dato, men {on:dato} er ikke etter raden over."
    ),
    "profile_titles_out_of_order": _(
        "Titlene skal stå etter dato, men {on:dato} er ikke etter raden over."
    ),
    "profile_quorum_number_astray": _(
        "«vedtaksført_antall» brukes bare når «vedtaksført» er «et fast antall»."
    ),
    "profile_year_digits": _("Årstallet i saksnummer kan ha 2 eller 4 sifre, ikke {value}."),
    "profile_separator": _(
        "«{value}» kan ikke skille nummer og år. Bruk et tegn som ikke er siffer eller mellomrom."
    ),
    "profile_prefix": _("«{value}» kan ikke stå foran saksnummer. Bruk bare bokstaver."),
    "profile_right_without_attendance": _(
        "«{key}» har rettigheter i møtet uten å kunne møte. Legg til «møte»."
    ),
    "profile_unknown_section": _(
        "Delen «{value}» er ukjent. Velg en av disse: {known:liste}, eller la en egen del begynne "
        "med «{own}»."
    ),
    "profile_cannot_compute": _(
        "Programmet kan ikke skrive delen «{value}» selv. Stryk «beregnes»."
    ),
    "profile_rotating_without_years": _(
        "En roterende plass må ha «år»: hvor mange år hver funksjonsperiode varer."
    ),
}
