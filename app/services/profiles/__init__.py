"""Profiles: readable text that a new council gets its bodies, seats, rules and plan from."""

from __future__ import annotations

from app.services.profiles.filling import Filled, fill
from app.services.profiles.library import (
    DEFAULT,
    FOLDER,
    ListedProfile,
    list_profiles,
    load_profile,
    read_profile,
)
from app.services.profiles.reading import Examined, examine
from app.services.profiles.shape import Profile
from app.services.profiles.source import Mistake

__all__ = [
    "DEFAULT",
    "FOLDER",
    "Examined",
    "Filled",
    "ListedProfile",
    "Mistake",
    "Profile",
    "examine",
    "fill",
    "list_profiles",
    "load_profile",
    "read_profile",
]
