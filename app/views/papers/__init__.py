"""The tab "Sakspapirer": the papers as they will be read, and the files that are made of them."""
