"""Pictures in the window: taken out as files, printed, and explained by a legend."""
