"""Cases: the list of all of them, making one, and its brief on a page of its own."""
