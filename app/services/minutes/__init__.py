"""Minutes: built from what was recorded, approved and locked (R34–R42)."""
