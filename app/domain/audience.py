"""Who may see what is exempt from public access (R31, R33, R37)."""

from __future__ import annotations

from app.domain.vocabulary import Audience


def may_see(
    audience: Audience, *, is_exempt: bool, body_shows_exempt_to_observers: bool = False
) -> bool:
    """Whether a version for `audience` may hold a thing (R31).

    What is not exempt is for all. What is exempt is for members and the deputies called, for
    observers only where the body's setting says so, and never for the public.
    """
    if not is_exempt or audience is Audience.MEMBERS:
        return True
    return audience is Audience.OBSERVERS and body_shows_exempt_to_observers


def member_may_see(*, is_exempt: bool, is_disqualified: bool) -> bool:
    """Whether a member called gets an item's papers: the disqualified not the exempt ones (R37)."""
    return not (is_exempt and is_disqualified)
