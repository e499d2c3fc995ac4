"""Reads a whole profile: everything it says, or everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.profiles import parts
from app.services.profiles.bodies import Surroundings, bodies
from app.services.profiles.fields import Fields
from app.services.profiles.shape import Profile
from app.services.profiles.source import Mistake, Mistakes, root_of

FORMAT = 1
"""The version of the format that is read here."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A profile, or None with every mistake that keeps it from being one."""

    profile: Profile | None
    mistakes: tuple[Mistake, ...]


def examine(content: bytes, name: str) -> Examined:
    """What the bytes of a profile say; nothing in them is carried out, and nothing is stored."""
    mistakes = Mistakes()
    root = root_of(content, mistakes)
    if root is None:
        return Examined(None, mistakes.in_order())
    profile = _profile(Fields(root, "profilen", mistakes), name)
    found = mistakes.in_order()
    return Examined(None if found else profile, found)


def heading(content: bytes) -> tuple[str, str] | None:
    """A profile's title and description, also of one with mistakes further down."""
    mistakes = Mistakes()
    root = root_of(content, mistakes)
    if root is None:
        return None
    fields = Fields(root, "profilen", mistakes)
    return fields.text("profil", ""), fields.text("beskrivelse", "")


def _profile(fields: Fields, name: str) -> Profile | None:
    version = fields.number("format", 1, 999)
    if version > FORMAT:
        fields.wrong("format", "profile_newer_format", value=version, newest=FORMAT)
        return None
    title = fields.text("profil")
    description = fields.text("beskrivelse", "")
    begins_on = fields.day("begynner")
    council_part = fields.part("råd", required=True)
    institution_parts = fields.parts("institusjoner", required=True)
    body_parts = fields.parts("organer", required=True)
    names = parts.names_of(institution_parts)
    institutions = parts.institutions(institution_parts, names, begins_on)
    bases = parts.legal_bases(fields.parts("hjemler", required=True), begins_on)
    around = Surroundings(
        begins_on=begins_on,
        institutions=institutions,
        names=names,
        regimes=tuple(dict.fromkeys(basis.regime for basis in bases)),
        codes=tuple(part.text("kode", "") for part in body_parts),
    )
    made_bodies = bodies(body_parts, fields.part("felles"), fields.parts("årshjul"), around)
    limits = parts.limits(fields.parts("beløpsgrenser", required=True))
    plan = parts.plan(fields.part("plan"), begins_on)
    fields.close()
    if council_part is None:
        return None
    return Profile(
        name=name,
        title=title,
        description=description,
        council=parts.council(council_part),
        institutions=institutions,
        bodies=made_bodies,
        limits=limits,
        legal_bases=bases,
        plan=plan,
    )
