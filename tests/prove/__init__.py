"""The promises of reliability at full counts; write a proof with `@proves` in a `prove_*.py`."""

from __future__ import annotations

from tests.prove.harness import Outcome, proves

__all__ = ["Outcome", "proves"]
