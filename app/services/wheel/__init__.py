"""The council's year as a wheel: a ring for each body, its meetings and fixed points (R17–R19)."""
