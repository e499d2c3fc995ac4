"""What was done to a thing, and taking a deed of it back."""
