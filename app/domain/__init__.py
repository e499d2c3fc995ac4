"""The rules: pure functions and values; no Qt, no SQL, no clock, no disk."""
