"""Who may see what is exempt (R31, R37)."""

from __future__ import annotations

import pytest

from app.domain.audience import may_see, member_may_see
from app.domain.vocabulary import Audience


@pytest.mark.parametrize(
    ("audience", "shown_to_observers", "sees_exempt"),
    [
        (Audience.MEMBERS, False, True),
        (Audience.MEMBERS, True, True),
        (Audience.OBSERVERS, False, False),
        (Audience.OBSERVERS, True, True),
        (Audience.PUBLIC, False, False),
        (Audience.PUBLIC, True, False),
    ],
)
def test_the_audience_decides_what_is_seen(
    audience: Audience, shown_to_observers: bool, sees_exempt: bool
) -> None:
    def sees(*, is_exempt: bool) -> bool:
        return may_see(
            audience,
            is_exempt=is_exempt,
            body_shows_exempt_to_observers=shown_to_observers,
        )

    assert sees(is_exempt=True) is sees_exempt
    assert sees(is_exempt=False)


@pytest.mark.parametrize(
    ("exempt", "disqualified", "sees"),
    [(True, True, False), (True, False, True), (False, True, True), (False, False, True)],
)
def test_the_disqualified_do_not_get_exempt_papers(
    exempt: bool, disqualified: bool, sees: bool
) -> None:
    assert member_may_see(is_exempt=exempt, is_disqualified=disqualified) is sees
