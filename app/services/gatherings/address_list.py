"""Those who are asked to a gathering as a workbook, to write to (R17)."""

from __future__ import annotations

from app.documents.content import Sheet, Workbook
from app.i18n.catalogue import _
from app.services.exports.roster import marked, workbook_metadata
from app.services.gatherings.documents import Gathering, answers


def address_workbook(one: Gathering) -> Workbook:
    """Everyone with what they answered, municipality by municipality."""
    voice, view = one.voice, one.view
    said = {state: voice.word(word) for state, word in answers(view.is_over)}
    title = voice.fill(_("Deltakerliste – {name}"), name=view.name)
    note = voice.fill(_("Per {on:dato}"), on=one.today)
    return Workbook(
        meta=workbook_metadata(one.council, title, one.today, voice),
        note=marked(note, one.council, voice),
        sheets=(
            Sheet(
                title=voice.word(_("Deltakere")),
                heading=title,
                columns=(
                    voice.word(_("Navn")),
                    voice.word(_("Stilling")),
                    voice.word(_("Institusjon")),
                    voice.word(_("E-post")),
                    voice.word(_("Telefon")),
                    voice.word(_("Svar")),
                ),
                kinds=("text",) * 6,
                widths=(28, 28, 30, 38, 16, 18),
                rows=tuple(
                    (
                        person.name,
                        person.function or None,
                        person.institution or None,
                        person.email or None,
                        person.phone or None,
                        said[person.state],
                    )
                    for person in view.participants
                ),
            ),
        ),
    )
