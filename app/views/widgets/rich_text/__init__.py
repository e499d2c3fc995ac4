"""The editor for rich text."""
