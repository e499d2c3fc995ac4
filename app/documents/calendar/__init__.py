"""Calendars as files that other calendar programs read (RFC 5545)."""
