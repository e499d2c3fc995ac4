"""Meetings: the list of them, making one, and the workspace of the one that is prepared."""
