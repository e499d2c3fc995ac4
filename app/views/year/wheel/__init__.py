"""The year as a wheel: seen, walked, taken out and printed."""
