"""Lists from outside: which column is what, whom a row is about, and what it would change."""
