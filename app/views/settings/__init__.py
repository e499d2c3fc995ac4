"""Innstillinger: the officer, the languages, the bodies' rules with their days, and the limits."""
