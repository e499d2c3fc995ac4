"""The verbs of the window: every edit is one transaction, checked, logged and undoable."""
