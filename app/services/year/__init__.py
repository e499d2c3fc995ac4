"""The council's year: meetings, deadlines, fixed points and days kept free (R17–R23)."""
