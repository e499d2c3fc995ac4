"""Everything that is kept on a person: shown, handed over, and erased (R52)."""
