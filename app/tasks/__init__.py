"""Long work beside the window: one warm process for documents and for files from outside."""
