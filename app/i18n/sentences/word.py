"""Word and Excel: what is wrong with a template, and what could not be shown."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "word_template_not_word": _(
        "Malen er ikke en Word-fil som kan leses. Ingen dokumenter er laget. Åpne den i Word, "
        "lagre den som Word-dokument (.docx), og velg den på nytt."
    ),
    "word_template_damaged": _(
        "Malen er skadet eller bygd på en måte som ikke er trygg ({part}). Ingen dokumenter er "
        "laget. Åpne den i Word, lagre den på nytt som .docx, eller bruk en annen mal."
    ),
    "word_template_too_large": _(
        "Malen er for stor: mer enn {most:størrelse}, eller pakket på en måte som ikke er trygg. "
        "Ingen dokumenter er laget. Gjør bildene i malen mindre, og velg den på nytt."
    ),
    "word_template_macros": _(
        "Malen inneholder makroer, og derfor brukes den ikke. Ingen dokumenter er laget. Lagre "
        "den som vanlig Word-dokument (.docx) uten makroer, og velg den på nytt."
    ),
    "word_template_embedded": _(
        "Malen inneholder en innebygd fil eller kontroll, og derfor brukes den ikke. Ingen "
        "dokumenter er laget. Fjern den innebygde filen fra malen, eller sett inn et bilde i "
        "stedet."
    ),
    "word_template_remote": _(
        "Malen henter innhold fra en annen fil eller mal, og derfor brukes den ikke. Ingen "
        "dokumenter er laget. Lim innholdet inn i malen, koble den fra den andre filen, og velg "
        "den på nytt."
    ),
    "word_template_external": _(
        "Malen viser til noe utenfor seg selv ({address}), og derfor brukes den ikke. Ingen "
        "dokumenter er laget. Sett bildet inn i malen, eller bruk en vanlig lenke som begynner "
        "med https:// eller mailto:."
    ),
    "word_template_strange_part": _(
        "Malen inneholder noe som ikke hører hjemme i en mal ({part}), og derfor brukes den ikke. "
        "Ingen dokumenter er laget. Fjern det fra malen, og velg den på nytt."
    ),
    "word_template_field": _(
        "Malen har et felt som ikke kan brukes ({field}). Ingen dokumenter er laget. Fjern "
        "feltet. Sidetall, innholdsfortegnelse og henvisninger i dokumentet kan brukes."
    ),
    "word_template_reviewing": _(
        "Malen har kommentarer eller sporede endringer, og de ville fulgt med ut. Ingen "
        "dokumenter er laget. Slett kommentarene, godta eller avvis endringene, og velg malen på "
        "nytt."
    ),
    "word_template_too_many_tags": _(
        "Malen har mer enn {most:tall} merker, og så mange kan den ikke ha. Ingen dokumenter er "
        "laget. Del opp eller forenkle malen, og velg den på nytt."
    ),
    "word_template_endless": _(
        "Malen gjentar seg selv så mange ganger at dokumentet aldri ville blitt ferdig. Ingen "
        "dokumenter er laget. Se etter {{% for %}} inne i {{% for %}} i malen."
    ),
    "word_template_tags_crossed": _(
        "Merkene i malen åpner og lukker ikke på samme sted, så dokumentet ville ikke hengt "
        "sammen. Ingen dokumenter er laget. La hver {{%p if %}} og {{%p for %}} og det som "
        "avslutter dem, stå i hvert sitt avsnitt."
    ),
    "word_template_tag_unclosed": _(
        "Et merke i malen er ikke avsluttet: {tag} … Ingen dokumenter er laget. Skriv }}}} eller "
        "%}} etter merket, og velg malen på nytt."
    ),
    "word_template_tag_misplaced": _(
        "Et merke i malen står der det ikke kan stå, for eksempel i et felt: {tag} Ingen "
        "dokumenter er laget. Flytt merket til vanlig tekst, og velg malen på nytt."
    ),
    "word_template_tag_wrong": _(
        "Et merke i malen er skrevet feil: {tag} Ingen dokumenter er laget. Rett merket, og velg "
        "malen på nytt."
    ),
    "word_template_tag_forbidden": _(
        "Et merke i malen ber om noe en mal ikke får gjøre: {tag} Ingen dokumenter er laget. Et "
        "merke kan vise, gjentas og velge, men ikke regne eller kjøre noe. Rett merket, og velg "
        "malen på nytt."
    ),
    "word_template_tag_unknown": _(
        "Et merke i malen viser til noe som ikke finnes («{name}»): {tag} Ingen dokumenter er "
        "laget. Se etter skrivefeil, rett merket, og velg malen på nytt."
    ),
    "word_template_tag_needs_block": _(
        "Et merke i malen står feil: {tag} er hele avsnitt. Ingen dokumenter er laget. Skriv "
        "{right} alene i et avsnitt, og velg malen på nytt."
    ),
    "word_template_tag_needs_run": _(
        "Et merke i malen står feil: {tag} er mer enn vanlig tekst. Ingen dokumenter er laget. "
        "Skriv {right} inne i et avsnitt, og velg malen på nytt."
    ),
    "word_template_tag_needs_text": _(
        "Et merke i malen står feil: {tag} er vanlig tekst. Ingen dokumenter er laget. Skriv "
        "{right} uten bokstaven foran, og velg malen på nytt."
    ),
    "word_template_tag_outside_body": _(
        "Et merke i malen står feil: {tag} kan bare stå i selve dokumentet, ikke i topptekst, "
        "bunntekst eller fotnote. Ingen dokumenter er laget. Flytt merket, og velg malen på nytt."
    ),
    "word_template_tag_is_a_group": _(
        "Et merke i malen viser til flere opplysninger samlet, ikke én: {tag} Ingen dokumenter er "
        "laget. Skriv hvilken av dem som skal vises, og velg malen på nytt."
    ),
    "word_template_tag_not_a_list": _(
        "Et merke i malen gjentar noe som ikke er en liste: {tag} Ingen dokumenter er laget. Rett "
        "merket, og velg malen på nytt."
    ),
    "word_template_lacks_styles": _(
        "Malen mangler stilene {names:liste}. Dokumentet er laget, men ser ut som vanlig tekst "
        "der de skulle vært brukt. Kopier stilene fra malen som følger med."
    ),
    "word_picture_left_out": _(
        "Bildet «{picture}» kunne ikke leses. Word-filen er laget, med en merknad der bildet "
        "skulle vært. Sett bildet inn på nytt i saken, og lag papirene en gang til."
    ),
    "word_picture_note": _("[Bildet «{picture}» kan ikke vises.]"),
    "excel_text_cut": _(
        "[Teksten er kortet ned, for en celle i Excel rommer ikke mer enn {most:tall} tegn.]"
    ),
}
