"""The window around the pages: navigation, menus, memory, undo, long work, and what goes wrong."""
