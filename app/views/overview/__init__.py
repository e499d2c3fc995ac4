"""Oversikt: what is next, what ends, what is late, what comes."""
