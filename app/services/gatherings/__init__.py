"""Gatherings: who comes, what each municipality reports, and the documents of it (R17, R20)."""
