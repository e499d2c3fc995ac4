"""The council's meetings for other people's calendars: a year, an invitation, a cancellation."""
