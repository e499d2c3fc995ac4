"""The source of our own Word templates: styles, frame and tags, in code that can be read."""
