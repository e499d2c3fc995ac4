"""What was deleted, and taking it back."""
