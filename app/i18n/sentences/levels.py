"""Decision level: why this body, what must be written down, what to look out for (R10–R16)."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "strategic_choice": _("Avgjøres i {body} fordi saken er et strategisk valg, uansett beløp."),
    "opens_new_area": _(
        "Avgjøres i {body} fordi saken åpner et nytt satsingsområde, uansett beløp."
    ),
    "no_amount": _("Avgjøres i {body}. Saken er ført uten beløp."),
    "above_council_limit": _("Avgjøres i {body} fordi beløpet ({amount:kr}) er over {limit:kr}."),
    "urgent_within_limit": _(
        "Kan avgjøres administrativt mellom møtene fordi saken haster og beløpet ({amount:kr}) "
        "ikke er over {limit:kr}."
    ),
    "within_council_limit": _(
        "Avgjøres i {body} fordi beløpet ({amount:kr}) ikke er over {limit:kr}."
    ),
    "not_urgent_within_limit": _(
        "Avgjøres i {body}. Beløpet ({amount:kr}) er ikke over {limit:kr}, men bare hastesaker "
        "kan avgjøres administrativt."
    ),
    "placed_above_amount": _(
        "Beløpet ({amount:kr}) er innenfor fullmakten til {body}. Saken er lagt til {placed}, og "
        "avgjøres der."
    ),
    "placed_above": _(
        "Saken kunne vært avgjort i {body}. Den er lagt til {placed}, og avgjøres der."
    ),
    "raised_as_controversial": _("Løftet fra {floor} til {body} fordi saken er omstridt."),
    "urgent_needs_extra_meeting": _("Saken haster og tas opp i et ekstraordinært møte i {body}."),
    "level_raised_by_hand": _("Nivået er hevet etter ønske. Begrunnelse: {reason}"),
    "level_raised_without_reason": _("Nivået er hevet etter ønske."),
    "level_lowered_by_hand": _("Nivået er senket igjen. Begrunnelse: {reason}"),
    "inform_chair": _("Skriv ned når og hvordan lederen av {body} ble orientert om avgjørelsen."),
    "report_at_next_meeting": _("Før saken opp som referatsak i neste møte i {body}."),
    "give_recommendation": _("{body} gir innstilling før {to} avgjør saken."),
    "write_down_consideration": _(
        "Skriv ned vurderingen av om saken bør avgjøres på et høyere nivå, siden den er omstridt."
    ),
    "consideration_missing": _(
        "Saken er omstridt, men vurderingen av om et høyere nivå bør avgjøre den, mangler."
    ),
    "urgent_without_amount": _(
        "Saken haster, men er ført uten beløp. Bare hastesaker med et beløp som ikke er over "
        "{limit:kr}, kan avgjøres administrativt."
    ),
    "grants_together_pass_limit": _(
        "Tilskuddene til tiltaket er til sammen {total:kr}. Det er over {limit:kr}, som er grensen "
        "for når {body} må avgjøre, selv om dette beløpet alene ikke er det."
    ),
    "limits_out_of_order": _(
        "Beløpsgrensene passer ikke sammen: grensen for administrative avgjørelser "
        "({administrative:kr}) må være null eller mer og ikke over grensen for rådet "
        "({council:kr}). Ingenting er lagret. Rett beløpene og prøv igjen."
    ),
    "no_limits_on": _(
        "Det finnes ingen beløpsgrenser som gjelder {on:dato}. Saken er ikke endret. Legg inn "
        "grensene for den tiden under innstillinger."
    ),
    "amount_negative": _(
        "Beløpet ({amount:kr}) er mindre enn null. Ingenting er lagret. Skriv et beløp i hele "
        "kroner, null eller mer."
    ),
    "level_cannot_be_lowered": _(
        "Saken kan ikke avgjøres på et lavere nivå, for beløpet eller sakens art krever nivået den "
        "har. Nivået er ikke endret. Rett opplysningene i saken hvis de er feil."
    ),
    "lowering_needs_reason": _(
        "Nivået kan bare senkes med en skriftlig begrunnelse. Nivået er ikke endret. Skriv "
        "hvorfor, og prøv igjen."
    ),
}
