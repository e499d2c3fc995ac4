"""Planning a year: which days, which hosts, what is taken up, and when all is due (R22)."""
