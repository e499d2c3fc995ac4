"""Files from outside: what they are, and their pages, without letting them do anything."""
