"""Medlemmer: seats, observers, institutions and people, as of any day."""
