"""The council file: open, lock, migrate, back up, read and write."""
