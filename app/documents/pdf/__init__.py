"""Papers, minutes and the combined package as PDF; the one room that knows typst and pikepdf."""
