"""Tables for Excel: the roster and the decisions."""
