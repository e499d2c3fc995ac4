"""Version 1 as it was, one module a room; `step` runs them."""
