"""What documents say, and how Word, PDF and Excel write it."""
