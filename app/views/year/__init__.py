"""The council's year: wheel, calendar, round of hosts, and planning."""
