"""The agenda of a meeting: its lines, and what belongs to the chosen one beside them."""
