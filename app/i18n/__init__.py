"""Words, dates and amounts in the user's language; imports nothing of ours."""
