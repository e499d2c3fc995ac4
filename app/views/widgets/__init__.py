"""Widgets that every screen shares, each with its name for tests and for screen readers."""
