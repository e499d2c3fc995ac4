"""A page of every shared widget, filled with plausible words, for looking and for checks."""
