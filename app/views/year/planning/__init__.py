"""Planning a year in the window: the proposals, the days kept free, the usual days (R22)."""
