"""Members, people, observers and institutions from lists: read, shown, and stored as a whole."""
