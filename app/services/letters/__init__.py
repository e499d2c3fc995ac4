"""Letters about seats: to those who appoint, and to those who are appointed (R9)."""
