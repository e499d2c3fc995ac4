"""Use cases: one verb, one transaction; frozen dataclasses out, and what changed."""
