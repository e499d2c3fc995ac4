"""The calendar of the year's page: a month, the year, and all of it as a list."""
