"""The terms of a body through the years, as a picture (R2, R7, R8)."""
