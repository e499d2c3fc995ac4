"""Reasons and errors: a code with its facts, that survives a trip between processes."""

from __future__ import annotations

import pickle
from datetime import date

from app.domain.errors import UserError
from app.domain.reasons import Reason


def test_a_reason_is_equal_by_its_code_and_facts() -> None:
    assert Reason("a", n=1) == Reason("a", n=1)
    assert Reason("a", n=1) != Reason("a", n=2)
    assert Reason("a", n=1).params == {"n": 1}
    assert len({Reason("a", on=date(2026, 1, 1)), Reason("a", on=date(2026, 1, 1))}) == 1


def test_an_error_keeps_its_code_and_facts_through_a_process() -> None:
    error = UserError("not_quorate", needed=5, seats=10)
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(again, UserError)
    assert again.reason == error.reason == Reason("not_quorate", needed=5, seats=10)
