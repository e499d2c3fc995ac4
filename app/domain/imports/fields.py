"""What a list may tell of members, persons, observers and institutions (R2–R7, R52)."""

from __future__ import annotations

from enum import StrEnum


class Subject(StrEnum):
    """What the rows of a list are about."""

    MEMBERS = "members"
    PERSONS = "persons"
    OBSERVERS = "observers"
    INSTITUTIONS = "institutions"


class Field(StrEnum):
    """What a column may hold."""

    SEAT = "seat"
    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    EMAIL = "email"
    PHONE = "phone"
    TITLE = "title"
    INSTITUTION = "institution"
    SHORT_NAME = "short_name"
    KIND = "kind"
    SECTOR = "sector"
    PLACE = "place"
    FROM_ON = "from_on"
    TO_ON = "to_on"
    SUCCESSOR = "successor"
    DEPUTY = "deputy"
    DEPUTY_EMAIL = "deputy_email"


_NAME = (Field.NAME, Field.FIRST_NAME, Field.LAST_NAME)
_CONTACT = (Field.EMAIL, Field.PHONE)
_PLACE = (Field.INSTITUTION, Field.KIND, Field.SECTOR)
_PERIOD = (Field.FROM_ON, Field.TO_ON)

FIELDS: dict[Subject, tuple[Field, ...]] = {
    Subject.MEMBERS: (
        Field.SEAT,
        *_NAME,
        *_CONTACT,
        Field.TITLE,
        *_PLACE,
        *_PERIOD,
        Field.DEPUTY,
        Field.DEPUTY_EMAIL,
    ),
    Subject.PERSONS: (*_NAME, *_CONTACT, Field.TITLE, *_PLACE, *_PERIOD),
    Subject.OBSERVERS: (*_NAME, *_CONTACT, Field.TITLE, *_PLACE, *_PERIOD),
    Subject.INSTITUTIONS: (
        Field.NAME,
        Field.SHORT_NAME,
        Field.KIND,
        Field.SECTOR,
        Field.PLACE,
        *_PERIOD,
        Field.SUCCESSOR,
    ),
}
"""The fields of each list, in the order in which they are offered."""

NEEDED: dict[Subject, tuple[tuple[Field, ...], ...]] = {
    Subject.MEMBERS: ((Field.SEAT,),),
    Subject.PERSONS: ((Field.NAME, Field.LAST_NAME, Field.EMAIL),),
    Subject.OBSERVERS: ((Field.NAME, Field.LAST_NAME, Field.EMAIL),),
    Subject.INSTITUTIONS: ((Field.NAME,),),
}
"""Of each group, a list must have one column at least."""


def missing(subject: Subject, there: frozenset[Field]) -> tuple[Field, ...]:
    """The first field of each needed group that no column holds."""
    return tuple(group[0] for group in NEEDED[subject] if not there & set(group))
