"""The overview: what is next, what ends, what is late."""
