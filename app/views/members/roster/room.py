"""What the dialogs about seats and terms share, and how they let people be chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.services.editing.done import Done
from app.services.house import House
from app.services.people import InstitutionView, PersonRow, TakingPart
from app.views.editing.plain_widgets import Choice
from app.views.shell.workbench import Workbench

NOBODY_YET = _("Ikke bestemt ennå")
NEW_PERSON = _("Ny person …")


@dataclass(frozen=True, slots=True)
class RosterRoom:
    """The desk, the body that is shown and the day, and who and what can be chosen."""

    bench: Workbench
    house: House
    body: str
    body_name: str
    on: date
    institutions: Sequence[InstitutionView]
    people: Sequence[PersonRow]
    new_person: Callable[[QWidget, Callable[[Done, str], object]], object]
    """Ask for a person over a dialog; then told what was stored, and the name."""

    def word(self, message: str) -> str:
        """A word in the window's language."""
        return self.bench.voice.word(message)

    def institution_name(self, key: object) -> str:
        """The name of an institution by its key."""
        return next((one.name for one in self.institutions if one.id == key), "")


def say_with_odd(room: RosterRoom, said: str) -> Callable[[Done], object]:
    """Say what was stored in passing, and what is odd about it, with the way back."""

    def say(done: Done) -> None:
        voice = room.bench.voice
        odd = (voice.say(one) for one in done.warnings)
        room.bench.teller.say(" ".join((said, *odd)), room.bench.undo)

    return say


class InstitutionChoice(Choice):
    """Institutions, those that take part on the day first."""

    def __init__(self, name: str, room: RosterRoom, nobody: str = "") -> None:
        super().__init__(name)
        now = [one for one in room.institutions if one.part_on(room.on) is TakingPart.NOW]
        rest = [one for one in room.institutions if one.part_on(room.on) is not TakingPart.NOW]
        offered: list[tuple[object, str]] = [(one.id, one.name) for one in (*now, *rest)]
        self.offer([(None, nobody), *offered] if nobody else offered)


class PersonChoice(Choice):
    """People, those of the chosen institution first; nobody where that may be."""

    def __init__(self, name: str, room: RosterRoom, nobody: str = "") -> None:
        super().__init__(name)
        self._nobody = nobody
        self._people = [(one.id, one.name, one.institution) for one in room.people]
        self.show_near("")

    def show_near(self, institution: str) -> None:
        """Those from `institution` come first; what was chosen stays."""
        near = [one for one in self._people if institution and one[2] == institution]
        far = [one for one in self._people if not institution or one[2] != institution]
        offered: list[tuple[object, str]] = [
            (key, f"{name}, {place}" if place else name) for key, name, place in (*near, *far)
        ]
        self.offer([(None, self._nobody), *offered] if self._nobody else offered)

    def add(self, key: int, name: str) -> None:
        """Offer somebody who has just been stored, and choose them."""
        self._people.insert(0, (key, name, ""))
        self.show_near("")
        self.show_code(key)

    def name_of(self, key: int) -> str:
        """The name of somebody who is offered."""
        return next((name for one, name, _place in self._people if one == key), "")


def chosen(choice: Choice) -> int | None:
    """The key that is chosen, if any."""
    code = choice.code()
    return code if isinstance(code, int) else None
