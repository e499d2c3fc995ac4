"""A reader for PDF inside the window: pages under each other, zoom, find; pictures come late."""
