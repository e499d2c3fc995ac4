"""What the calendar says of a day, and of what cannot be done there (R22, R23)."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "calendar_meeting_on_holiday": _("Møtet er på en offentlig fridag: {holiday:holiday}."),
    "calendar_meeting_on_weekend": _("Møtet er i en helg."),
    "calendar_meeting_when_free": _("Møtet er på en dag som er holdt fri: {name}."),
    "calendar_meeting_stays": _("{meeting} er {status:meeting_status} og kan ikke flyttes."),
    "calendar_meeting_not_deleted": _("{meeting} er {status:meeting_status} og kan ikke slettes."),
}
