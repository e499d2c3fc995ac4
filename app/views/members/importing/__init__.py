"""Reading a list in: choose the file, say what each column is, look at every row, store."""
