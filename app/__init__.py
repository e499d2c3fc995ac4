"""Rundgang: the secretariat's desk for a business council."""
