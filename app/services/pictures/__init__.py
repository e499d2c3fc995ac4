"""What all pictures share: their legends, and how they become files."""
